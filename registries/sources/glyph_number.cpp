#include "registries/sources/glyph_number.hpp"

#include <algorithm>

#include "grammars/text/digits.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::size_t digits = 6;

/// ASCII of ASCII and of its full-width forms, letters in capitals; 0 for all else.
char narrow_capital(char32_t value) {
    if (value >= 0xFF01 && value <= 0xFF5E) value -= 0xFEE0;
    if (value >= 'a' && value <= 'z') value -= 0x20;
    return value < 0x80 ? static_cast<char>(value) : '\0';
}

std::string narrow_capitals(std::string_view text) {
    std::string narrow;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        narrow += narrow_capital(point.value);
        at += point.size;
    }
    return narrow;
}

}  // namespace

std::optional<std::string> glyph_number(std::string_view text) {
    if (text.size() > 3 * (3 + digits)) return std::nullopt;
    std::string number = narrow_capitals(text);
    const std::size_t letters = number.starts_with("GJH") ? 3 : 2;
    if (letters == 2 && !number.starts_with("MJ") && !number.starts_with("GJ")) return std::nullopt;
    const bool numbered =
        number.size() == letters + digits &&
        std::all_of(number.begin() + static_cast<std::ptrdiff_t>(letters), number.end(), is_ascii_digit);
    if (!numbered) return std::nullopt;
    return number;
}

GlyphSeries series_of(std::string_view number) {
    if (number.starts_with("MJ")) return GlyphSeries::mj;
    return number.starts_with("GJH") ? GlyphSeries::gjh : GlyphSeries::gj;
}

}  // namespace daicho
