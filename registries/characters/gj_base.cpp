#include "registries/characters/gj_base.hpp"

#include <set>

#include "grammars/text/unit.hpp"
#include "registries/characters/gaiji_census.hpp"
#include "registries/characters/mj_glyph.hpp"
#include "registries/characters/written_unit.hpp"
#include "registries/sources/glyph_number.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

/// The numbers in the first column of a statement with these parameters.
void add_numbers(Statement& rows, std::initializer_list<std::string_view> parameters,
                 std::set<std::string>& numbers) {
    rows.reset();
    int at = 0;
    for (const std::string_view parameter : parameters) rows.bind(at++, parameter);
    while (rows.step()) {
        if (auto number = glyph_number(rows.text(0))) numbers.insert(std::move(*number));
    }
    rows.reset();
}

}  // namespace

bool has_gj(const Registry& registry) {
    if (registry.has("gj_character")) return true;
    return registry.has("font_glyph") &&
           registry.database().number(
               "select exists (select 1 from font_glyph where number >= 'GJ' and number < 'GK')") != 0;
}

std::string gj_number_of(const Registry& registry, std::string_view unit) {
    if (unit.empty() || !is_private_use(unit)) return {};
    const std::string written = ucs_key(unit_at(unit, 0).base);
    const std::string code = written.substr(2);
    std::set<std::string> numbers;
    if (registry.has("font_glyph")) {
        add_numbers(
            registry.prepared("select number from font_glyph where code = ?1 and coalesce(selector, '') = '' "
                              "and number >= 'GJ' and number < 'GK'"),
            {code}, numbers);
    }
    if (registry.has("gj_character")) {
        add_numbers(registry.prepared("select gj from gj_character where pua in (?1, ?2, '0x' || ?1, ?3)"),
                    {code, written, unit}, numbers);
    }
    return numbers.size() == 1 ? *numbers.begin() : std::string();
}

std::string gj_base(const Registry& registry, std::string_view number) {
    if (!registry.has("gj_character")) return {};
    Statement& row = registry.prepared("select base, mj from gj_character where gj = ?");
    row.reset();
    row.bind(0, number);
    std::string base, glyph;
    if (row.step()) {
        base = row.text(0);
        glyph = row.text(1);
    }
    row.reset();
    if (std::string unit = written_unit(base); !unit.empty()) return unit;
    const auto mj = glyph_number(base.empty() ? glyph : base);
    if (!mj || series_of(*mj) != GlyphSeries::mj) return {};
    const auto glyphs = mj_glyphs(registry, MjKey::mj, *mj);
    return glyphs.empty() ? std::string() : unit_of(glyphs.front());
}

}  // namespace daicho
