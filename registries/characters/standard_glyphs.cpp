#include "registries/characters/standard_glyphs.hpp"

#include "registries/characters/mj_glyph.hpp"
#include "registries/characters/written_unit.hpp"
#include "registries/sources/glyph_number.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

constexpr std::string_view units_of_fonts =
    "select distinct code, selector from font_glyph where number = ? and code <> '' order by selector, code";

}  // namespace

StandardGlyphs::StandardGlyphs(const Registry& registry)
    : registry_(&registry), has_mj_(registry.has("mj_character")), gj_(registry) {}

StandardGlyph StandardGlyphs::find_mj(std::string_view number) const {
    using enum StandardGlyph::Standing;
    if (registry_ == nullptr) return {};
    if (has_mj_) {
        const auto glyphs = mj_glyphs(*registry_, MjKey::mj, number);
        return glyphs.empty() ? StandardGlyph{absent, {}} : StandardGlyph{present, unit_of(glyphs.front())};
    }
    if (!registry_->has("font_glyph")) return {};
    Statement& row = registry_->prepared(units_of_fonts);  // a font need not have all of MJ
    row.reset();
    row.bind(0, number);
    StandardGlyph glyph;
    if (row.step()) {
        const std::string selector(row.text(1));
        glyph = {present, written_unit(std::string(row.text(0)) + (selector.empty() ? "" : "_" + selector))};
    }
    row.reset();
    return glyph;
}

StandardGlyph StandardGlyphs::find(std::string_view number) const {
    using enum StandardGlyph::Standing;
    if (series_of(number) == GlyphSeries::mj) return find_mj(number);
    if (gj_.empty()) return {};
    const GjCharacter* character = gj_.find(number);
    if (character == nullptr) return {absent, {}};
    const std::string_view unit = character->unit();
    return {present, gj_.of(unit) == character ? std::string(unit) : std::string()};
}

}  // namespace daicho
