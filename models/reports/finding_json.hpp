#pragma once

#include <cstdint>
#include <optional>
#include <string>
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

/// What findings of one rule in one column say alike, as JSON writes it: the members up to the level,
/// those that tell the column, and the message but for what is filled in.
class FindingFrame {
 public:
    /// Makes it anew unless it is the one of `finding` already; of `style` and `file` only where these are
    /// the same for all.
    void fit(const Finding& finding, const FindingStyle& style, std::string_view file);
    const RuleMessage& message() const { return *message_; }
    const std::string& head() const { return head_; }
    const std::string& column() const { return column_; }

 private:
    std::optional<RuleMessage> message_;
    RuleId id_;
    Severity severity_ = Severity::error;
    Level blocks_ = Level::none;
    std::uint32_t number_ = 0;
    std::string header_, item_, head_, column_;
};

/// Writes `finding` as one object of a report: rule, name, severity, level, place, value, expected, repair,
/// message. `file` comes first where it is given.
void write_finding(JsonWriter& json, const Finding& finding, const FindingStyle& style,
                   std::string_view file = {});
/// The same with a frame that is kept from finding to finding of one rule in one column and one file.
void write_finding(JsonWriter& json, const Finding& finding, const FindingStyle& style, std::string_view file,
                   FindingFrame& frame);

/// The same without a place: what `daicho parse` says of a text. The value stands beside it, in `input`.
void write_remark(JsonWriter& json, const Finding& finding, const FindingStyle& style);

}  // namespace daicho
