#include "registries/fetch/fetcher.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "grammars/base/digest.hpp"
#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "tests/support/fetching.hpp"

namespace daicho {

namespace {

const std::string body = made_zip(300000);

std::string sha256_of(const std::string& bytes) {
    Sha256 digest;
    digest.add(bytes);
    return digest.hex();
}

std::vector<std::string> files_in(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& one : std::filesystem::directory_iterator{folder})
        names.push_back(one.path().filename());
    std::ranges::sort(names);
    return names;
}

}  // namespace

TEST_CASE("a file is fetched, and where it is from is written down") {
    Fetching run{[](const ServedRequest&) {
        return ServedReply{
            200, {{"ETag", "\"1\""}, {"Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT"}}, body};
    }};
    const FetchReport report = run.fetch("/a.zip");
    CAPTURE(report.reason.en);
    REQUIRE(report.end == FetchEnd::fetched);
    CHECK(read_file(run.folder / "a.zip") == body);
    CHECK(files_in(run.folder.path()) == std::vector<std::string>{"a.zip", "fetched.tsv"});
    const FetchLog log{run.folder.path()};
    const FetchedFile* row = log.find("a.zip");
    REQUIRE(row);
    CHECK(row->url == run.server.url("/a.zip"));
    CHECK(row->size == body.size());
    CHECK(row->sha256 == sha256_of(body));
    CHECK(row->etag == "\"1\"");
    CHECK(row->fetched == "2026-11-21T09:30:00Z");
    const auto changed = std::filesystem::last_write_time(run.folder / "a.zip");
    const auto seconds = std::chrono::file_clock::to_sys(changed).time_since_epoch();
    CHECK(std::chrono::duration_cast<std::chrono::seconds>(seconds).count() == 784111777);
}

TEST_CASE("servers are told who asks, and asked for bytes as they are") {
    Fetching run{[](const ServedRequest&) { return ServedReply{200, {}, body}; }};
    run.http.user_agent = "daicho/0 (+https://example.jp)";
    run.fetch("/a.zip");
    const auto asked = run.server.requests();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].header("user-agent") == "daicho/0 (+https://example.jp)");
    CHECK(asked[0].header("accept-encoding") == "identity");
    CHECK(asked[0].header("range").empty());
}

TEST_CASE("what has not changed is not fetched again") {
    Fetching run{[](const ServedRequest& request) { return served_file(request, body, "\"1\""); }};
    run.fetch("/a.zip");
    const std::string log = read_file(run.folder / "fetched.tsv");
    const FetchReport again = run.fetch("/a.zip");
    CHECK(again.end == FetchEnd::unchanged);
    CHECK(again.file.sha256 == sha256_of(body));
    CHECK(run.server.requests()[1].header("if-none-match") == "\"1\"");
    CHECK(read_file(run.folder / "fetched.tsv") == log);
}

TEST_CASE("a server without ETag is asked by the time of the last change") {
    const std::string time = "Sun, 06 Nov 1994 08:49:37 GMT";
    Fetching run{[&](const ServedRequest& request) {
        if (request.header("if-modified-since") == time) return ServedReply{304};
        return ServedReply{200, {{"Last-Modified", time}}, body};
    }};
    CHECK(run.fetch("/a.zip").end == FetchEnd::fetched);
    CHECK(run.fetch("/a.zip").end == FetchEnd::unchanged);
}

TEST_CASE("the same content from a server that says nothing of changes leaves the file as it is") {
    Fetching run{[](const ServedRequest&) { return ServedReply{200, {}, body}; }};
    run.fetch("/a.zip");
    const auto before = std::filesystem::last_write_time(run.folder / "a.zip");
    const FetchReport again = run.fetch("/a.zip");
    CHECK(again.end == FetchEnd::unchanged);
    CHECK(std::filesystem::last_write_time(run.folder / "a.zip") == before);
    CHECK(files_in(run.folder.path()).size() == 2);
}

TEST_CASE("a newer edition takes the place of the older") {
    std::atomic<int> edition = 1;
    Fetching run{[&](const ServedRequest& request) {
        return served_file(request, made_zip(5000, edition), "\"" + std::to_string(edition) + "\"");
    }};
    run.fetch("/a.zip");
    edition = 2;
    CHECK(run.fetch("/a.zip").end == FetchEnd::fetched);
    CHECK(read_file(run.folder / "a.zip") == made_zip(5000, 2));
    CHECK(FetchLog{run.folder.path()}.find("a.zip")->etag == "\"2\"");
}

TEST_CASE("a file that was damaged since is fetched anew") {
    Fetching run{[](const ServedRequest& request) { return served_file(request, body, "\"1\""); }};
    run.fetch("/a.zip");
    run.folder.write("a.zip", "PK\3\4 half of it");
    CHECK(run.fetch("/a.zip").end == FetchEnd::fetched);
    CHECK(read_file(run.folder / "a.zip") == body);
}

