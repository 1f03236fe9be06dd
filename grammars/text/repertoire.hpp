#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "grammars/text/character.hpp"
#include "grammars/text/unit.hpp"

namespace daicho {

/// A set of characters that is compiled in.
struct Repertoire {
    std::string_view name;  ///< "jisx0208"
    std::string_view ja;
    std::string_view en;
    CharacterProperties bit = 0;
    unsigned count = 0;      ///< as published
    bool sequences = false;  ///< whether the sequences of JIS X 0213 are in it
    bool encoding = false;   ///< it is what an encoding can write, one code a character: no selectors
};

/// All of them, in the order in which they are listed to people.
std::span<const Repertoire> repertoires();

/// By name; null where none has it. Those of the registry (mj, mj+) are not here.
const Repertoire* find_repertoire(std::string_view name);

/// Whether the set has the unit. A selector counts for nothing: no set that is compiled in knows shapes.
bool has_unit(const Repertoire& repertoire, const CharacterUnit& unit);

/// A position of JIS X 0213, or of JIS X 0208 in its plane 1: 面区点.
struct JisPosition {
    unsigned plane = 0;  ///< 1 or 2
    unsigned row = 0;    ///< 1..94
    unsigned cell = 0;   ///< 1..94

    auto operator<=>(const JisPosition&) const = default;
};

/// What stands at a position.
struct JisCharacter {
    char32_t character = 0;
    char32_t mark = 0;  ///< the second code point of a sequence, or 0
    char32_t other = 0;  ///< its full-width form or the other character that Windows has for it (〜 ～), or 0
    unsigned year =
        0;  ///< of the edition that brought it: 1978 1983 1990 (JIS X 0208), 2000 2004 (JIS X 0213)
};

/// The character of a position; nothing where there is none.
std::optional<JisCharacter> jis_character_at(JisPosition position);

/// Where JIS X 0213 has the character, or the sequence with `mark`. ASCII, full-width and Windows forms are
/// found too.
std::optional<JisPosition> jis_x0213_position(char32_t character, char32_t mark = 0);

/// Where JIS X 0208 has the character; ASCII, full-width and Windows forms are found too.
std::optional<JisPosition> jis_x0208_position(char32_t character);

/// "1-16-01".
std::string to_string(JisPosition position);

/// Reads "1-16-1", "1-16-01", "16-01" (plane 1).
std::optional<JisPosition> read_jis_position(std::string_view text);

}  // namespace daicho
