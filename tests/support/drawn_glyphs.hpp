#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "registries/sources/font_shapes.hpp"

namespace daicho {

/// A shape of bars, as kanji are: drawn from a seed, the same on every machine.
inline GlyphOutline drawn_glyph(std::uint32_t seed) {
    std::mt19937 random(seed * 7919 + 13);
    const auto draw = [&](unsigned most) { return static_cast<unsigned>(random() % most); };
    const auto up_to = [&](unsigned most) { return static_cast<double>(draw(most)); };
    GlyphOutline outline;
    const unsigned bars = 5 + draw(5);
    using Kind = GlyphOutline::Kind;
    for (unsigned i = 0; i < bars; ++i) {
        const double x = 40 + up_to(520), y = 40 + up_to(520), length = 200 + up_to(240), weight = 40;
        const unsigned lie = draw(3);
        const OutlinePoint along = lie == 0   ? OutlinePoint{length, 0}
                                   : lie == 1 ? OutlinePoint{0, length}
                                              : OutlinePoint{length * 0.7, length * 0.7};
        const OutlinePoint across = lie == 1 ? OutlinePoint{weight, 0} : OutlinePoint{0, weight};
        outline.steps.push_back({Kind::move, {{{x, y}}}});
        outline.steps.push_back({Kind::line, {{{x + along.x, y + along.y}}}});
        outline.steps.push_back({Kind::line, {{{x + along.x + across.x, y + along.y + across.y}}}});
        outline.steps.push_back({Kind::line, {{{x + across.x, y + across.y}}}});
    }
    return outline;
}

/// The same by another hand: smaller, aslant, elsewhere, its points not quite where they were.
inline GlyphOutline redrawn(GlyphOutline outline, std::uint32_t seed) {
    std::mt19937 random(seed * 104729 + 7);
    const auto draw = [&](unsigned most) { return static_cast<double>(random() % most); };
    const double wide = 0.8 + draw(20) / 100, high = 0.8 + draw(20) / 100;
    const double slant = (draw(60) - 30) / 1000, aside = draw(50);
    for (auto& step : outline.steps) {
        for (auto& point : step.points) {
            const double shake = draw(9) - 4;
            point = {point.x * wide + point.y * slant + aside + shake, point.y * high + 30 - shake};
        }
    }
    return outline;
}

}  // namespace daicho
