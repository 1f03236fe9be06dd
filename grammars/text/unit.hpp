#pragma once

#include <string_view>

#include "grammars/text/character.hpp"

namespace daicho {

/// What repertoires and tables speak of: a character with its variation selector, a sequence that JIS X 0213
/// has at one position (か゚), or one code point.
struct CharacterUnit {
    char32_t base = 0;
    char32_t mark = 0;       ///< the second of a sequence of JIS X 0213, or 0
    char32_t selector = 0;   ///< the variation selector, or 0; a unit whose base is a selector is an orphan
    unsigned selectors = 0;  ///< how many selectors follow; more than one is wrong
    unsigned size = 0;       ///< in bytes; 0 at the end of the text
};

constexpr bool is_variation_selector(char32_t c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x180B && c <= 0x180D) ||
           c == 0x180F;
}

/// Whether JIS X 0213 has the two at one position; there are 25 such.
bool is_jis_sequence(char32_t base, char32_t mark);

/// The unit that begins at byte `at` of a valid UTF-8 text.
CharacterUnit unit_at(std::string_view text, std::size_t at);

/// Calls `visit(unit, at)` for each unit of `text`; `at` is its first byte.
template <class Visit>
void for_each_unit(std::string_view text, Visit&& visit) {
    for (std::size_t at = 0; at < text.size();) {
        const CharacterUnit unit = unit_at(text, at);
        visit(unit, at);
        at += unit.size;
    }
}

}  // namespace daicho
