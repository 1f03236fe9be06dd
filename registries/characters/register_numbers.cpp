#include "registries/characters/register_numbers.hpp"

#include <algorithm>

#include "grammars/text/narrow.hpp"
#include "registries/characters/mj_glyph.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

std::string narrow_number(std::string_view text) {
    return std::string(Narrow(text).text());
}

/// Six digits, or eight: zeros in front are often lost in tables.
std::string with_zeros(std::string digits, std::size_t size) {
    const bool number = !digits.empty() && digits.find_first_not_of("0123456789") == digits.npos;
    return number && digits.size() < size ? std::string(size - digits.size(), '0') + digits : digits;
}

std::string juki_code(std::string code) {
    std::ranges::transform(code, code.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    if (code.starts_with("U+")) code.erase(0, 2);
    return code.starts_with("J+") ? code : "J+" + code;
}

RegisteredGlyphs glyphs_of_number(const Registry& registry, MjKey key, const std::string& number,
                                  const std::string& word) {
    RegisteredGlyphs found{{}, word + ' ' + number};
    for (const MjGlyph& glyph : mj_glyphs(registry, key, number)) found.numbers.push_back(glyph.mj);
    return found;
}

}  // namespace

std::vector<RegisteredGlyphs> glyphs_by_registers(const Registry& registry, const RegisterNumbers& numbers) {
    std::vector<RegisteredGlyphs> all;
    if (!registry.has("mj_character")) return all;
    if (!numbers.koseki.empty()) {
        const std::string koseki = with_zeros(narrow_number(numbers.koseki), 6);
        all.push_back(glyphs_of_number(registry, MjKey::koseki, koseki, "戸籍"));
    }
    if (!numbers.juki.empty()) {
        const std::string juki = juki_code(narrow_number(numbers.juki));
        all.push_back(glyphs_of_number(registry, MjKey::juki, juki, "住基"));
    }
    if (!numbers.toki.empty()) {
        const std::string toki = with_zeros(narrow_number(numbers.toki), 8);
        all.push_back(glyphs_of_number(registry, MjKey::toki, toki, "登記"));
    }
    return all;
}

}  // namespace daicho
