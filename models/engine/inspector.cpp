#include "models/engine/inspector.hpp"

#include <algorithm>

#include "grammars/formats/rule_ids.hpp"
#include "grammars/values/rule_ids.hpp"
#include "models/engine/placeholders.hpp"
#include "models/rules/character_finding.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

Inspector::Inspector(const Model& model, const Binding& binding, std::span<const std::string> headers,
                     const InspectionOptions& options)
    : model_(model),
      binding_(binding),
      headers_(headers),
      options_(options),
      characters_(options.characters) {
    for (const auto& family : rule_families()) {
        for (const auto& rule : family.rules) rules_.emplace(rule.id.text, &rule);
    }
    pattern_ = &choose_pattern();
    find_missing_columns();
    plan_columns();
    of_refused_ = &characters_.of_refused();
    plan_rules();
    plan_addresses();
    plan_corporations();
    plan_values();
    needs_values_ = !planned_rules_.empty() || !addresses_.empty() || !corporations_.empty() ||
                    !model.uniques.empty() || !model.unions.empty() || !model.references.empty() ||
                    !groups_.empty();
}

// ---- record by record ----

void Inspector::inspect(const Batch& batch, Inspection& out) const {
    out.findings.clear();
    out.levels.fill(0);
    out.keys.clear();
    out.references.clear();
    Scratch scratch;
    scratch.values.resize(model_.slots.size());
    scratch.repaired.resize(model_.slots.size());
    scratch.unreadable.resize(model_.slots.size());
    out.pairs.clear();
    const std::vector<Doubt> doubts = doubts_of(batch, out.pairs);
    auto doubt = doubts.begin();
    auto structure = batch.findings().begin();
    for (std::size_t record = 0; record < batch.size(); ++record) {
        const auto first = doubt;
        while (doubt != doubts.end() && doubt->record == record) ++doubt;
        const std::size_t before = out.findings.size();
        bool broken = false;
        for (; structure != batch.findings().end() && structure->record <= batch.record_number(record);
             ++structure) {
            broken |= structure->rule == rules::ragged_record;
            out.findings.push_back(*structure);
        }
        if (batch.blank(record)) {
            skip_keys(out);
            continue;
        }
        if (broken) {  // its cells may stand in the wrong columns
            skip_keys(out);
            ++out.levels[static_cast<std::size_t>(Level::none)];
            continue;
        }
        inspect_record(batch, record, {first, doubt}, scratch, out);
        const std::span<const Finding> found(out.findings.data() + before, out.findings.size() - before);
        ++out.levels[static_cast<std::size_t>(level_of(found))];
    }
    out.findings.insert(out.findings.end(), structure, batch.findings().end());
    if (options_.reference) check_registry(batch, out);
}

/// The cells that need more than a glance, in order of record and column. The cells of a column are alike, so
/// it is quickest to look through them in a row.
std::vector<Inspector::Doubt> Inspector::doubts_of(const Batch& batch, PairSightings& pairs) const {
    std::vector<Doubt> doubts;
    for (std::uint32_t number = 0; number < checks_.size(); ++number) {
        look_through(batch, number, doubts, pairs);
    }
    std::ranges::sort(doubts);
    return doubts;
}

bool Inspector::has_canonical_value(const ColumnCheck& check, std::string_view text) const {
    if (check.simple) return !check.kind || check.kind->is_canonical(text, options_.reading);
    return check.slot->is_canonical(text, options_.reading);
}

void Inspector::look_through(const Batch& batch, std::uint32_t number, std::vector<Doubt>& doubts,
                             PairSightings& pairs) const {
    // After so many different values in a row a column is taken not to repeat itself.
    constexpr int hopeless = 16;
    const ColumnCheck& check = checks_[number];
    std::string_view last;  // that was clean
    int misses = 0;
    const auto size = static_cast<std::uint32_t>(batch.size());
    for (std::uint32_t record = 0; record < size; ++record) {
        const std::string_view text = batch.cell(record, check.column);
        if (text.empty()) {
            if (check.required) doubts.push_back({record, number});
            continue;
        }
        if (misses < hopeless) {
            misses = text == last ? 0 : misses + 1;
            if (misses == 0) continue;
        }
        bool clean = has_canonical_value(check, text) && !(check.refuses_marks && is_mark_for_nothing(text));
        if (check.characters && !check.characters->is_plainly_clean(text)) {
            pairs.add(text, {batch.record_number(record), batch.origin(record, check.column).place,
                             check.column + 1});
            clean = clean && check.characters->problems(text).empty();
        }
        if (clean) {
            last = text;
        } else {
            doubts.push_back({record, number});
        }
    }
}

void Inspector::inspect_record(const Batch& batch, std::size_t record, Doubts doubts, Scratch& scratch,
                               Inspection& out) const {
    scratch.seen.clear();
    for (const Doubt& doubt : doubts) {
        scratch.seen.push_back(read_cell(checks_[doubt.check], batch, record, out));
    }
    if (!needs_values_) return;
    see_values(batch, record, doubts, scratch);
    check_groups(batch, record, scratch, out);
    check_rules(batch, record, scratch, out);
    check_addresses(batch, record, scratch, out);
    check_corporations(batch, record, scratch, out);
    check_unions(batch, record, scratch, out);
}

