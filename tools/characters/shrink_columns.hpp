#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "grammars/characters/shrinking.hpp"
#include "grammars/formats/table_reader.hpp"

namespace daicho {

class CharacterAuthority;

/// A unit of the columns that were looked at, outside of the target.
struct ColumnUnit {
    std::string column;  ///< its header
    std::string unit;
    UnitShrink shrink;
    std::uint64_t count = 0;
    std::uint64_t line = 0;  ///< of the first one
};

/// The units of some columns of a table that are not in the target, by column and first place, each once.
/// Throws Error where there is no such column.
std::vector<ColumnUnit> shrink_columns(const std::string& path, const ReadOptions& read,
                                       const std::vector<std::string>& columns,
                                       const CharacterAuthority* authority, ShrinkPolicy policy,
                                       ShrinkTarget target);

}  // namespace daicho
