#include "models/engine/cell_reader.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "grammars/base/text_hash.hpp"
#include "grammars/characters/rule_ids.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/text/tidy.hpp"
#include "grammars/values/rule_ids.hpp"
#include "models/engine/number_column.hpp"
#include "models/engine/placeholders.hpp"
#include "models/engine/record_shape.hpp"
#include "models/engine/stand_in.hpp"
#include "models/rules/character_finding.hpp"
#include "models/rules/rule_ids.hpp"
#include "models/rules/value_finding.hpp"

namespace daicho {

namespace {

/// Whether the only control characters of a text are line ends, which are right where people write lines.
bool has_line_ends_only(std::string_view text) {
    std::string rest(text);
    std::erase_if(rest, [](char c) { return c == '\n' || c == '\r'; });
    return has_no_control_character(rest);
}

/// What a text with several readings means, as the other values of its column tell.
void tell_reading(LikelyReading likely, Finding& finding) {
    const bool certain = !likely.flaw.empty();
    finding.repair = {certain ? RepairKind::provable : RepairKind::guess, std::move(likely.value)};
    if (!certain) return;
    finding.rule = likely.flaw;
    finding.detail = std::move(likely.detail);
}

/// Some of the values of a column that were found clean: most columns of texts and codes have few. Where
/// values do not come again it is not asked for long.
class CleanValues {
 public:
    /// What `add` would then be given is the value that was asked for last.
    bool has(std::string_view text) {
        if (asked_ >= trial && found_ * 2 < asked_) return false;
        ++asked_;
        place_ = text_hash(text) % places;
        if (values_[place_] != text) return false;
        ++found_;
        return true;
    }
    void add(std::string_view text) { values_[place_] = text; }

 private:
    static constexpr std::size_t places = 32;
    static constexpr unsigned trial = 64;

