#include "registries/characters/shrink_origin.hpp"

#include "grammars/text/normalize.hpp"
#include "grammars/text/standardized_variant.hpp"
#include "grammars/text/unit.hpp"
#include "registries/characters/gaiji_census.hpp"
#include "registries/characters/gj_base.hpp"
#include "registries/characters/mj_glyph.hpp"

namespace daicho {

namespace {

/// What stands for a unit when nothing is known of it: the base that an imported table gives a GJ character,
/// the base of a sequence, the compatibility ideograph of a standardised one, the canonical equal. The unit
/// itself where there is none.
ShrinkStep next_writing(const Registry& registry, const std::string& text) {
    const CharacterUnit unit = unit_at(text, 0);
    if (unit.size != text.size()) return {text, text};
    if (const std::string number = gj_number_of(registry, text); !number.empty()) {
        const std::string imported = gj_base(registry, number);
        return {text, is_private_use(imported) ? text : imported, ShrinkBasis::imported_base};
    }
    std::string base;
    if (unit.selector != 0) {
        const char32_t ideograph =
            unit.selectors == 1 ? compatibility_ideograph(unit.base, unit.selector) : 0;
        append_utf8(base, ideograph != 0 ? ideograph : unit.base);
        return {text, base, ideograph != 0 ? ShrinkBasis::canonical : ShrinkBasis::selector};
    }
    return {text, nfc(text), ShrinkBasis::canonical};
}

}  // namespace

ShrinkOrigin shrink_origin(const Registry& registry, std::string_view unit) {
    ShrinkOrigin origin;
    origin.unit = unit;
    while (true) {
        if (const auto glyph = mj_glyph_of(registry, origin.unit)) {
            origin.mj = glyph->mj;
            origin.links = shrink_links(registry, glyph->mj);
            if (!origin.links.empty()) return origin;
        }
        ShrinkStep step = next_writing(registry, origin.unit);
        if (step.to == origin.unit) return origin;
        origin.beyond_map |= !origin.mj.empty();
        origin.mj.clear();
        origin.unit = step.to;
        origin.before.push_back(std::move(step));
    }
}

}  // namespace daicho
