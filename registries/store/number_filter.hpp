#pragma once

#include <cstdint>
#include <vector>

namespace daicho {

class Statement;  // database.hpp

/// Tells of most numbers that they are none of a set, without looking there: two to four bytes for each of
/// the set (128 at least), and one in ten or less of the others cannot be told from it.
class NumberFilter {
 public:
    /// The set is the first column of the rows of `numbers`.
    explicit NumberFilter(Statement& numbers);

    /// False: it is none of them.
    bool may_have(std::int64_t number) const {
        const std::uint64_t bit = place_of(number);
        return (words_[bit / 64] >> (bit % 64) & 1) != 0;
    }

 private:
    std::uint64_t place_of(std::int64_t number) const {
        constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;
        return (static_cast<std::uint64_t>(number) * golden) >> shift_;
    }

    std::vector<std::uint64_t> words_;
    int shift_ = 0;
};

}  // namespace daicho
