#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace daicho {

/// A place on the body of a font: 1000 units an em, y downwards, (0, 0) its upper left corner (880 units
/// above the base line).
struct OutlinePoint {
    double x = 0, y = 0;
};

/// The outline of a glyph: closed contours, each of which begins with a move.
struct GlyphOutline {
    enum class Kind : unsigned char { move, line, quadratic, cubic };
    struct Step {
        Kind kind = Kind::move;
        std::array<OutlinePoint, 3> points;  ///< the last one used is where the step ends
    };
    std::vector<Step> steps;

    bool empty() const { return steps.empty(); }
};

/// The outline as the attribute `d` of a path of SVG, in whole units.
std::string svg_path(const GlyphOutline& outline);

/// The shapes of the first face of a font, as EUDC.TTE or a font of MJ glyphs has them. For one thread.
class FontShapes {
 public:
    /// `name` stands for it in messages. Throws Error where the bytes are no font.
    FontShapes(std::string bytes, const std::string& name);
    ~FontShapes();
    FontShapes(const FontShapes&) = delete;
    FontShapes& operator=(const FontShapes&) = delete;

    /// Number of its glyphs, the one for missing characters (0) among them.
    std::size_t size() const;
    /// The name of a glyph; empty where the font names none.
    std::string name_of(unsigned glyph) const;
    /// The glyph that a code stands for; 0 where there is none.
    unsigned glyph_at(char32_t code) const;
    /// The codes that have a glyph, ascending.
    std::vector<char32_t> codes() const;
    /// Empty where the glyph has no outline (a space, a picture of dots).
    GlyphOutline outline(unsigned glyph) const;

 private:
    struct Font;
    std::unique_ptr<Font> font_;
};

}  // namespace daicho
