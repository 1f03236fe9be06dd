#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace daicho {

/// A connection to a port of this machine that sends whatever bytes it is told to. Nothing waits longer than
/// it is told to.
class RawClient {
 public:
    explicit RawClient(std::uint16_t port) : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_port = htons(port);
        place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = ::connect(fd_, reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0;
    }
    ~RawClient() { ::close(fd_); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    bool connected() const { return connected_; }
    /// False: the server takes no more.
    bool send(std::string_view bytes, int milliseconds = 5000) {
        while (!bytes.empty()) {
            pollfd wait{fd_, POLLOUT, 0};
            if (::poll(&wait, 1, milliseconds) <= 0) return false;
            const ssize_t sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    void end_sending() { ::shutdown(fd_, SHUT_WR); }
    /// What comes until the server ends the connection, `end` stands in it, or nothing came for so long.
    std::string receive(std::string_view end = {}, int milliseconds = 5000) {
        std::string all;
        char block[16384];
        for (;;) {
            pollfd wait{fd_, POLLIN, 0};
            if (::poll(&wait, 1, milliseconds) <= 0) return all + "(nothing more)";
            const ssize_t got = ::recv(fd_, block, sizeof block, 0);
            if (got <= 0) return all;
            all.append(block, static_cast<std::size_t>(got));
            if (!end.empty() && all.find(end) != all.npos) return all;
        }
    }

 private:
    int fd_;
    bool connected_ = false;
};

}  // namespace daicho
