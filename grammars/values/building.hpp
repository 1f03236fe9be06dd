#pragma once

#include <string>
#include <string_view>

#include "grammars/values/value_type.hpp"

namespace daicho {

/// 建物名等(方書), cut apart where words tell: 〇〇ビル / 3階 / 301号室. Views into the text; parts that are
/// not there are empty.
struct Building {
    std::string_view name;
    std::string_view floor;  ///< 19階, 5F, 地下1階, 1~2階, 屋上
    std::string_view room;   ///< 101号室, A-101, 101号
};

/// Reads `text` (tidy, see grammars/text/tidy.hpp). A text that ends in neither floor nor room is all name.
Building split_building(std::string_view text);

/// Whether `text` (tidy) is called like a building or a facility and not like a place: it ends in a word for
/// one (会館, ビル, 公園), has a floor or a room, or is in Latin letters or katakana, as no 小字 is.
bool names_building(std::string_view text);

/// The canonical form: the parts as written, a space before the floor: 紀尾井町タワー 19階.
std::string building_text(std::string_view tidy_text);

/// 建物名等(方書).
extern const ValueType building_type;

}  // namespace daicho
