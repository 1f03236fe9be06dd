#include "registries/characters/character_key.hpp"

#include <algorithm>

#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/text/repertoire.hpp"
#include "grammars/text/unit.hpp"
#include "registries/characters/mj_glyph.hpp"
#include "registries/sources/glyph_number.hpp"

namespace daicho {

namespace {

std::string upper(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return result;
}

bool is_unit(std::string_view text) {
    const CharacterUnit unit = unit_at(text, 0);
    return unit.size != 0 && unit.size == text.size();
}

/// "U+8FBB U+E0102", "8FBB_E0102"
std::optional<CharacterKey> read_code(std::string_view text) {
    const bool bare = text.find('_') != text.npos;
    if (!bare && !text.starts_with("U+")) return {};
    std::string unit;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const std::string part = text_of_key(text.substr(0, end));
        if (part.empty()) return {};
        unit += part;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (!is_unit(unit)) return {};
    return CharacterKey{CharacterKeyKind::code, unit};
}

std::optional<CharacterKey> read_number(std::string_view text) {
    if (text.empty() || !is_all_digits(text)) return {};
    if (text.size() == 8) return CharacterKey{CharacterKeyKind::toki, std::string(text)};
    if (text.size() == 6) return CharacterKey{CharacterKeyKind::koseki, std::string(text)};
    if (text.size() < 6) return CharacterKey{CharacterKeyKind::daikanwa, std::string(text)};
    return {};
}

std::optional<CharacterKey> read_hexadecimal(std::string_view text) {
    const std::string_view digits = text.substr(std::min<std::size_t>(2, text.size()));
    const bool hexadecimal = digits.size() >= 4 && digits.size() <= 5 && !text_of_key(digits).empty();
    if (!hexadecimal) return {};
    if (text.starts_with("J+")) return CharacterKey{CharacterKeyKind::juki, std::string(text)};
    if (text.starts_with("0X")) return CharacterKey{CharacterKeyKind::nyukan, "0x" + std::string(digits)};
    return {};
}

}  // namespace

std::optional<CharacterKey> read_character_key(std::string_view query) {
    if (is_unit(query)) return CharacterKey{CharacterKeyKind::character, std::string(query)};
    const Narrow narrow(query);
    const std::string text = upper(narrow.text());
    if (is_unit(text)) return CharacterKey{CharacterKeyKind::character, text};
    if (auto number = glyph_number(text)) return CharacterKey{CharacterKeyKind::glyph, *number};
    if (text.starts_with("0212:")) return CharacterKey{CharacterKeyKind::jis_x0212, text.substr(5)};
    if (const auto position = read_jis_position(text)) {
        return CharacterKey{CharacterKeyKind::jis, to_string(*position)};
    }
    constexpr std::string_view dictionary = "大漢和";
    if (text.starts_with(dictionary)) {
        const std::string number =
            text.substr(std::min(text.find_first_not_of(' ', dictionary.size()), text.size()));
        return CharacterKey{CharacterKeyKind::daikanwa, number};
    }
    for (const auto read : {read_code, read_number, read_hexadecimal}) {
        if (auto key = read(text)) return key;
    }
    return {};
}

}  // namespace daicho
