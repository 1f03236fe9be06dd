#pragma once

#include <span>

#include "models/rules/rule.hpp"

namespace daicho {

// One file a family: FAMILY_rules.cpp.
std::span<const Rule> file_rules();
std::span<const Rule> structure_rules();
std::span<const Rule> readability_rules();  // a part of them
std::span<const Rule> document_rules();     // a part of them
std::span<const Rule> character_rules();
std::span<const Rule> character_text_rules();  // a part of them
std::span<const Rule> type_rules();
std::span<const Rule> code_rules();
std::span<const Rule> record_rules();
std::span<const Rule> address_rules();      // a part of them
std::span<const Rule> corporation_rules();  // a part of them
std::span<const Rule> set_rules();
std::span<const Rule> model_rules();
std::span<const Rule> policy_rules();

}  // namespace daicho
