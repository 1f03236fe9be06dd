#pragma once

#include <thread>

#include "tests/support/raw_client.hpp"
#include "tests/support/small_service.hpp"
#include "tools/server/listener.hpp"

namespace daicho {

/// A listener on a free port of this machine, for as long as this lives.
class RunningListener {
 public:
    RunningListener(Service& service, ListenOptions options)
        : listener_(service, with_free_port(std::move(options))), thread_([this] { listener_.run(); }) {}
    ~RunningListener() { stop(); }

    std::uint16_t port() const { return listener_.port(); }
    void stop() {
        listener_.stop();
        if (thread_.joinable()) thread_.join();
    }
    /// Whether it answers somebody else.
    bool is_alive() const {
        RawClient client(port());
        client.send("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        return client.receive().starts_with("HTTP/1.1 200 OK\r\n");
    }

 private:
    static ListenOptions with_free_port(ListenOptions options) {
        options.port = 0;
        return options;
    }

    Listener listener_;
    std::thread thread_;
};

}  // namespace daicho
