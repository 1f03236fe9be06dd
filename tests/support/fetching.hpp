#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "registries/fetch/fetcher.hpp"
#include "tests/support/loopback_server.hpp"
#include "tests/support/scratch_folder.hpp"

namespace daicho {

/// A clock that stands still but for those who sleep, which takes no time.
class HandClock final : public FetchClock {
 public:
    std::int64_t now() override { return now_; }
    void sleep(std::uint64_t seconds) override {
        slept.push_back(seconds);
        now_ += static_cast<std::int64_t>(seconds);
    }
    std::vector<std::uint64_t> slept;

 private:
    std::int64_t now_ = 1795253400;  // 2026-11-21T09:30:00Z
};

class SilentWatcher final : public FetchWatcher {
 public:
    void progress(const Download&, std::uint64_t, std::optional<std::uint64_t>) override {}
    void waiting(const Download&, std::uint64_t, const BothTexts&) override {}
};

/// A server, a folder, and what fetches from the one into the other.
struct Fetching {
    explicit Fetching(LoopbackServer::Answer answer) : server(std::move(answer)) {
        settings.folder = folder.path();
        http.proxies = false;
        http.connect_seconds = 5;
    }

    /// Fetches `path` ("/a.zip") as a run of its own does.
    FetchReport fetch(const std::string& path) {
        const auto client = make_curl_client(http);
        Fetcher fetcher{settings, *client, clock, watcher};
        const std::vector<std::string> words{server.url(path)};
        return fetcher.fetch(resolve_sources(words, {}).front());
    }

    ScratchFolder folder;
    HandClock clock;
    SilentWatcher watcher;
    FetchSettings settings;
    HttpSettings http;
    LoopbackServer server;  // the last: it ends before what its answers use
};

/// A file that begins and ends as a zip does, of `size` bytes, each `seed` another.
inline std::string made_zip(std::size_t size, unsigned seed = 1) {
    std::string bytes{"PK\3\4"};
    while (bytes.size() + 22 < size) bytes += static_cast<char>((seed = seed * 1103515245u + 12345u) >> 16);
    return bytes + "PK\5\6" + std::string(18, '\0');
}

}  // namespace daicho
