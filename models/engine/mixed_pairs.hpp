#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/finding.hpp"

namespace daicho {

/// Where the sides of confusable pairs were seen first in a batch, see `grammars/characters/pairs.hpp`.
class PairSightings {
 public:
    struct Place {
        std::uint64_t record = 0;  ///< 0: not seen
        std::uint64_t line = 0;
        std::uint32_t column = 0;  ///< from 1

        auto operator<=>(const Place&) const = default;
    };
    static constexpr std::size_t most_sides = 32;

    void clear() { places_ = {}; }
    /// Takes note of the marks of `text`, a cell at `place`.
    void add(std::string_view text, const Place& place);
    /// Keeps the earlier of both places of each side.
    void add(const PairSightings& other);
    const Place& of(std::size_t side) const { return places_[side]; }

 private:
    void see(std::size_t side, const Place& place);
    std::array<Place, most_sides> places_{};
};

/// For each mark that is written with both its codes a finding, at the place where the second of them came
/// up. `headers` of the columns must outlive the findings.
std::vector<Finding> mixed_pairs(const PairSightings& pairs, std::span<const std::string> headers);

}  // namespace daicho