/// What the rules see of a record: of repeated columns the first that has a value; of a cell that is not
/// canonical its safe repair, or nothing where it cannot be read: one finding a cell, not a cascade.
void Inspector::see_values(const Batch& batch, std::size_t record, Doubts doubts, Scratch& scratch) const {
    if (scratch.any_unreadable) std::ranges::fill(scratch.unreadable, char{0});
    scratch.any_unreadable = false;
    auto doubt = doubts.begin();
    for (const AskedColumn& asked : asked_) {
        while (doubt != doubts.end() && doubt->check < asked.check) ++doubt;
        if (asked.repeated && !scratch.values[asked.slot].empty()) continue;
        if (doubt != doubts.end() && doubt->check == asked.check) {
            const Seen& seen = scratch.seen[static_cast<std::size_t>(doubt - doubts.begin())];
            scratch.values[asked.slot] = seen.value;
            if (!seen.unreadable) continue;
            scratch.unreadable[asked.slot] = 1;
            scratch.any_unreadable = true;
        } else {
            scratch.values[asked.slot] = batch.cell(record, asked.column);
        }
    }
}

Result<std::string> Inspector::value_of(const ColumnCheck& check, std::string_view text) const {
    if (check.slot) return check.slot->canonical(text, options_.reading);
    if (check.kind) return check.kind->canonical(text, options_.reading);
    return std::string(text);
}

/// What is wrong with the characters of a cell; of a value whose grammar looks after them only what keeps it
/// from being read.
std::vector<CharacterProblem> Inspector::character_problems(const ColumnCheck& check,
                                                            std::string_view text) const {
    if (check.characters) {
        if (check.characters->is_plainly_clean(text)) return {};
        return check.characters->problems(text);
    }
    if (of_refused_->is_plainly_clean(text) || value_of(check, text)) return {};
    if (!value_of(check, of_refused_->safely_repaired(text))) return {};
    return of_refused_->problems(text);
}

/// The characters come first, since what is wrong with the value may follow from them; the value is then read
/// with their safe repairs.
Inspector::Seen Inspector::read_cell(const ColumnCheck& check, const Batch& batch, std::size_t record,
                                     Inspection& out) const {
    const std::string_view text = batch.cell(record, check.column);
    if (text.empty()) {
        add(out, batch, record, &check, rules::missing_value).detail = check.slot->long_label;
        return {};
    }
    const std::vector<CharacterProblem> problems = character_problems(check, text);
    const CharacterCheck& characters = check.characters ? *check.characters : *of_refused_;
    const std::string owner = problems.empty() ? std::string{} : characters.safely_repaired(text);
    const std::string_view mended = problems.empty() ? text : std::string_view(owner);
    Finding of_value;
    const Seen seen = read_value(check, mended, of_value);
    const std::vector<RuleId> broken = broken_rules(problems);
    for (const RuleId rule : broken) {
        Finding& finding = add(out, batch, record, &check, rule);
        tell_characters(finding, characters.profile(), text, problems);
        if (is_safe(finding.repair.kind)) finding.repair.value = seen.unreadable ? mended : seen.value;
    }
    if (of_value.rule.empty() || std::ranges::find(broken, of_value.rule) != broken.end()) return seen;
    Finding& finding = add(out, batch, record, &check, of_value.rule);
    finding.value = text;
    finding.span = mended == text ? of_value.span : whole(text);
    finding.detail = std::move(of_value.detail);
    finding.repair = std::move(of_value.repair);
    return seen;
}

/// Reads a value and writes into `finding` what there is to say of it; its rule stays empty where there is
/// nothing.
Inspector::Seen Inspector::read_value(const ColumnCheck& check, std::string_view text,
                                      Finding& finding) const {
    const auto result = value_of(check, text);
    if ((!result || check.refuses_marks) && is_placeholder(text)) {
        finding.rule = rules::placeholder;
        finding.span = whole(text);
        return {};
    }
    if (result && *result == text) return {std::string(text), false};
    const Remark& remark = result ? result.remark() : result.refusal();
    finding.rule = remark.rule.empty() ? rules::other_notation : remark.rule;
    finding.span = remark.where;
    finding.detail = remark.detail;
    if (result) {
        finding.repair = {remark.repair == RepairKind::none ? RepairKind::normal_form : remark.repair,
                          *result};
    } else if (!remark.suggestion.empty()) {
        finding.repair = {remark.repair, remark.suggestion};
    }
    if (is_safe(finding.repair.kind) && !finding.repair.value.empty()) return {finding.repair.value, false};
    return {{}, true};
}

Finding Inspector::finding_of(RuleId id, const Batch& batch, std::size_t record) const {
    Finding finding;
    finding.rule = id;
    finding.record = batch.record_number(record);
    finding.place = batch.place(record);
    if (const auto rule = rules_.find(id.text); rule != rules_.end()) {
        finding.severity = rule->second->severity;
        finding.blocks = rule->second->blocks;
    }
    return finding;
}

Finding& Inspector::add(Inspection& out, const Batch& batch, std::size_t record, const ColumnCheck* check,
                        RuleId id) const {
    Finding& finding = out.findings.emplace_back(finding_of(id, batch, record));
    if (!check) return finding;
    finding.column = check->column + 1;
    finding.place = batch.origin(record, check->column).place;
    finding.header = headers_[check->column];
    if (check->slot) {
        finding.item = check->slot->path;
        finding.expected = check->slot->expected;
        finding.confidential = check->slot->confidential;
    } else {
        // The model says nothing of an own column: what it holds is worth a word, but no verdict.
        finding.expected = check->kind ? check->kind->form : std::string_view{};
        finding.confidential = check->kind && check->kind->confidential;
        finding.blocks = Level::none;
        finding.severity = std::min(finding.severity, Severity::warning);
    }
    return finding;
}

Level Inspector::level_of(std::span<const Finding> findings) const {
    Level level = ceiling_;
    for (const Finding& finding : findings) {
        if (finding.blocks == Level::none) continue;
        level = std::min(level, static_cast<Level>(static_cast<int>(finding.blocks) - 1));
    }
    return level;
}

}  // namespace daicho
