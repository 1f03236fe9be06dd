#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace daicho {

/// By what a character is asked for.
enum class CharacterKeyKind : std::uint8_t {
    character,  ///< itself
    code,       ///< U+9AD9, U+8FBB U+E0102, 8FBB_E0102
    glyph,      ///< MJ028902, GJ000001
    koseki,     ///< six digits
    juki,       ///< J+8FBB
    toki,       ///< eight digits
    nyukan,     ///< 0x9AD9
    jis,        ///< 1-36-52, 36-52
    jis_x0212,  ///< 0212:16-01
    daikanwa,   ///< 大漢和 13: up to five digits, with the word in front or not
};

struct CharacterKey {
    CharacterKeyKind kind = CharacterKeyKind::character;
    /// For `character` and `code` the unit in UTF-8, else the key as tables write it ("1-36-52").
    std::string value;
};

/// What a query asks for; nothing where it is no such key. A text of one unit is the character; numbers may
/// be full-width, letters small.
std::optional<CharacterKey> read_character_key(std::string_view query);

}  // namespace daicho