TEST_CASE("a file of the same name from elsewhere is not overwritten unless that is asked for") {
    Fetching run{[](const ServedRequest&) { return ServedReply{200, {}, body}; }};
    run.folder.write("a.zip", "mine");
    const FetchReport refused = run.fetch("/a.zip");
    CHECK(refused.end == FetchEnd::failed);
    CHECK_THAT(refused.reason.en, Catch::Contains("another file of this name"));
    CHECK(run.server.requests().empty());
    CHECK(read_file(run.folder / "a.zip") == "mine");
    run.settings.replace = true;
    CHECK(run.fetch("/a.zip").end == FetchEnd::fetched);
    run.settings.replace = false;
    CHECK(run.fetch("/b/a.zip").end == FetchEnd::failed);
}

TEST_CASE("one server is asked over one connection, with a pause between questions") {
    Fetching run{[](const ServedRequest& request) { return served_file(request, body, "\"1\""); }};
    const auto client = make_curl_client(run.http);
    run.settings.pause = 3;
    Fetcher fetcher{run.settings, *client, run.clock, run.watcher};
    const std::vector<std::string> words{run.server.url("/a.zip"), run.server.url("/b.zip"),
                                         run.server.url("/c.zip")};
    for (const Download& one : resolve_sources(words, {})) CHECK(fetcher.fetch(one).end == FetchEnd::fetched);
    CHECK(run.server.connections() == 1);
    CHECK(run.clock.slept == std::vector<std::uint64_t>{3, 3});
}

TEST_CASE("a redirection is followed, and the address that was asked for is the one written down") {
    Fetching run{[](const ServedRequest& request) {
        if (request.target == "/a.zip")
            return ServedReply{302, {{"Location", "/b/c.zip"}, {"ETag", "\"no\""}}, "x"};
        return ServedReply{200, {{"ETag", "\"1\""}}, body};
    }};
    const FetchReport report = run.fetch("/a.zip");
    CHECK(report.end == FetchEnd::fetched);
    CHECK(report.file.url == run.server.url("/a.zip"));
    CHECK(report.file.etag == "\"1\"");
    CHECK(read_file(run.folder / "a.zip") == body);
}

TEST_CASE("a proxy of the environment is asked in place of the server") {
    Fetching run{[](const ServedRequest&) { return ServedReply{200, {}, body}; }};
    run.http.proxies = true;
    ::setenv("http_proxy", run.server.url("").c_str(), 1);
    const auto client = make_curl_client(run.http);
    Fetcher fetcher{run.settings, *client, run.clock, run.watcher};
    const std::vector<std::string> words{"http://publisher.invalid/a.zip"};
    const FetchReport report = fetcher.fetch(resolve_sources(words, {}).front());
    ::unsetenv("http_proxy");
    CHECK(report.end == FetchEnd::fetched);
    CHECK(run.server.requests()[0].target == "http://publisher.invalid/a.zip");
}

TEST_CASE("a digest that was expected is held to") {
    Fetching run{[](const ServedRequest&) { return ServedReply{200, {}, body}; }};
    CHECK(run.fetch("/a.zip#sha256=" + sha256_of(body)).end == FetchEnd::fetched);
    const FetchReport other = run.fetch("/b.zip#sha256=" + std::string(64, '0'));
    CHECK(other.end == FetchEnd::failed);
    CHECK_THAT(other.reason.en, Catch::Contains(sha256_of(body)));
    CHECK(files_in(run.folder.path()) == std::vector<std::string>{"a.zip", "fetched.tsv"});
}

TEST_CASE("a folder is fetched into by one program at a time") {
    Fetching run{[](const ServedRequest&) { return ServedReply{200, {}, body}; }};
    const FolderLock other{run.folder.path()};
    CHECK_THROWS_WITH(run.fetch("/a.zip"), Catch::Contains("another daicho"));
}

TEST_CASE("what only a person can get is said to be so") {
    Fetching run{[](const ServedRequest&) { return ServedReply{200, {}, body}; }};
    const auto client = make_curl_client(run.http);
    Fetcher fetcher{run.settings, *client, run.clock, run.watcher};
    const std::vector<std::string> words{"corporate-all"};
    const FetchReport report = fetcher.fetch(resolve_sources(words, known_publications()).front());
    CHECK(report.end == FetchEnd::failed);
    CHECK_THAT(report.advice.en, Catch::Contains("https://www.houjin-bangou.nta.go.jp/download/zenken/"));
    CHECK(report.questions == 0);
}

}  // namespace daicho
