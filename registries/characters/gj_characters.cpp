#include "registries/characters/gj_characters.hpp"

#include <algorithm>

#include "registries/characters/gj_base.hpp"
#include "registries/characters/written_unit.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

GjCharacters::GjCharacters(const Registry& registry) {
    read_table(registry);
    read_fonts(registry);
}

GjCharacter& GjCharacters::entry(std::string_view number) {
    const auto known = characters_.find(number);
    if (known != characters_.end()) return known->second;
    GjCharacter& character = characters_[std::string(number)];
    character.number = number;
    return character;
}

void GjCharacters::add_unit(GjCharacter& character, std::string unit) {
    if (unit.empty()) return;
    auto& numbers = numbers_[unit];
    if (std::ranges::find(numbers, character.number) == numbers.end()) numbers.push_back(character.number);
    auto& units = character.units;
    if (std::ranges::find(units, unit) == units.end()) units.push_back(std::move(unit));
}

void GjCharacters::read_table(const Registry& registry) {
    if (!registry.has("gj_character")) return;
    Statement rows = registry.database().prepare("select gj, pua, note from gj_character order by gj");
    while (rows.step()) {
        GjCharacter& character = entry(rows.text(0));
        add_unit(character, written_unit(rows.text(1)));
        character.base = gj_base(registry, rows.text(0));
        character.note = rows.text(2);
    }
}

void GjCharacters::read_fonts(const Registry& registry) {
    if (!registry.has("font_glyph")) return;
    Statement rows = registry.database().prepare(
        "select number, code, selector from font_glyph where number >= 'GJ' and number < 'GK' order by 1, 2, "
        "3");
    while (rows.step()) {
        const std::string selector(rows.text(2));
        const std::string code(rows.text(1));
        add_unit(entry(rows.text(0)), written_unit(selector.empty() ? code : code + "_" + selector));
    }
}

const GjCharacter* GjCharacters::find(std::string_view number) const {
    const auto found = characters_.find(number);
    return found == characters_.end() ? nullptr : &found->second;
}

std::vector<const GjCharacter*> GjCharacters::all_of(std::string_view unit) const {
    std::vector<const GjCharacter*> all;
    const auto found = numbers_.find(unit);
    if (found == numbers_.end()) return all;
    for (const std::string& number : found->second) all.push_back(find(number));
    return all;
}

std::vector<std::string_view> GjCharacters::units() const {
    std::vector<std::string_view> units;
    for (const auto& [unit, numbers] : numbers_) {
        if (numbers.size() == 1) units.push_back(unit);
    }
    return units;
}

const GjCharacter* GjCharacters::of(std::string_view unit) const {
    const auto all = all_of(unit);
    return all.size() == 1 ? all.front() : nullptr;
}

}  // namespace daicho
