#include "registries/characters/mj_set.hpp"

#include <algorithm>

#include "grammars/text/unit.hpp"
#include "registries/characters/mj_glyph.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

std::uint64_t key_of(char32_t base, char32_t selector) {
    return (std::uint64_t{base} << 21) | selector;
}

}  // namespace

MjSet::MjSet(const Registry& registry) : code_points_(0x110000) {
    for (const char* column : {"implementedUcs", "ivs", "svs", "duplicatedIvs"}) {
        if (!registry.has("mj_character")) continue;
        Statement rows = registry.database().prepare(std::string("select ") + column +
                                                     " from mj_character where " + column + " is not null");
        while (rows.step()) {
            const std::string text = text_of_key(rows.text(0));
            const CharacterUnit unit = unit_at(text, 0);
            if (unit.size == 0) continue;
            if (unit.selector == 0) {
                code_points_[unit.base] = true;
            } else {
                sequences_.push_back(key_of(unit.base, unit.selector));
            }
        }
    }
    if (registry.has("mj_hentaigana")) {
        Statement rows = registry.database().prepare("select ucs from mj_hentaigana where ucs is not null");
        while (rows.step()) {
            const CodePoint kana = code_point_at(text_of_key(rows.text(0)), 0);
            if (kana.size != 0) code_points_[kana.value] = true;
        }
    }
    std::ranges::sort(sequences_);
}

bool MjSet::holds(char32_t base, char32_t selector) const {
    if (selector == 0) return base < code_points_.size() && code_points_[base];
    return std::ranges::binary_search(sequences_, key_of(base, selector));
}

}  // namespace daicho
