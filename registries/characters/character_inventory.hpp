#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "registries/characters/gaiji_census.hpp"

namespace daicho {

/// Every unit that stands in some files: how often, in how many of them, and where first.
class CharacterInventory {
 public:
    struct Entry {
        std::uint64_t count = 0;
        std::uint64_t files = 0;
        GaijiPlace first;
    };

    /// All that is added from here on is of this file.
    void begin_file(const std::string& path);
    /// The cells of a batch; `header` names its columns.
    void add(const Batch& batch, const std::vector<std::string>& header);

    /// By unit, in the order of code points.
    std::map<std::string, Entry> entries() const;

 private:
    struct Counted {
        std::uint64_t count = 0, files = 0, last_file = 0;
        std::string file, column;
        std::uint64_t record = 0, line = 0;
    };
    Counted& counted(std::string_view unit);

    std::vector<Counted> ascii_ = std::vector<Counted>(0x80);
    std::unordered_map<std::string, Counted> others_;
    std::string file_;
    std::uint64_t files_ = 0;
};

}  // namespace daicho
