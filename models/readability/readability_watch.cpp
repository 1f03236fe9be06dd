#include "models/readability/readability_watch.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "grammars/characters/rule_ids.hpp"
#include "grammars/characters/scan.hpp"
#include "grammars/text/character.hpp"
#include "grammars/text/code_point_name.hpp"
#include "grammars/text/digits.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/variants.hpp"
#include "models/engine/number_column.hpp"
#include "models/readability/header_words.hpp"
#include "models/readability/rule_ids.hpp"
#include "models/rules/rule.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_choices = 30;    ///< different values of a column of choices
constexpr std::size_t longest_choice = 60;  ///< bytes
constexpr std::size_t longest_looked_at = 4096;
constexpr std::size_t least_amounts = 5;  ///< fewer different numbers are codes or flags

Finding finding_of(RuleId id) {
    const Rule& rule = *find_rule(id.text);
    Finding finding;
    finding.rule = id;
    finding.severity = Severity::info;
    finding.blocks = rule.blocks;
    return finding;
}

bool is_written_of(std::string_view text, std::uint64_t number) {
    if (static_cast<std::uint64_t>(text.back() - '0') != number % 10) return false;
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    return text == std::string_view(digits, static_cast<std::size_t>(end - digits));
}

/// 秋芳町 of 秋 芳 町; empty where the text is not spread.
std::string unspread(std::string_view text) {
    std::string joined;
    std::size_t letters = 0, spaces = 0, run = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        if (c == U' ' || c == U'\u3000') {
            ++spaces;
            run = 0;
        } else {
            if (c < 0x3000 || ++run > 1) return {};
            joined += text.substr(at, size);
            ++letters;
        }
        at += size;
    }
    return spaces > 0 && letters > 1 ? joined : std::string();
}

bool is_other_with_text(std::string_view text) {
    constexpr std::string_view other = "その他";
    if (text.front() != other.front() || !text.starts_with(other)) return false;
    const std::string_view rest = without_spaces(text.substr(other.size()));
    for (const std::string_view mark : {"（", "(", "：", ":", "["}) {
        if (rest.starts_with(mark) && rest.size() > mark.size() + 3) return true;
    }
    return false;
}

/// Whether there is nothing but spaces.
bool is_blank(std::string_view text) {
    if (text.empty()) return true;
    const auto first = static_cast<unsigned char>(text.front());
    const bool may_be_space = first <= ' ' || first == static_cast<unsigned char>(u8"\u3000"[0]);
    return may_be_space && without_spaces(text).empty();
}

std::string excerpt(std::string_view text) {
    constexpr std::size_t most = 60;
    if (text.size() <= most) return std::string(text);
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

template <class Seen>
void note(Seen& seen, std::string_view value, RecordPlace place, std::string detail = {}) {
    if (seen.count++ > 0) return;
    seen.value = excerpt(value);
    seen.detail = std::move(detail);
    seen.place = place;
}

}  // namespace

void ReadabilityWatch::add(const Batch& batch, const TableFacts& facts, RecordPlace header_place) {
    if (columns_.empty()) {
        for (const ColumnFacts& column : facts.columns) headers_.push_back(column.name);
        columns_.resize(headers_.size());
        header_place_ = header_place;
        shape_.emplace(headers_);
    }
    records_.clear();
    for (std::size_t record = 0; record < batch.size(); ++record) {
        if (!batch.blank(record) && !shape_->look(batch, record)) records_.push_back(record);
    }
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        const ColumnCells cells = batch.column(column);
        for (const std::size_t record : records_) {
            const std::string_view text = cells[record];
            if (is_blank(text)) {
                ++columns_[column].empty;
            } else {
                look(text, batch.place(record), columns_[column]);
            }
        }
    }
}

void ReadabilityWatch::look(std::string_view text, RecordPlace place, Column& column) const {
    ++column.filled;
    if (text.size() > longest_looked_at) return;  // no value
    if (is_plain_number(text)) {
        ++column.numbers;
        column.zeros += text == "0";
        column.codes += is_numbered_code(text);
        column.counted += is_written_of(text, column.filled);
        if (column.some.size() < least_amounts && std::ranges::find(column.some, text) == column.some.end())
            column.some.emplace_back(text);
        return;
    }
    if (is_sign_for_number(text)) {
        note(column.sign, text, place);
        return;
    }
    if (is_other_with_text(text)) note(column.other, text, place);
    static const PlainCharacters& plain = PlainCharacters::of({.alarm = character::machine_dependent});
    const bool is_plain = plain.are_all_of(text);  // no line end either
    if (!is_plain && text.find('\n') != text.npos) note(column.lines, text, place);
    if (!is_plain || text.find(' ') != text.npos) look_at_spaces(text, place, column);
    if (!is_plain) look_at_characters(text, place, column);
    if (!column.many) count_choice(text, column);
}

void ReadabilityWatch::look_at_spaces(std::string_view text, RecordPlace place, Column& column) const {
    if (text.starts_with("\u3000") || text.starts_with("  ")) {
        note(column.spread, text, place, std::string(without_spaces(text)));
    } else if (std::string joined = unspread(text); !joined.empty()) {
        note(column.spread, text, place, std::move(joined));
    }
}

