#include "models/rules/message.hpp"

#include <algorithm>

#include "grammars/formats/rule_ids.hpp"
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
std::string_view left_over(const Finding& finding) {
    const std::string_view part = part_of_value(finding);
    const bool digits = std::any_of(part.begin(), part.end(), is_ascii_digit);
    if (part.size() == finding.value.size() || (digits && !is_note(part))) return {};
    return part;
}

/// What a template is filled with.
struct Facts {
    const Finding& finding;
    std::string_view option;
    Language language;
};

bool has_list_of_names(RuleId rule) {
    return rule == rules::other_records || rule == rules::beside_records || rule == rules::members_left_out ||
           rule == rules::mixed_text;
}

/// Names with ", " between them: as many as fit, the last one whole. One that is too long alone is cut.
void append_names(std::string& out, std::string_view names) {
    constexpr std::string_view cut = "…";
    const std::size_t begin = out.size();
    append_shown(out, names, value_columns);
    if (!out.ends_with(cut) || std::string_view(out).substr(begin) == names) return;
    const std::size_t between = out.rfind(", ");
    if (between == out.npos || between < begin) return;
    out.replace(between, out.npos, " …");
}

/// What the finding adds: of a part that is missing, or is of another item, the name in the language.
void append_detail(std::string& out, const Facts& facts) {
    const Finding& finding = facts.finding;
    const bool part = finding.rule == rules::incomplete || finding.rule == rules::part_of_another_item;
    if (part) {
        append_shown(out, part_names_in(finding.detail, facts.language), value_columns);
    } else if (has_list_of_names(finding.rule)) {
        append_names(out, finding.detail);
    } else {
        append_shown(out, finding.detail, value_columns);
    }
}

/// The text that a placeholder stands for; nothing where it is not known.
void append_field(std::string& out, std::string_view name, const Facts& facts) {
    const Finding& finding = facts.finding;
    switch (name.empty() ? '\0' : name.front()) {
        case 'v':
            if (name == "value") append_shown(out, finding.value, value_columns);
            return;
        case 'e':
            if (name == "expected") out += finding.expected;
            return;
        case 'r':
            if (name == "repair") append_shown(out, finding.repair.value, value_columns);
            if (name == "rest") append_shown(out, left_over(finding), value_columns);
            if (name == "record") out += number(finding.record);
            return;
        case 'i':
            if (name == "item") out += finding.item;
            return;
        case 'p':
            if (name == "part") append_shown(out, part_of_value(finding), value_columns);
            return;
        case 'h':
            if (name == "header") append_shown(out, finding.header, value_columns);
            return;
        case 'd':
            if (name == "detail") append_detail(out, facts);
            return;
        case 'o':
            if (name == "option") out += facts.option;
            return;
        case 'l':
            if (name == "line") out += number(finding.place.line);
            return;
        case 'c':
            if (name == "column") out += number(finding.column);
            return;
        default:
            return;
    }
}

/// Fills `part`; false where a field of it was empty.
bool append_filled(std::string& out, std::string_view part, const Facts& facts) {
    bool complete = true;
    while (!part.empty()) {
        const std::size_t open = part.find('{');
        const std::size_t close = part.find('}', open);
        out += part.substr(0, open);
        if (close == std::string_view::npos) break;
        const std::size_t before = out.size();
        append_field(out, part.substr(open + 1, close - open - 1), facts);
        complete &= out.size() > before;
        part.remove_prefix(close + 1);
    }
    return complete;
}

void fill(std::string& out, std::string_view message, const Facts& facts) {
    while (!message.empty()) {
        const std::size_t open = message.find('[');
        append_filled(out, message.substr(0, open), facts);
        if (open == std::string_view::npos) break;
        const std::size_t close = message.find(']', open);
        const std::size_t before = out.size();
        if (!append_filled(out, message.substr(open + 1, close - open - 1), facts)) out.resize(before);
        message.remove_prefix(close + 1);
    }
}

/// Whether two texts look the same: cut to what is shown, a repair at the end of a long value is no other
/// text.
bool look_alike(std::string_view one, std::string_view other) {
    if (std::max(one.size(), other.size()) <= value_columns) return one == other;
    return shown(one, value_columns) == shown(other, value_columns);
}

}  // namespace

void append_message(std::string& out, const Finding& finding, const Rule* rule, const Wording& wording) {
    const Language language = wording.language;
    const Facts facts{finding, rule ? wording.option(rule->hint) : std::string_view{}, language};
    if (!rule) {
        out += finding.rule.text;
        fill(out, unknown_rule.in(language), facts);
        return;
    }
    const std::string_view message = rule->message.in(language);
    fill(out, message, facts);
    const bool written = rule->slug == rule->id.text;  // by a model: it has no place for facts
    if (written && !finding.detail.empty()) {
        const bool ja = language == Language::ja;
        out += ja ? "（" : " (";
        append_shown(out, finding.detail, compared_columns);
        out += ja ? "）" : ")";
    }
    const bool told = finding.repair.kind != RepairKind::none && !finding.repair.value.empty();
    if (!told || finding.repair.value == masked_text) return;
    if (message.find("{repair}") != std::string_view::npos) return;
    if (look_alike(finding.repair.value, finding.value)) return;
    const Text& offer = finding.repair.kind == RepairKind::guess ? guess : safe_repair;
    fill(out, offer.in(language), facts);
}

std::string render_message(const Finding& finding, const Rule* rule, const Wording& wording) {
    std::string out;
    out.reserve(200);
    append_message(out, finding, rule, wording);
    return out;
}

std::string render_fix(const Rule& rule, const Wording& wording) {
    std::string out;
    fill(out, rule.fix.in(wording.language), {Finding{}, wording.option(rule.hint), wording.language});
    return out;
}

void append_shown(std::string& out, std::string_view text, std::size_t columns) {
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
    if (visible_as_it_is) {
        out += part;
    } else {
        out += visible(part);
    }
    if (end < text.size()) out += "…";
}

std::string shown(std::string_view text, std::size_t columns) {
    std::string out;
    append_shown(out, text, columns);
    return out;
}

Finding masked(Finding finding) {
    if (!finding.value.empty()) finding.value = masked_text;
    finding.detail.clear();
    if (!finding.repair.value.empty()) finding.repair.value = masked_text;
    return finding;
}

}  // namespace daicho
