#pragma once

#include <cstdint>
#include <vector>

namespace daicho {

class Registry;

/// Which units are in MJ, in memory: code points as bits, sequences sorted.
class MjSet {
 public:
    explicit MjSet(const Registry& registry);

    /// `selector` 0: none.
    bool holds(char32_t base, char32_t selector) const;

 private:
    std::vector<bool> code_points_;
    std::vector<std::uint64_t> sequences_;
};

}  // namespace daicho
