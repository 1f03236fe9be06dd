#include "models/rules/value_finding.hpp"

#include <algorithm>
#include <iterator>

#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/values/invoice_number.hpp"
#include "grammars/values/rule_ids.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

/// Whether the text holds another value of that size: two telephone numbers with a word before each.
bool has_more_digits(std::string_view text, std::string_view suggestion) {
    const auto digits = [](std::string_view in) {
        return std::count_if(in.begin(), in.end(), is_ascii_digit);
    };
    return digits(suggestion) >= 4 && digits(Narrow(text).text()) >= 2 * digits(suggestion);
}

/// `円、大学生150円` behind a number: the same again, with words around it.
bool lists_more_numbers(std::string_view rest) {
    if (is_note(rest)) return false;
    const auto mark = std::min(rest.find("、"), rest.find("，"));
    if (mark == rest.npos) return false;
    const Narrow behind(rest.substr(mark));
    return std::any_of(behind.text().begin(), behind.text().end(), is_ascii_digit);
}

}  // namespace

bool is_no_number(std::string_view rest) {
    return Narrow(rest).text().starts_with("0-0");
}

bool is_note(std::string_view rest) {
    constexpr std::string_view starts[] = {" ",  "　",   "(",  "（",   "[",    "［",   "【",   "「", "<",
                                           "＜", "※",    "*",  "＊",   "\n",   "\r",   "ほか", "外", "他",
                                           "等", "など", "頃", "ころ", "ごろ", "時点", "現在", "祝"};
    return std::any_of(std::begin(starts), std::end(starts),
                       [&](std::string_view start) { return rest.starts_with(start); });
}

RuleId rule_of_refusal(std::string_view text, const Remark& remark) {
    if (remark.rule != rules::text_left_over) return remark.rule;
    if (has_more_digits(text, remark.suggestion)) return rules::several_values;
    return lists_more_numbers(slice(text, remark.where)) ? rules::several_values : remark.rule;
}

Repair proposal(std::string_view text, const Remark& remark) {
    if (remark.suggestion.empty()) return {};
    const bool behind = remark.where.begin > 0 && remark.where.end <= text.size();
    if (remark.rule == rules::text_left_over) {
        const std::string_view rest = slice(text, remark.where);
        if (behind && !is_note(rest) && !is_no_number(rest)) return {};
        if (has_more_digits(text, remark.suggestion)) return {};
    }
    return {remark.repair, remark.suggestion};
}

bool may_have_notes(const ValueType& type) {
    return &type == &invoice_number_type;
}

RuleId note_on(const ValueType& type, std::string_view canonical) {
    if (!may_have_notes(type) || has_corporate_digits(canonical)) return {};
    return rules::unlike_corporate_number;
}

Finding value_finding(const ValueType& type, std::string_view text, const Result<std::string>& result) {
    Finding finding;
    const Remark& remark = result ? result.remark() : result.refusal();
    const bool changed = result && *result != text;
    const RuleId note = result && !changed ? note_on(type, text) : RuleId{};
    if (remark.rule.empty() && !changed && note.empty()) return finding;

    finding.rule = result ? remark.rule : rule_of_refusal(text, remark);
    if (finding.rule.empty()) finding.rule = changed ? rules::other_notation : note;
    finding.span = remark.rule.empty() ? whole(text) : remark.where;
    if (const Rule* rule = find_rule(finding.rule.text)) {
        finding.severity = rule->severity;
        finding.blocks = rule->blocks;
    }
    finding.value = text;
    finding.expected = type.form;
    finding.detail = remark.detail;
    finding.confidential = type.confidential;
    if (changed) {
        finding.repair = {remark.rule.empty() ? RepairKind::normal_form : remark.repair, *result};
    } else if (!result) {
        finding.repair = proposal(text, remark);
    }
    return finding;
}

}  // namespace daicho
