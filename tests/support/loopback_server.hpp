#pragma once

#include <algorithm>
#include <charconv>
#include <chrono>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace daicho {

/// A question as it came to a LoopbackServer.
struct ServedRequest {
    std::string target;                          ///< "/a.zip"
    std::map<std::string, std::string> headers;  ///< names in small letters

    std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? "" : found->second;
    }
};

/// What a LoopbackServer answers, and how badly.
struct ServedReply {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::string body = {};
    std::optional<std::size_t> claimed_length = {};  ///< Content-Length, where it is not that of the body
    bool without_length = false;                     ///< ends with the connection
    std::optional<std::size_t> cut_after = {};  ///< so many bytes of the body, then the connection is closed
    std::chrono::milliseconds drip{0};          ///< before each 64 bytes of the body ...
    std::size_t drip_from = 0;                  ///< ... behind so many
};

/// `body` as a good server gives it: with its ETag, in parts where that is asked for, and not at all where it
/// has not changed.
inline ServedReply served_file(const ServedRequest& request, const std::string& body,
                               const std::string& etag) {
    ServedReply reply{200, {{"ETag", etag}, {"Accept-Ranges", "bytes"}}, body};
    if (request.header("if-none-match") == etag) return {304, {{"ETag", etag}}};
    std::string range = request.header("range");
    const std::string condition = request.header("if-range");
    if (!range.starts_with("bytes=") || (!condition.empty() && condition != etag)) return reply;
    std::size_t first = 0;
    std::from_chars(range.data() + 6, range.data() + range.size(), first);
    const std::string total = std::to_string(body.size());
    if (first >= body.size()) return {416, {{"Content-Range", "bytes */" + total}}};
    reply.status = 206;
    reply.body = body.substr(first);
    reply.headers.emplace_back("Content-Range", "bytes " + std::to_string(first) + "-" +
                                                    std::to_string(body.size() - 1) + "/" + total);
    return reply;
}

/// An HTTP server on 127.0.0.1 for as long as it lives: a thread a connection, answers by a function.
class LoopbackServer {
 public:
    using Answer = std::function<ServedReply(const ServedRequest&)>;

    explicit LoopbackServer(Answer answer) : answer_(std::move(answer)) {
        listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* const any = reinterpret_cast<sockaddr*>(&address);
        if (listener_ < 0 || ::bind(listener_, any, size) != 0 || ::listen(listener_, 16) != 0 ||
            ::getsockname(listener_, any, &size) != 0) {
            throw std::runtime_error("no server on 127.0.0.1");
        }
        port_ = ::ntohs(address.sin_port);
        accepting_ = std::thread([this] { accept_all(); });
    }
    ~LoopbackServer() {
        ::shutdown(listener_, SHUT_RDWR);
        accepting_.join();
        {
            const std::lock_guard lock{mutex_};
            for (Connection& one : connections_) ::shutdown(one.socket, SHUT_RDWR);
        }
        for (Connection& one : connections_) {
            one.thread.join();
            ::close(one.socket);
        }
        ::close(listener_);
    }
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    std::string url(std::string_view path) const {
        return "http://127.0.0.1:" + std::to_string(port_) + std::string(path);
    }
    /// The questions that came so far.
    std::vector<ServedRequest> requests() const {
        const std::lock_guard lock{mutex_};
        return requests_;
    }
    std::size_t connections() const {
        const std::lock_guard lock{mutex_};
        return connections_.size();
    }

 private:
    struct Connection {
        int socket;
        std::thread thread;
    };

    void accept_all() {
        for (;;) {
            const int socket = ::accept(listener_, nullptr, nullptr);
            if (socket < 0) return;
            const int at_once = 1;  // a drip is a drip
            ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
            const std::lock_guard lock{mutex_};
            connections_.push_back({socket, std::thread([this, socket] { serve(socket); })});
        }
    }

    void serve(int socket) {
        std::string waiting;
        while (const auto request = next_request(socket, waiting)) {
            {
                const std::lock_guard lock{mutex_};
                requests_.push_back(*request);
            }
            if (!send(socket, answer_(*request))) break;
        }
        ::shutdown(socket, SHUT_RDWR);
    }

    static std::optional<ServedRequest> next_request(int socket, std::string& waiting) {
        char block[4096];
        std::size_t end = 0;
        while ((end = waiting.find("\r\n\r\n")) == std::string::npos) {
            const auto got = ::recv(socket, block, sizeof block, 0);
            if (got <= 0) return std::nullopt;
            waiting.append(block, static_cast<std::size_t>(got));
        }
        const std::string head = waiting.substr(0, end + 2);
        waiting.erase(0, end + 4);
        return read_request(head);
    }

    static ServedRequest read_request(const std::string& head) {
        ServedRequest request;
        const auto from = head.find(' ') + 1;
        request.target = head.substr(from, head.find(' ', from) - from);
        for (auto at = head.find("\r\n") + 2; at < head.size();) {
            const auto end = head.find("\r\n", at);
            const std::string line = head.substr(at, end - at);
            const auto colon = line.find(": ");
            std::string name = line.substr(0, colon);
            for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
            if (colon != std::string::npos) request.headers[name] = line.substr(colon + 2);
            at = end + 2;
        }
        return request;
    }

    /// False where the connection is at its end.
    static bool send(int socket, const ServedReply& reply) {
        std::string head = "HTTP/1.1 " + std::to_string(reply.status) + " Status\r\n";
        for (const auto& [name, value] : reply.headers) head += name + ": " + value + "\r\n";
        const auto length = reply.claimed_length.value_or(reply.body.size());
        if (reply.status != 304 && !reply.without_length) {
            head += "Content-Length: " + std::to_string(length) + "\r\n";
        }
        if (!send_all(socket, head + "\r\n")) return false;
        const std::string_view body =
            std::string_view{reply.body}.substr(0, reply.cut_after.value_or(reply.body.size()));
        const auto at_once = reply.drip.count() == 0 ? body.size() : std::min(reply.drip_from, body.size());
        if (!send_all(socket, body.substr(0, at_once))) return false;
        for (std::size_t i = at_once; i < body.size(); i += 64) {
            std::this_thread::sleep_for(reply.drip);
            if (!send_all(socket, body.substr(i, 64))) return false;
        }
        return !reply.cut_after && !reply.without_length && length == reply.body.size();
    }

    static bool send_all(int socket, std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    Answer answer_;
    int listener_ = -1;
    unsigned port_ = 0;
    std::thread accepting_;
    mutable std::mutex mutex_;
    std::list<Connection> connections_;
    std::vector<ServedRequest> requests_;
};

}  // namespace daicho
