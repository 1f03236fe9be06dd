#include "registries/characters/gaiji_code.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "grammars/text/character.hpp"
#include "grammars/text/unit.hpp"
#include "grammars/text/utf8.hpp"
#include "registries/characters/written_unit.hpp"

namespace daicho {

namespace {

/// Codes of one row of the user-defined part.
constexpr unsigned row_size = 188;

std::optional<unsigned> four_hexadecimal_digits(std::string_view text) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (text.size() != 4 || error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

/// 0 where CP932 has no user-defined character there.
char32_t user_defined(unsigned code) {
    const unsigned lead = code >> 8, trail = code & 0xFF;
    if (lead < 0xF0 || lead > 0xF9 || trail < 0x40 || trail == 0x7F || trail > 0xFC) return 0;
    return 0xE000 + (lead - 0xF0) * row_size + trail - (trail > 0x7F ? 0x41 : 0x40);
}

bool starts_with_word(std::string_view& text) {
    for (const std::string_view word : {"SJIS", "sjis", "Shift_JIS", "CP932", "cp932"}) {
        if (!text.starts_with(word)) continue;
        text.remove_prefix(word.size());
        text.remove_prefix(std::min(text.find_first_not_of(" :+-"), text.size()));
        return true;
    }
    return false;
}

std::string utf8(char32_t value) {
    std::string text;
    append_utf8(text, value);
    return text;
}

GaijiCode known(std::string unit) {
    if (unit.empty()) return {};
    return {GaijiCodeForm::character, std::move(unit), {}, false, false};
}

GaijiCode bare(unsigned code) {
    const char32_t cp932 = user_defined(code);
    const bool unicode = (properties_of(code) & character::private_use) != 0;
    if (unicode && cp932 != 0) {
        return {GaijiCodeForm::unicode_or_cp932, utf8(code), utf8(cp932), false, false};
    }
    if (unicode) return {GaijiCodeForm::character, utf8(code), {}, true, false};
    if (cp932 != 0) return {GaijiCodeForm::character, utf8(cp932), {}, false, true};
    return {};
}

}  // namespace

std::string cp932_gaiji(std::string_view text) {
    starts_with_word(text);
    if (text.starts_with("0x") || text.starts_with("0X")) text.remove_prefix(2);
    const auto code = four_hexadecimal_digits(text);
    const char32_t value = code ? user_defined(*code) : 0;
    return value == 0 ? std::string() : utf8(value);
}

GaijiCode read_gaiji_code(std::string_view text) {
    if (text.empty()) return {};
    const CodePoint first = code_point_at(text, 0);
    if (first.value >= 0x80 && unit_at(text, 0).size == text.size()) return known(std::string(text));
    if (text.starts_with("U+") || text.starts_with("u+")) return known(written_unit(text));
    std::string_view rest = text;
    if (starts_with_word(rest)) return known(cp932_gaiji(rest));
    if (rest.starts_with("0x") || rest.starts_with("0X")) rest.remove_prefix(2);
    const auto code = four_hexadecimal_digits(rest);
    return code ? bare(*code) : GaijiCode{};
}

}  // namespace daicho
