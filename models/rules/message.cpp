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

/// What is said of a repair, before it and behind it.
struct Offer {
    Text before, behind;
};

constexpr Offer guess{{"「", "; perhaps '"}, {"」ではありませんか。", "' is meant"}};
constexpr Offer safe_repair{{"「", "; write '"}, {"」と書きます。", "'"}};

void append_number(std::string& out, std::uint64_t value) {
    if (value != 0) out += std::to_string(value);
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
    if (part.size() == finding.value.size() || (digits && !is_note(part) && !is_no_number(part))) return {};
    return part;
}

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
void append_detail(std::string& out, const Finding& finding, Language language) {
    const bool part = finding.rule == rules::incomplete || finding.rule == rules::part_of_another_item;
    if (part) {
        append_shown(out, part_names_in(finding.detail, language), value_columns);
    } else if (has_list_of_names(finding.rule)) {
        append_names(out, finding.detail);
    } else {
        append_shown(out, finding.detail, value_columns);
    }
}

using Field = RuleMessage::Field;

Field field_named(std::string_view name) {
    struct Named {
        std::string_view name;
        Field field;
    };
    constexpr Named fields[] = {
        {"value", Field::value}, {"expected", Field::expected}, {"repair", Field::repair},
        {"rest", Field::rest},   {"record", Field::record},     {"item", Field::item},
        {"part", Field::part},   {"header", Field::header},     {"detail", Field::detail},
        {"line", Field::line},   {"column", Field::column},     {"option", Field::option}};
    const auto* const at = std::ranges::find(fields, name, &Named::name);
    return at == std::end(fields) ? Field::unknown : at->field;
}

/// The text that a placeholder stands for; nothing where it is not known.
void append_field(std::string& out, Field field, const Finding& finding, Language language) {
    switch (field) {
        case Field::value:
            return append_shown(out, finding.value, value_columns);
        case Field::expected:
            out += finding.expected;
            return;
        case Field::repair:
            return append_shown(out, finding.repair.value, value_columns);
        case Field::rest:
            return append_shown(out, left_over(finding), value_columns);
        case Field::record:
            return append_number(out, finding.record);
        case Field::item:
            out += finding.item;
            return;
        case Field::part:
            return append_shown(out, part_of_value(finding), value_columns);
        case Field::header:
            return append_shown(out, finding.header, value_columns);
        case Field::detail:
            return append_detail(out, finding, language);
        case Field::line:
            return append_number(out, finding.place.line);
        case Field::column:
            return append_number(out, finding.column);
        case Field::none:
        case Field::option:  // settled when the template was taken apart
        case Field::unknown:
            return;
    }
}

/// Whether two texts look the same: cut to what is shown, a repair at the end of a long value is no other
/// text.
bool look_alike(std::string_view one, std::string_view other) {
    if (std::max(one.size(), other.size()) <= value_columns) return one == other;
    return shown(one, value_columns) == shown(other, value_columns);
}

}  // namespace

/// Nothing in it is read again for a finding: where it asks for the name of an option, that is put in now.
RuleMessage::Template::Template(std::string_view text, std::string_view option) {
    const auto add = [&](std::string_view part, bool optional) {
        const std::size_t begin = pieces.size();
        for (;;) {
            const std::size_t open = part.find('{'), close = part.find('}', open);
            const bool filled = close != part.npos;
            const Field field = filled ? field_named(part.substr(open + 1, close - open - 1)) : Field::none;
            pieces.push_back({part.substr(0, open), field});
            if (!filled) break;
            if (field == Field::option && !option.empty()) pieces.back().field = Field::none;
            if (field == Field::option) pieces.push_back({option, Field::none});
            part.remove_prefix(close + 1);
        }
        pieces[begin].opens = pieces.back().closes = optional;
    };
    while (!text.empty()) {
        const std::size_t open = text.find('['), close = std::min(text.find(']', open), text.size());
        add(text.substr(0, open), false);
        if (open == text.npos) return;
        add(text.substr(open + 1, close - open - 1), true);
        text.remove_prefix(std::min(close + 1, text.size()));
    }
}

bool RuleMessage::Template::has(Field field) const {
    return std::ranges::find(pieces, field, &Piece::field) != pieces.end();
}

void RuleMessage::Template::fill(std::string& out, const Finding& finding, Language language) const {
    std::size_t begin = 0;
    bool complete = true;
    for (const Piece& piece : pieces) {
        if (piece.opens) {
            begin = out.size();
            complete = true;
        }
        out += piece.text;
        if (piece.field != Field::none) {
            const std::size_t before = out.size();
            append_field(out, piece.field, finding, language);
            complete &= out.size() > before;
        }
        if (piece.closes && !complete) out.resize(begin);
    }
}

RuleMessage::RuleMessage(const Rule* rule, const Wording& wording)
    : language_(wording.language),
      known_(rule != nullptr),
      written_(rule != nullptr && rule->slug == rule->id.text),
      message_(rule != nullptr ? rule->message.in(language_) : unknown_rule.in(language_),
               rule != nullptr ? wording.option(rule->hint) : std::string_view{}),
      offers_repair_(rule != nullptr && !message_.has(Field::repair)) {}

void RuleMessage::append(std::string& out, const Finding& finding) const {
    if (!known_) out += finding.rule.text;
    message_.fill(out, finding, language_);
    if (written_ && !finding.detail.empty()) {
        const bool ja = language_ == Language::ja;
        out += ja ? "（" : " (";
        append_shown(out, finding.detail, compared_columns);
        out += ja ? "）" : ")";
    }
    append_offer(out, finding);
}

void RuleMessage::append_below_title(std::string& out, const Finding& finding) const {
    if (!written_ || finding.detail.empty()) return append(out, finding);
    append_shown(out, finding.detail, compared_columns);
    append_offer(out, finding);
}

void RuleMessage::append_offer(std::string& out, const Finding& finding) const {
    const Repair& repair = finding.repair;
    if (!offers_repair_ || repair.kind == RepairKind::none || repair.value.empty()) return;
    if (repair.value == masked_text || look_alike(repair.value, finding.value)) return;
    const Offer& offer = repair.kind == RepairKind::guess ? guess : safe_repair;
    out += offer.before.in(language_);
    append_shown(out, repair.value, value_columns);
    out += offer.behind.in(language_);
}

std::string render_message(const Finding& finding, const Rule* rule, const Wording& wording) {
    std::string out;
    out.reserve(200);
    RuleMessage(rule, wording).append(out, finding);
    return out;
}

std::string render_fix(const Rule& rule, const Wording& wording) {
    std::string out;
    RuleMessage::Template(rule.fix.in(wording.language), wording.option(rule.hint))
        .fill(out, Finding{}, wording.language);
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
