#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "registries/sources/font_shapes.hpp"

namespace daicho {

/// What a shape looks like: in each of 8 by 8 fields of its frame, how much outline runs in each of four
/// directions. Size, place and weight of the strokes play no part in it; a shape without outline is all zero.
using ShapeFeature = std::array<std::uint8_t, 256>;

ShapeFeature shape_feature(const GlyphOutline& outline);

/// How much alike two shapes look, from 0 to 1; 1: the same but for size, place and weight.
double likeness(const ShapeFeature& one, const ShapeFeature& other);

/// The glyphs of a font that have MJ or GJ numbers, ready to be compared.
class GlyphGallery {
 public:
    struct Glyph {
        std::string number;
        unsigned glyph = 0;  ///< of the font
        ShapeFeature feature{};
    };

    /// Looks at all glyphs of the font; some seconds for 60,000.
    explicit GlyphGallery(const FontShapes& font);

    bool empty() const { return glyphs_.empty(); }
    /// By number.
    const std::vector<Glyph>& glyphs() const { return glyphs_; }
    /// Null where there is none of that number.
    const Glyph* find(std::string_view number) const;

 private:
    std::vector<Glyph> glyphs_;
};

}  // namespace daicho
