#pragma once

#include <array>
#include <string>
#include <string_view>

#include "grammars/base/rule_id.hpp"

namespace daicho {

/// What a spreadsheet, or a person who filled one in, left in a cell in the place of its value.
struct StandIn {
    /// T270 a form that was not filled in, T271 an error value, T272 a formula, T273 a word for the cell
    /// above; empty: a value.
    RuleId rule;
    std::string value;  ///< that the cell was to show, where that is certain (`="0123"`)
};

/// Looks at a cell of any kind. UTF-8.
StandIn stand_in(std::string_view text);

namespace stand_in_detail {

/// Bytes that what stands for a value may begin with; most texts begin with another.
inline constexpr auto first_bytes = [] {
    std::array<bool, 256> is{};
    for (const unsigned char c : {'#', '=', 'E', '\xC3', '\xE2', '\xE3', '\xE4', '\xE5', '\xEF'})
        is[c] = true;
    return is;
}();

bool may_be_stand_in(std::string_view text);

}  // namespace stand_in_detail

/// Whether `stand_in` may find something: false for nearly every cell, at the cost of a comparison.
inline bool may_be_stand_in(std::string_view text) {
    return !text.empty() && stand_in_detail::first_bytes[static_cast<unsigned char>(text.front())] &&
           stand_in_detail::may_be_stand_in(text);
}

}  // namespace daicho
