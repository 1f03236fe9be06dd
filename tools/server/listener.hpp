#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "tools/server/service.hpp"

namespace daicho {

struct ListenOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8642;             ///< 0: any that is free
    bool inherited = false;                ///< the socket is the one that systemd hands over (descriptor 3)
    unsigned threads = 0;                  ///< that answer; 0: as many as the machine has
    std::size_t connections = 1000;        ///< at once
    std::size_t client_connections = 256;  ///< at once of one address
    std::size_t client_rate = 0;           ///< requests a second of one address; 0: any number
    std::size_t header_limit = 16384;      ///< bytes of a request's head
    std::size_t target_limit = 8192;       ///< bytes of its target
    unsigned head_seconds = 10;            ///< from its first byte, a head is there
    unsigned body_seconds = 60;            ///< a body is there; of a stream: the next part of it
    unsigned idle_seconds = 30;            ///< a connection may wait for its next request
    unsigned drain_seconds = 10;           ///< requests at work are ended after the signal to stop
    bool handle_signals = false;           ///< SIGTERM and SIGINT stop it
    /// Told of each request where it is set: method, target, status, milliseconds. Bodies are never told.
    std::function<void(const std::string& line)> log{};
};

/// Serves HTTP/1.1 on a TCP socket. The only unit that knows sockets.
class Listener {
 public:
    /// Binds and listens. Throws Error where that is not possible.
    Listener(Service& service, ListenOptions options);
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    std::uint16_t port() const;
    /// Answers until `stop`; then no connection is taken any more, requests at work are answered and their
    /// connections closed.
    void run();
    /// May be called from any thread, once or more.
    void stop();

 private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

/// The number of sockets that systemd hands to this process (LISTEN_FDS, LISTEN_PID); 0: none.
int inherited_sockets();

}  // namespace daicho
