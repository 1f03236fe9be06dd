#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace daicho {

/// The shapes of the last records that were unlike those before, each with what is known of such records.
template <class Known>
class KnownShapes {
 public:
    /// Those to look for, the likeliest first; none where records have turned out to be each in its own.
    std::span<const Known> likely() const { return is_in_vain() ? std::span<const Known>() : known_; }
    /// A record was like `likely()[i]`, which is the first from now on.
    const Known& met(std::size_t i) {
        ++hits_;
        if (i > 0) std::swap(known_[i], known_[0]);
        return known_[0];
    }
    /// A record was unlike all of them. Whether it is worth learning.
    bool missed() {
        ++misses_;
        return !is_in_vain();
    }
    void add(Known&& known) {
        if (known_.size() < most) known_.emplace_back();
        known_.back() = std::move(known);
        std::swap(known_.back(), known_.front());
    }

 private:
    static constexpr std::size_t most = 4;
    static constexpr std::uint64_t patience = 100;

    bool is_in_vain() const { return misses_ > patience && misses_ > hits_; }

    std::vector<Known> known_;
    std::uint64_t hits_ = 0, misses_ = 0;
};

}  // namespace daicho
