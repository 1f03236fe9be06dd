#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "grammars/characters/check.hpp"
#include "models/rules/rule.hpp"

namespace daicho {

/// Writes into `finding`, whose place and rule are known, what `problems` of `text` say of its rule: all of
/// them together, since a cell with twenty bad characters is one thing to fix. The repair holds all that is
/// safe and what this rule proposes.
void tell_characters(Finding& finding, const CharacterProfile& profile, std::string_view text,
                     std::span<const CharacterProblem> problems);

/// The rules that `problems` break, each once, in the order of the first place.
std::vector<RuleId> broken_rules(std::span<const CharacterProblem> problems);

}  // namespace daicho
