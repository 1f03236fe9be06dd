#include "models/rules/message.hpp"

#include <algorithm>

#include "grammars/text/character.hpp"
#include "grammars/text/digits.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/visible.hpp"
#include "grammars/values/rule_ids.hpp"
#include "models/rules/part_names.hpp"
#include "models/rules/value_finding.hpp"

namespace daicho {

namespace {

constexpr std::size_t value_columns = 60;
constexpr std::size_t compared_columns = 200;  // of several values that a rule compares

constexpr Text unknown_rule{" の規則に合いません[: 「{value}」]。", ": this rule is broken[ by '{value}']"};
constexpr Text guess{"「{repair}」ではありませんか。", "; perhaps '{repair}' is meant"};
constexpr Text safe_repair{"「{repair}」と書きます。", "; write '{repair}'"};

std::string number(std::uint64_t value) {
    return value == 0 ? std::string{} : std::to_string(value);
}

/// The bytes of the value that the finding speaks of. A masked value is not the one that the span counts in.
std::string_view part_of_value(const Finding& finding) {
    if (finding.span.end > finding.value.size()) return {};
    return slice(finding.value, finding.span);
}

/// What was left over beside a value: a part of it, where it is known which. Where more than a note goes
/// straight on (4/1～10/31 for a time), no part of the text is the value.
std::string left_over(const Finding& finding) {
    const std::string_view part = part_of_value(finding);
    const bool digits = std::any_of(part.begin(), part.end(), is_ascii_digit);
    if (part.size() == finding.value.size() || (digits && !is_note(part))) return {};
    return shown(part, value_columns);
}

/// What a template is filled with.
struct Facts {
    const Finding& finding;
    std::string_view option;
    Language language;
};

/// What the finding adds: of a part that is missing, or is of another item, the name in the language.
std::string detail_of(const Facts& facts) {
    const Finding& finding = facts.finding;
    const bool part = finding.rule == rules::incomplete || finding.rule == rules::part_of_another_item;
    return part ? shown(part_names_in(finding.detail, facts.language), value_columns)
                : shown(finding.detail, value_columns);
}

/// The text that a placeholder stands for; empty where it is not known.
std::string field(std::string_view name, const Facts& facts) {
    const Finding& finding = facts.finding;
    if (name == "option") return std::string{facts.option};
    if (name == "value") return shown(finding.value, value_columns);
    if (name == "part") return shown(part_of_value(finding), value_columns);
    if (name == "rest") return left_over(finding);
    if (name == "expected") return std::string{finding.expected};
    if (name == "header") return shown(finding.header, value_columns);
    if (name == "item") return std::string{finding.item};
    if (name == "detail") return detail_of(facts);
    if (name == "repair") return shown(finding.repair.value, value_columns);
    if (name == "line") return number(finding.place.line);
    if (name == "record") return number(finding.record);
    if (name == "column") return number(finding.column);
    return {};
}

/// Fills `part`; false where a field of it was empty.
bool append_filled(std::string& out, std::string_view part, const Facts& facts) {
    bool complete = true;
    while (!part.empty()) {
        const std::size_t open = part.find('{');
        const std::size_t close = part.find('}', open);
        out += part.substr(0, open);
        if (close == std::string_view::npos) break;
        const std::string text = field(part.substr(open + 1, close - open - 1), facts);
        complete &= !text.empty();
        out += text;
        part.remove_prefix(close + 1);
    }
    return complete;
}

std::string fill(std::string_view message, const Facts& facts) {
    std::string out;
    while (!message.empty()) {
        const std::size_t open = message.find('[');
        append_filled(out, message.substr(0, open), facts);
        if (open == std::string_view::npos) break;
        const std::size_t close = message.find(']', open);
        std::string optional;
        if (append_filled(optional, message.substr(open + 1, close - open - 1), facts)) out += optional;
        message.remove_prefix(close + 1);
    }
    return out;
}

}  // namespace

std::string render_message(const Finding& finding, const Rule* rule, const Wording& wording) {
    const Language language = wording.language;
    const Facts facts{finding, rule ? wording.option(rule->hint) : std::string_view{}, language};
    if (!rule) return std::string{finding.rule.text} + fill(unknown_rule.in(language), facts);
    const std::string_view message = rule->message.in(language);
    std::string out = fill(message, facts);
    const bool written = rule->slug == rule->id.text;  // by a model: it has no place for facts
    if (written && !finding.detail.empty()) {
        const bool ja = language == Language::ja;
        out += (ja ? "（" : " (") + shown(finding.detail, compared_columns) + (ja ? "）" : ")");
    }
    const bool told = finding.repair.kind != RepairKind::none && !finding.repair.value.empty();
    if (!told || finding.repair.value == masked_text) return out;
    if (message.find("{repair}") != std::string_view::npos) return out;
    // Cut to what is shown, a repair at the end of a long value is no other text.
    if (shown(finding.repair.value, value_columns) == shown(finding.value, value_columns)) return out;
    const Text& offer = finding.repair.kind == RepairKind::guess ? guess : safe_repair;
    return out + fill(offer.in(language), facts);
}

std::string render_fix(const Rule& rule, const Wording& wording) {
    return fill(rule.fix.in(wording.language), {Finding{}, wording.option(rule.hint), wording.language});
}

std::string shown(std::string_view text, std::size_t columns) {
    using namespace character;
    std::size_t width = 0, end = 0;
    bool visible_as_it_is = true;
    while (end < text.size()) {
        const CodePoint c = code_point_at(text, end);
        width += c.value < 0x1100 ? 1 : 2;
        if (width > columns) break;
        visible_as_it_is &= (properties_of(c.value) & (control | unassigned | invisible)) == 0;
        end += c.size;
    }
    const std::string_view part = text.substr(0, end);
    std::string out = visible_as_it_is ? std::string(part) : visible(part);
    return end < text.size() ? out + "…" : out;
}

Finding masked(Finding finding) {
    if (!finding.value.empty()) finding.value = masked_text;
    finding.detail.clear();
    if (!finding.repair.value.empty()) finding.repair.value = masked_text;
    return finding;
}

}  // namespace daicho
