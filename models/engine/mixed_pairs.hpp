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
    struct Sighting {
        std::uint64_t record = 0;  ///< 0: not seen
        RecordPlace place;
        std::uint32_t column = 0;  ///< from 1

        auto operator<=>(const Sighting&) const = default;
    };
    static constexpr std::size_t most_sides = 32;

    void clear() { sightings_ = {}; }
    /// Takes note of the marks of `text`, a cell seen there.
    void add(std::string_view text, const Sighting& seen);
    /// Keeps the earlier of both places of each side.
    void add(const PairSightings& other);
    const Sighting& of(std::size_t side) const { return sightings_[side]; }

 private:
    void see(std::size_t side, const Sighting& seen);
    std::array<Sighting, most_sides> sightings_{};
};

/// For each mark that is written with both its codes a finding, at the place where the second of them came
/// up. `headers` of the columns must outlive the findings.
std::vector<Finding> mixed_pairs(const PairSightings& pairs, std::span<const std::string> headers);

}  // namespace daicho
