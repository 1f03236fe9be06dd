#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/finding.hpp"
#include "grammars/base/language.hpp"

namespace daicho {

/// What follows from a broken rule, the worst first: the order in which people are told.
enum class Consequence : std::uint8_t {
    of_family,   ///< what is usual for its family, see `RuleFamily`
    wrong_fact,  ///< who reads the data is misled
    missing,     ///< something is not there
    unreadable,  ///< something is there that programs cannot use
    notation,    ///< it is written in another way
    style        ///< it can be used as it is
};

/// What the caller could choose so that a finding of a rule does not come up again, or does not matter: a
/// command has an option for it, and knows its name; the texts of rules do not.
enum class RuleHint : std::uint8_t {
    none,
    model,            ///< which model is meant
    header_row,       ///< another record as the header
    sheet,            ///< another sheet
    records,          ///< the records of another place of the document
    as_of,            ///< another day that is asked about
    two_digit_year,   ///< how years of two digits are meant
    byte_order_mark,  ///< to write the file with or without the mark
    line_ends,        ///< to write the file with line ends of one kind
    addresses,        ///< to leave out filling from addresses
    corporations,     ///< to leave out filling from names of corporations
};

/// What a rule says and how much it weighs. All texts live as long as the program, or as the model that wrote
/// the rule.
struct Rule {
    RuleId id;
    std::string_view slug;  ///< "wrong-check-digit"
    Severity severity = Severity::error;
    Level blocks = Level::none;  ///< the level that breaking it keeps a record from; none: no level
    Consequence consequence = Consequence::of_family;
    RuleHint hint = RuleHint::none;  ///< `{option}` of its texts
    Text title;
    /// Template of the message about one finding, see render_message. A sentence a clerk can act on.
    Text message;
    Text why;
    Text fix;  ///< a template as well, see render_fix
};

/// The families of rules, by the letter of their ids.
struct RuleFamily {
    char letter;
    Text name;
    std::span<const Rule> rules;
    Consequence consequence;
};

/// Every family in the order of its ids: F S C T K R U M P.
std::span<const RuleFamily> rule_families();

/// The built-in rule with this id or slug ("K310", "k310", "wrong-check-digit"), or null.
const Rule* find_rule(std::string_view id_or_slug);

/// What follows from breaking the rule. Of one that a model file brings: a wrong fact, or where it keeps from
/// the highest level alone, another notation.
Consequence consequence_of(RuleId id, Level blocks);

/// A rule that a model file brings, as long as the model's own texts live.
Rule written_rule(RuleId id, Severity severity, Level blocks, Text message);

/// The built-in rules together with those that a model file brings.
class RuleBook {
 public:
    RuleBook() = default;
    /// `written` are the rules of a model; their texts must outlive the book.
    explicit RuleBook(std::vector<Rule> written) : written_(std::move(written)) {}

    /// The rule with this id, or null.
    const Rule* find(RuleId id) const;

 private:
    std::vector<Rule> written_;
};

}  // namespace daicho
