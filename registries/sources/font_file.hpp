#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// A glyph as a font has it. A glyph with several codes stands there once for each.
struct FontGlyph {
    unsigned id = 0;
    std::string name;       ///< as the font writes it
    char32_t code = 0;      ///< 0: reached by no code
    char32_t selector = 0;  ///< 0: the code stands for itself; else with this variation selector behind it
};

struct FontFace {
    std::string family;
    std::string version;  ///< "Version 005.01"
    std::vector<FontGlyph> glyphs;
};

/// Whether the first bytes are those of a font with characters: TrueType, OpenType, a collection, WOFF.
bool is_font(std::string_view head);

/// The faces of a font file with all of its glyphs: by code, those of a code without selector first; behind
/// them the glyphs without code. Throws Error that begins with `name` where it is broken or names no glyphs.
std::vector<FontFace> read_font(std::string_view bytes, const std::string& name);

}  // namespace daicho
