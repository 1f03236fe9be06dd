#pragma once

#include <cstdint>
#include <string>

#include "grammars/base/finding.hpp"

namespace daicho {

/// What a person said of a finding.
struct ReviewDecision {
    enum class Kind : std::uint8_t {
        open,    ///< nothing yet
        change,  ///< the cell is to hold `value`
        accept,  ///< it may stay as it is
        skip     ///< to be decided another time
    };

    Kind kind = Kind::open;
    std::string value{};
    std::string reason{};  ///< of what is accepted
    std::string until{};   ///< YYYY-MM-DD, the last day of that; empty: no end
};

/// A finding that a person is asked about.
struct ReviewItem {
    Finding finding;
    std::string id;   ///< by which it is known again, see `Fingerprints`
    std::string row;  ///< what tells the record to people
    ReviewDecision decision{};
};

}  // namespace daicho
