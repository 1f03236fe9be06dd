#pragma once

#include <cstdint>
#include <string_view>

namespace daicho {

/// XXH64 (Collet), the same on every machine: tells texts apart, and is no protection against who wants two
/// to be taken for one.
std::uint64_t record_hash(std::string_view text, std::uint64_t seed = 0);

/// The hash of several texts, told one after the other: "ab", "c" is another than "a", "bc".
class CellsHash {
 public:
    void add(std::string_view cell) { value_ = record_hash(cell, value_ + 1); }
    std::uint64_t value() const { return value_; }

 private:
    std::uint64_t value_ = 0;
};

}  // namespace daicho
