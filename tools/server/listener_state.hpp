#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

#include "tools/server/listener.hpp"
#include "tools/server/service.hpp"

namespace daicho {

/// What one address does at present.
class ClientLimits {
 public:
    ClientLimits(std::size_t connections, std::size_t rate) : most_(connections), rate_(rate) {}

    /// False: it has too many connections.
    bool connect(const std::string& client);
    void disconnect(const std::string& client);
    /// False: it asks too often.
    bool ask(const std::string& client);

 private:
    struct Client {
        std::size_t connections = 0;
        double tokens = 0;
        std::chrono::steady_clock::time_point filled{};
    };
    std::size_t most_;
    std::size_t rate_;
    std::mutex mutex_;
    std::unordered_map<std::string, Client> clients_;
};

/// What all connections of a listener share.
struct ListenerState {
    Service& service;
    ListenOptions options;
    ClientLimits clients{options.client_connections, options.client_rate};
    std::atomic<bool> stopping{false};
    std::atomic<std::size_t> jobs{0};  ///< of the pool for heavy requests, waiting or at work
};

}  // namespace daicho