void ReadabilityWatch::count_choice(std::string_view text, Column& column) const {
    const auto is = [&](const std::string& known) { return known.back() == text.back() && known == text; };
    if (std::ranges::any_of(column.choices, is)) return;
    column.many = text.size() > longest_choice || column.choices.size() == most_choices;
    if (column.many) return column.choices.clear();
    column.choices.emplace_back(text);
}

void ReadabilityWatch::look_at_characters(std::string_view text, RecordPlace place, Column& column) const {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const auto [c, size] = code_point_at(text, at);
        at += size;
        const CharacterProperties properties = properties_of(c);
        if ((properties & character::machine_dependent) == 0 || (properties & character::ideograph) != 0)
            continue;
        note(column.machine, text, place, code_point_name(c));
        return;
    }
}

bool ReadabilityWatch::is_number_column(const TableFacts& facts, std::size_t at) const {
    constexpr std::array<std::string_view, 7> kinds = {"integer",  "decimal", "area_m2", "length_m",
                                                       "height_m", "people",  "yen"};
    const Column& column = columns_[at];
    const ValueType* type = facts.columns[at].kind.type;
    if (type && std::ranges::find(kinds, type->name) == kinds.end()) return false;
    if (column.numbers < 3 || column.codes > 0 || names_code(headers_[at])) return false;
    return column.numbers * 5 >= (column.filled - column.sign.count) * 4;
}

void ReadabilityWatch::finish(TableFacts& facts) const {
    if (columns_.empty()) return;
    tell_headers(facts);
    for (std::size_t at = 0; at < columns_.size(); ++at) tell_column(facts, at);
}

void ReadabilityWatch::tell_column(TableFacts& facts, std::size_t at) const {
    const Column& column = columns_[at];
    const auto tell = [&](RuleId rule, const Seen& seen) {
        Finding finding = finding_of(rule);
        finding.place = seen.place;
        finding.column = static_cast<std::uint32_t>(at + 1);
        finding.header = facts.columns[at].name;
        finding.value = seen.value;
        finding.detail = seen.detail;
        for (std::uint64_t i = 0; i < seen.count; ++i) facts.add(finding);
    };
    tell(rules::spread_text, column.spread);
    tell(rules::line_in_cell, column.lines);
    tell(rules::machine_dependent, column.machine);
    tell(rules::other_with_text, column.other);
    if (is_number_column(facts, at)) {
        tell(rules::sign_among_numbers, column.sign);
        tell_numbers(facts, at);
    } else {
        tell_choices(facts, at);
    }
}

void ReadabilityWatch::tell_numbers(TableFacts& facts, std::size_t at) const {
    const Column& column = columns_[at];
    Finding finding = finding_of(rules::blank_and_zero);
    finding.column = static_cast<std::uint32_t>(at + 1);
    finding.header = facts.columns[at].name;
    finding.place = header_place_;
    if (column.empty > 0 && column.zeros > 0) {
        finding.value = std::to_string(column.empty);
        finding.detail = std::to_string(column.zeros);
        facts.add(finding);
    }
    if (names_unit(headers_[at]) || headers_[at].empty()) return;
    if (column.some.size() < least_amounts || column.counted * 2 > column.numbers) return;
    finding.rule = rules::no_unit;
    finding.value = headers_[at];
    finding.detail.clear();
    facts.add(finding);
}

/// Values that are the same but for width, dashes and spaces.
void ReadabilityWatch::tell_choices(TableFacts& facts, std::size_t at) const {
    const Column& column = columns_[at];
    if (column.many || column.filled < 2 * column.choices.size()) return;
    std::vector<std::string> choices = column.choices;
    std::ranges::sort(choices);
    std::map<std::string, std::string_view> spelled;
    for (const std::string& value : choices) {
        std::string key = match_key(value, fold::width | fold::dash | fold::letter_case | fold::small_kana);
        std::erase(key, ' ');
        for (const std::string_view circle : {"〇", "◯", "◎", "●"}) {
            if (key == circle && circle != "◎" && circle != "●") key = "○";
        }
        const auto [other, fresh] = spelled.emplace(std::move(key), value);
        if (fresh) continue;
        Finding finding = finding_of(rules::choice_spellings);
        finding.column = static_cast<std::uint32_t>(at + 1);
        finding.header = facts.columns[at].name;
        finding.place = header_place_;
        finding.value = other->second;
        finding.detail = value;
        facts.add(finding);
    }
}

void ReadabilityWatch::tell_headers(TableFacts& facts) const {
    std::vector<std::size_t> periods;
    for (std::size_t at = 0; at < headers_.size(); ++at) {
        Finding finding = finding_of(rules::meaningless_header);
        finding.column = static_cast<std::uint32_t>(at + 1);
        finding.header = facts.columns[at].name;
        finding.place = header_place_;
        finding.value = headers_[at];
        if (is_meaningless_header(headers_[at])) facts.add(finding);
        if (names_period(headers_[at])) periods.push_back(at);
    }
    if (periods.size() < 3) return;
    Finding finding = finding_of(rules::values_as_headers);
    finding.column = static_cast<std::uint32_t>(periods.front() + 1);
    finding.header = facts.columns[periods.front()].name;
    finding.place = header_place_;
    finding.value = headers_[periods[0]] + "、" + headers_[periods[1]] + "…";
    finding.detail = std::to_string(periods.size());
    facts.add(finding);
}

}  // namespace daicho
