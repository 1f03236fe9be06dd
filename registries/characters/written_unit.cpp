#include "registries/characters/written_unit.hpp"

#include <charconv>
#include <cstdio>

#include "grammars/text/code_point_name.hpp"
#include "grammars/text/unit.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::size_t shortest_code = 4, longest_code = 6;

/// 0 where it is no code point.
char32_t code_point(std::string_view digits) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    const bool sized = digits.size() >= shortest_code && digits.size() <= longest_code;
    const bool character = value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    return whole && sized && character ? value : 0;
}

}  // namespace

std::string written_unit(std::string_view text) {
    if (text.empty()) return {};
    if (unit_at(text, 0).size == text.size()) return std::string(text);
    for (const std::string_view prefix : {"U+", "u+", "0x", "0X"}) {
        if (text.starts_with(prefix)) {
            text.remove_prefix(prefix.size());
            break;
        }
    }
    const auto low_line = text.find('_');
    const char32_t base = code_point(text.substr(0, low_line));
    if (base == 0) return {};
    std::string unit;
    append_utf8(unit, base);
    if (low_line == text.npos) return unit;
    const char32_t selector = code_point(text.substr(low_line + 1));
    if (!is_variation_selector(selector)) return {};
    append_utf8(unit, selector);
    return unit;
}

}  // namespace daicho
