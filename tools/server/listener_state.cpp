#include "tools/server/listener_state.hpp"

#include <algorithm>

namespace daicho {

bool ClientLimits::connect(const std::string& client) {
    const std::lock_guard lock(mutex_);
    Client& known = clients_[client];
    if (known.connections >= most_) return false;
    if (known.connections++ == 0 && known.filled == std::chrono::steady_clock::time_point{}) {
        known.tokens = static_cast<double>(rate_);
        known.filled = std::chrono::steady_clock::now();
    }
    return true;
}

void ClientLimits::disconnect(const std::string& client) {
    constexpr std::size_t many_clients = 4096;
    const std::lock_guard lock(mutex_);
    const auto known = clients_.find(client);
    if (known == clients_.end() || --known->second.connections > 0) return;
    // With a rate the address is remembered for a while, so that a new connection brings no new tokens.
    if (rate_ == 0) {
        clients_.erase(known);
    } else if (clients_.size() > many_clients) {
        std::erase_if(clients_, [](const auto& one) { return one.second.connections == 0; });
    }
}

bool ClientLimits::ask(const std::string& client) {
    if (rate_ == 0) return true;
    const std::lock_guard lock(mutex_);
    Client& known = clients_[client];
    const auto now = std::chrono::steady_clock::now();
    const double passed = std::chrono::duration<double>(now - known.filled).count();
    const auto rate = static_cast<double>(rate_);
    known.tokens = std::min(rate, known.tokens + passed * rate);
    known.filled = now;
    if (known.tokens < 1) return false;
    known.tokens -= 1;
    return true;
}

}  // namespace daicho
