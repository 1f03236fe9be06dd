#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/span.hpp"
#include "grammars/characters/shrinking.hpp"

namespace daicho {

class CharacterAuthority;

/// A unit of a text that is not in the target, or that the policy changes.
struct ShrunkUnit {
    Span where;        ///< bytes of the text that was given
    Span where_after;  ///< bytes of the text that came out
    UnitShrink shrink;
};

/// A text in the target, as far as there is one answer for each of its units.
struct ShrunkText {
    std::string text;  ///< units without an answer stand as they were
    std::vector<ShrunkUnit>
        units;             ///< in their order; those that stay and are in the target are not among them
    bool complete = true;  ///< every unit has an answer: `text` is in the target
};

/// Shrinks a text (valid UTF-8) unit by unit. What is in the target costs one look at a table, unless the
/// policy is `match_key`. `authority` null: nothing is loaded, and what is not in the target stays, as
/// `not_loaded`.
ShrunkText shrink_text(const CharacterAuthority* authority, std::string_view text, ShrinkPolicy policy,
                       ShrinkTarget target);

/// Throws Error where `authority` (null: there is none) lacks the table that a policy goes by.
void require_shrink_table(const CharacterAuthority* authority, ShrinkPolicy policy);

/// Whether all of a text is in the target for sure; one look at a table a character, and no more. False where
/// that does not tell (a sequence of two code points).
bool surely_fits(std::string_view text, ShrinkTarget target);

/// Whether the target has the unit (one unit of UTF-8): a selector is in none.
bool fits(std::string_view unit, ShrinkTarget target);

}  // namespace daicho
