#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/rule_id.hpp"
#include "tools/option_list.hpp"

namespace daicho {

/// Reads what settings call rules by: an id ("R401"), a slug ("missing-value"), the beginning of ids ("R4",
/// "R"), or a rule that a model brings ("Address.full-address-parts"). `choice` becomes an id or a beginning.
Complaint read_rule_choice(std::string_view given, std::string& choice);

/// Whether `choice`, as `read_rule_choice` makes it, means the rule.
bool chooses(std::string_view choice, RuleId rule);
/// Whether one of them does.
bool chooses_one(const std::vector<std::string>& choices, RuleId rule);

}  // namespace daicho
