#pragma once

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

/// Whether `stand_in` may find something: false for nearly every cell, at the cost of a comparison.
inline bool may_be_stand_in(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    if (text.empty()) return false;
    switch (byte(0)) {
        case '#':
        case '=':
        case 'E':
            return text.size() > 1;
        case 0xE3:
            if (text.size() == 3) return byte(1) == 0x80 && byte(2) == 0x83;  // 〃
            return text.substr(0, 3) == text.substr(3, 3);                    // 〇〇市
        case 0xE2:
        case 0xEF:
            return text.substr(0, 3) == text.substr(3, 3);  // ○○市
        case 0xC3:
            return text.substr(0, 2) == text.substr(2, 2);  // ××市
        case 0xE4:
            return text.size() >= 12 && text.size() <= 15 && byte(1) == 0xB8 && byte(2) == 0x8A;  // 上に同じ
        case 0xE5:
            return text.size() == 6 && byte(1) == 0x90 && byte(2) == 0x8C;  // 同上
        default:
            return false;
    }
}

}  // namespace daicho
