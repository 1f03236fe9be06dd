#include "grammars/characters/unit_replacements.hpp"

#include "grammars/text/unit.hpp"

namespace daicho {

void UnitReplacements::add(std::string unit, UnitReplacement replacement) {
    const CharacterProperties properties = properties_of(unit_at(unit, 0).base);
    if ((properties & character::private_use) == 0) all_known_ = false;
    by_unit_.emplace(std::move(unit), std::move(replacement));
}

const UnitReplacement* UnitReplacements::find(std::string_view unit) const {
    const auto found = by_unit_.find(std::string(unit));
    return found == by_unit_.end() ? nullptr : &found->second;
}

}  // namespace daicho
