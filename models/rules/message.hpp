#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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

/// The message of a rule in a language, its template taken apart once for all findings of the rule.
///
/// `{value} {part} {expected} {header} {item} {detail} {repair} {line} {record} {column}` stand for the
/// fields of the finding, `{option}` for the name of what the rule's hint says; a part in square brackets is
/// left out when one of its fields is empty (0 for numbers). `rule` may be null (a rule that no book knows):
/// the message then names the rule and what was found. Lives no longer than the texts of the rule.
class RuleMessage {
 public:
    /// `none`: nothing is put in; `unknown`: a name that nothing has, always empty.
    enum class Field : std::uint8_t {
        none,
        value,
        part,
        rest,
        expected,
        header,
        item,
        detail,
        repair,
        line,
        record,
        column,
        option,
        unknown
    };

    /// What a template was taken apart into.
    struct Template {
        struct Piece {
            std::string_view text;
            Field field;                         ///< behind the text
            bool opens = false, closes = false;  ///< the first, the last of a part that may be left out
        };

        Template(std::string_view text, std::string_view option);
        bool has(Field field) const;
        void fill(std::string& out, const Finding& finding, Language language) const;

        std::vector<Piece> pieces;
    };

    RuleMessage(const Rule* rule, const Wording& wording);
    void append(std::string& out, const Finding& finding) const;
    /// The same where the title of the rule stands above: that of a rule of a model is its whole text, which
    /// is not said again where there are facts.
    void append_below_title(std::string& out, const Finding& finding) const;

 private:
    void append_offer(std::string& out, const Finding& finding) const;

    Language language_;
    bool known_, written_;  // by a model: its message has no place for facts
    Template message_;
    bool offers_repair_;
};

/// The message of one finding; who words many of a rule keeps its `RuleMessage`.
std::string render_message(const Finding& finding, const Rule* rule, const Wording& wording);

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
