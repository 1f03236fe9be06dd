#pragma once

#include <string_view>

#include "grammars/formats/json_writer.hpp"
#include "models/rules/message.hpp"
#include "models/rules/rule.hpp"

namespace daicho {

/// How findings are told.
struct FindingStyle {
    Wording wording = Language::ja;
    bool show_values = false;           ///< show what confidential findings hold
    const RuleBook* rules = nullptr;    ///< null: the built-in rules
    const PlaceForm* places = nullptr;  ///< null: places are lines
};

/// The rule of `finding` in the book of `style`, or null.
const Rule* rule_of(const Finding& finding, const FindingStyle& style);

/// Writes `finding` as one object of a report: rule, name, severity, level, place, value, expected, repair,
/// message. `file` comes first where it is given.
void write_finding(JsonWriter& json, const Finding& finding, const FindingStyle& style,
                   std::string_view file = {});

/// The same without a place: what `daicho parse` says of a text. The value stands beside it, in `input`.
void write_remark(JsonWriter& json, const Finding& finding, const FindingStyle& style);

}  // namespace daicho
