#include "registries/sources/font_shapes.hpp"

#include <cmath>

#include "registries/sources/font_face.hpp"

namespace daicho {

namespace {

constexpr double em = 1000;
constexpr double above_base_line = 880;
constexpr char32_t last_code = 0x10FFFF;

/// Takes the steps of an outline from FreeType.
struct OutlineTaker {
    GlyphOutline outline;
    double scale = 1;

    OutlinePoint at(const FT_Vector* point) const {
        return {static_cast<double>(point->x) * scale,
                above_base_line - static_cast<double>(point->y) * scale};
    }
    void add(GlyphOutline::Kind kind, const FT_Vector* one, const FT_Vector* two = nullptr,
             const FT_Vector* three = nullptr) {
        GlyphOutline::Step step{kind, {}};
        std::size_t i = 0;
        for (const FT_Vector* point : {one, two, three}) {
            if (point != nullptr) step.points[i++] = at(point);
        }
        outline.steps.push_back(step);
    }
};

OutlineTaker& taker(void* user) {
    return *static_cast<OutlineTaker*>(user);
}

int take_move(const FT_Vector* to, void* user) {
    taker(user).add(GlyphOutline::Kind::move, to);
    return 0;
}
int take_line(const FT_Vector* to, void* user) {
    taker(user).add(GlyphOutline::Kind::line, to);
    return 0;
}
int take_quadratic(const FT_Vector* control, const FT_Vector* to, void* user) {
    taker(user).add(GlyphOutline::Kind::quadratic, control, to);
    return 0;
}
int take_cubic(const FT_Vector* one, const FT_Vector* two, const FT_Vector* to, void* user) {
    taker(user).add(GlyphOutline::Kind::cubic, one, two, to);
    return 0;
}

constexpr FT_Outline_Funcs takers = {take_move, take_line, take_quadratic, take_cubic, 0, 0};

void append_point(std::string& text, const OutlinePoint& point) {
    text += std::to_string(std::lround(point.x)) + ' ' + std::to_string(std::lround(point.y));
}

}  // namespace

std::string svg_path(const GlyphOutline& outline) {
    std::string text;
    for (const auto& step : outline.steps) {
        if (step.kind == GlyphOutline::Kind::move && !text.empty()) text += 'Z';
        text += "MLQC"[static_cast<unsigned>(step.kind)];
        const std::size_t points = step.kind == GlyphOutline::Kind::cubic       ? 3
                                   : step.kind == GlyphOutline::Kind::quadratic ? 2
                                                                                : 1;
        for (std::size_t i = 0; i < points; ++i) {
            if (i != 0) text += ' ';
            append_point(text, step.points[i]);
        }
    }
    if (!text.empty()) text += 'Z';
    return text;
}

struct FontShapes::Font {
    explicit Font(std::string all) : bytes(std::move(all)), face(bytes, 0) {}
    std::string bytes;
    FontHandle face;
};

FontShapes::FontShapes(std::string bytes, const std::string& name)
    : font_(std::make_unique<Font>(std::move(bytes))) {
    if (!font_->face.open()) refuse_broken_font(name);
}

FontShapes::~FontShapes() = default;

std::size_t FontShapes::size() const {
    const FT_Long glyphs = font_->face.get()->num_glyphs;
    return glyphs > 0 ? static_cast<std::size_t>(glyphs) : 0;
}

std::string FontShapes::name_of(unsigned glyph) const {
    return font_->face.name_of(glyph);
}

unsigned FontShapes::glyph_at(char32_t code) const {
    return font_->face.type().get_char_index(font_->face.get(), code);
}

std::vector<char32_t> FontShapes::codes() const {
    std::vector<char32_t> codes;
    const FontLibrary& type = font_->face.type();
    FT_UInt glyph = 0;
    FT_ULong code = type.get_first_char(font_->face.get(), &glyph);
    while (glyph != 0 && code <= last_code) {
        codes.push_back(static_cast<char32_t>(code));
        const FT_ULong next = type.get_next_char(font_->face.get(), code, &glyph);
        if (next <= code) break;  // a broken table must not lead round and round
        code = next;
    }
    return codes;
}

GlyphOutline FontShapes::outline(unsigned glyph) const {
    const FontLibrary& type = font_->face.type();
    const FT_Face face = font_->face.get();
    if (face->units_per_EM == 0 || type.load_glyph(face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP) != 0)
        return {};
    if (face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) return {};
    OutlineTaker taken{{}, em / static_cast<double>(face->units_per_EM)};
    if (type.decompose(&face->glyph->outline, &takers, &taken) != 0) return {};
    return std::move(taken.outline);
}

}  // namespace daicho