    std::array<std::string_view, places> values_;
    std::size_t place_ = 0;
    unsigned asked_ = 0;
    unsigned found_ = 0;
};

/// Doubts column by column, put in order of record and column. `records`: of the batch.
std::vector<Doubt> by_record(std::span<const Doubt> doubts, std::size_t records) {
    std::vector<std::size_t> place(records + 1);
    for (const Doubt& doubt : doubts) ++place[doubt.record + 1];
    std::partial_sum(place.begin(), place.end(), place.begin());
    std::vector<Doubt> sorted(doubts.size());
    for (const Doubt& doubt : doubts) sorted[place[doubt.record]++] = doubt;
    return sorted;
}

}  // namespace

/// Whether a cell of a column of texts has nothing but characters that are right by themselves: what nearly
/// all of them have.
bool CellReader::is_evident_text(const ColumnCheck& check, std::string_view text) const {
    return check.plain_text && check.characters->needs_no_look(text) && text.front() != ' ' &&
           text.back() != ' ' && !may_be_stand_in(text) &&
           !(check.refuses_marks && is_mark_for_nothing(text));
}

/// Whether a cell is what its column asks for, its characters left aside.
bool CellReader::is_right_value(const ColumnCheck& check, std::string_view text) const {
    if (!check.is_canonical(text, reading_)) return false;
    if (check.refuses_marks && is_mark_for_nothing(text)) return false;
    if (may_be_stand_in(text) && !stand_in(text).rule.empty()) return false;
    if (check.habit.numbers && !number_flaw(text).empty()) return false;
    return !check.kind || note_on(*check.kind, text).empty();
}

/// The cells that need more than a glance, in order of record and column. The cells of a column are alike, so
/// it is quickest to look through them in a row.
std::vector<Doubt> CellReader::doubts(const Batch& batch, PairSightings& pairs) const {
    std::vector<Doubt> doubts;
    for (std::uint32_t number = 0; number < plan_.columns.size(); ++number) {
        look_through(batch, number, doubts, pairs);
    }
    return by_record(doubts, batch.size());
}

void CellReader::look_through(const Batch& batch, std::uint32_t number, std::vector<Doubt>& doubts,
                              PairSightings& pairs) const {
    const ColumnCheck& check = plan_.columns[number];
    const ColumnCells cells = batch.column(check.column);
    // Where nothing but the grammar of the kind has a say.
    const auto decides = check.kind_decides ? check.kind->is_canonical : nullptr;
    CleanValues known;
    const auto size = static_cast<std::uint32_t>(batch.size());
    for (std::uint32_t record = 0; record < size; ++record) {
        const std::string_view text = cells[record];
        if (text.empty()) {
            if (check.misses_blanks() && !batch.blank(record)) doubts.push_back({record, number});
            continue;
        }
        if (decides) {
            if (!decides(text, reading_) || may_be_stand_in(text)) doubts.push_back({record, number});
            continue;
        }
        if (known.has(text)) continue;
        if (check.habit.numbers && is_plain_number(text)) continue;
        if (is_evident_text(check, text)) {
            known.add(text);
            continue;
        }
        bool clean = is_right_value(check, text);
        if (check.characters && !check.characters->is_plainly_clean(text)) {
            pairs.add(text, {batch.record_number(record), batch.origin(record, check.column).place,
                             check.column + 1});
            clean = clean && check.characters->problems(text).empty();
        } else if (clean) {
            known.add(text);
        }
        if (!clean) doubts.push_back({record, number});
    }
}

/// What the rules see of a record: of repeated columns the first that has a value; of a cell that is not
/// canonical its safe repair, or nothing where it cannot be read: one finding a cell, not a cascade.
void CellReader::see(const Batch& batch, std::size_t record, Doubts doubts, RecordValues& values) const {
    if (values.any_unreadable) std::ranges::fill(values.unreadable, char{0});
    values.any_unreadable = false;
    auto doubt = doubts.begin();
    for (const AskedColumn& asked : plan_.asked) {
        while (doubt != doubts.end() && doubt->check < asked.check) ++doubt;
        if (asked.repeated && !values.values[asked.slot].empty()) continue;
        if (doubt != doubts.end() && doubt->check == asked.check) {
            const SeenValue& seen = values.seen[static_cast<std::size_t>(doubt - doubts.begin())];
            values.values[asked.slot] = seen.value;
            if (!seen.unreadable) continue;
            values.unreadable[asked.slot] = 1;
            values.any_unreadable = true;
        } else {
            values.values[asked.slot] = batch.cell(record, asked.column);
        }
    }
}

/// What is wrong with the characters of a cell; of a value whose grammar looks after them only what keeps it
/// from being read.
std::vector<CharacterProblem> CellReader::character_problems(const ColumnCheck& check,
                                                             std::string_view text) const {
    if (check.characters) {
        if (check.characters->is_plainly_clean(text)) return {};
        return check.characters->problems(text);
    }
    if (plan_.of_refused->is_plainly_clean(text) || check.canonical(text, reading_)) return {};
    if (!check.canonical(plan_.of_refused->safely_repaired(text), reading_)) return {};
    return plan_.of_refused->problems(text);
}

/// The characters come first, since what is wrong with the value may follow from them; the value is then read
/// with their safe repairs.
SeenValue CellReader::read(const ColumnCheck& check, const Batch& batch, std::size_t record,
                           std::vector<Finding>& out) const {
    const std::string_view text = batch.cell(record, check.column);
    if (without_spaces(text).empty()) {
        const RuleId rule = check.required ? rules::missing_value
                            : text.empty() ? rules::unnumbered_record
                                           : rules::surrounding_space;
        Finding& finding = out.emplace_back(findings_.of_cell(rule, batch, record, check));
        finding.value = text;
        if (check.required) finding.detail = check.slot->long_label;
        if (rule == rules::surrounding_space) finding.repair = {RepairKind::normal_form, {}};
        finding.span = whole(text);
        return {};
    }
    const std::vector<CharacterProblem> problems = character_problems(check, text);
    const CharacterCheck& characters = check.characters ? *check.characters : *plan_.of_refused;
    const std::string owner = problems.empty() ? std::string{} : characters.safely_repaired(text);
    const std::string_view repaired = problems.empty() ? text : std::string_view(owner);
    Finding of_value;
    const SeenValue seen = read_value(check, repaired, of_value);
    std::vector<RuleId> broken = broken_rules(problems);
    if (of_value.rule == rules::wrong_script) std::erase(broken, rules::machine_dependent);
    for (const RuleId rule : broken) {
        Finding& finding = out.emplace_back(findings_.of_cell(rule, batch, record, check));
        tell_characters(finding, characters.profile(), text, problems);
        if (is_safe(finding.repair.kind)) finding.repair.value = seen.unreadable ? repaired : seen.value;
    }
    if (of_value.rule.empty() || std::ranges::find(broken, of_value.rule) != broken.end()) return seen;
    Finding& finding = out.emplace_back(findings_.of_cell(of_value.rule, batch, record, check));
    finding.value = text;
    finding.span = repaired == text ? of_value.span : whole(text);
    finding.detail = std::move(of_value.detail);
    finding.repair = std::move(of_value.repair);
    return seen;
}

/// Reads a value and writes into `finding` what there is to say of it; its rule stays empty where there is
/// nothing.
SeenValue CellReader::read_value(const ColumnCheck& check, std::string_view text, Finding& finding) const {
    if (may_be_stand_in(text)) {
        if (StandIn found = stand_in(text); !found.rule.empty()) {
            finding.rule = found.rule;
            finding.span = whole(text);
            if (found.value.empty()) return {{}, true};
            const auto result = check.canonical(found.value, reading_);
            finding.repair = {RepairKind::provable, result ? *result : std::move(found.value)};
            return {finding.repair.value, false};
        }
    }
    if (check.habit.numbers) {
        finding.rule = number_flaw(text);
        finding.span = whole(text);
        return {std::string(text), false};
    }
    const auto result = check.canonical(text, reading_);
    const bool nothing =
        is_placeholder(text) ? !result || check.refuses_marks : !result && says_nothing(text);
    if (nothing) {
        finding.rule = rules::placeholder;
        finding.span = whole(text);
        return {};
    }
    const bool lacks_county = result && !check.slot && check.habit.no_counties && result->ends_with(text);
    if (result && (*result == text || lacks_county)) {
        if (check.kind) finding.rule = note_on(*check.kind, text);
        finding.span = whole(text);
        return {std::string(text), false};
    }
    const Remark& remark = result ? result.remark() : result.refusal();
    finding.rule = result ? remark.rule : rule_of_refusal(text, remark);
    if (finding.rule.empty()) finding.rule = rules::other_notation;
    if (finding.rule == rules::unknown_name && is_total_of_places(text)) finding.rule = rules::total_record;
    finding.span = remark.where;
    finding.detail = remark.detail;
    if (result) {
        finding.repair = {remark.repair == RepairKind::none ? RepairKind::normal_form : remark.repair,
                          *result};
    } else {
        finding.repair = proposal(text, remark);
    }
    if (finding.rule == rules::ambiguous && finding.repair.kind == RepairKind::none) {
        if (auto likely = likely_reading(text, remark.detail, check.habit))
            tell_reading(std::move(*likely), finding);
    }
    if (check.remarks && finding.rule == rules::control_character) {
        if (has_line_ends_only(text)) finding.rule = {};
        finding.repair = {};
        return {std::string(text), false};
    }
    if (is_safe(finding.repair.kind) && !finding.repair.value.empty()) return {finding.repair.value, false};
    return {{}, true};
}

}  // namespace daicho
