#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "registries/corporations/replay.hpp"
#include "registries/store/database.hpp"

namespace daicho {

/// The corporations of a registry with all their states, in the order of their numbers. Several may be used
/// at once, each on a thread.
class StoredCorporations {
 public:
    /// `columns`: the 30 columns and `file`, as SQL names them.
    StoredCorporations(const std::string& registry, const std::string& columns);

    /// Begins with the first number above `after`; ends with `last`.
    void look_at(std::uint64_t after, std::uint64_t last);
    /// The next corporation; false at the end.
    bool next();
    std::uint64_t number() const { return number_; }
    /// Its states: past ones in the order of publication, then the present one. Until the next call.
    const std::vector<PublishedState>& states() const { return states_; }

 private:
    struct Cursor {
        Statement rows;
        bool ended = true;
        std::uint64_t number = 0;
        void advance();
    };

    void take_past();
    void take_present();

    Database database_;
    Cursor present_, past_;
    bool present_taken_ = false;
    std::uint64_t number_ = 0;
    std::vector<PublishedState> states_;
    std::string texts_;  // of past states
    std::vector<std::size_t> begins_;
};

}  // namespace daicho
