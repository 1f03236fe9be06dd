#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace daicho {

/// What numbers a glyph.
enum class GlyphSeries : unsigned char {
    mj,   ///< 文字情報基盤: MJ000000
    gj,   ///< kanji that 行政事務標準文字 adds: GJ000000
    gjh,  ///< its characters that are no kanji: GJH000000
};

/// The number that a font, a table or a person writes in any of these ways as the standards write it:
/// "mj025760", "ＭＪ０２５７６０" give "MJ025760". None where the text is more or less than such a number
/// ("mj025760.vert" is another glyph).
std::optional<std::string> glyph_number(std::string_view text);

/// Of a number as `glyph_number` gives it.
GlyphSeries series_of(std::string_view number);

}  // namespace daicho
