#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "models/rules/rule.hpp"

namespace daicho {

/// The language of a text, and how the program that shows it names what can be chosen: "--header-row".
struct Wording {
    using OptionName = std::string_view (*)(RuleHint);

    Wording(Language in, OptionName name = nullptr)
        : language(in), option_name(name) {}  // NOLINT: a language will do

    /// Empty where the program has no name for it.
    std::string_view option(RuleHint hint) const {
        return option_name == nullptr || hint == RuleHint::none ? std::string_view{} : option_name(hint);
    }

    Language language;
    OptionName option_name;
};

/// Fills the message template of `rule` with what `finding` knows.
///
/// `{value} {part} {expected} {header} {item} {detail} {repair} {line} {record} {column}` stand for the
/// fields of the finding, `{option}` for the name of what the rule's hint says; a part in square brackets is
/// left out when one of its fields is empty (0 for numbers). `rule` may be null (a rule that no book knows):
/// the message then names the rule and what was found.
std::string render_message(const Finding& finding, const Rule* rule, const Wording& wording);
void append_message(std::string& out, const Finding& finding, const Rule* rule, const Wording& wording);

/// What to do where `rule` is broken: its text, with `{option}` filled in the same way.
std::string render_fix(const Rule& rule, const Wording& wording);

/// `text` in at most `columns` terminal columns, with "…" where it was cut; what cannot be seen or drives a
/// terminal is shown as `append_visible` does.
std::string shown(std::string_view text, std::size_t columns);
void append_shown(std::string& out, std::string_view text, std::size_t columns);

/// What takes the place of a confidential text.
inline constexpr std::string_view masked_text = "＊＊＊";

/// `finding` with its value and repair masked and without its detail. The expected form says nothing of the
/// value and stays.
Finding masked(Finding finding);

}  // namespace daicho
