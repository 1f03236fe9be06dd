#include "models/engine/transformer.hpp"

#include <algorithm>

#include "grammars/text/spaces.hpp"
#include "grammars/values/address.hpp"
#include "models/engine/address_filler.hpp"
#include "models/engine/item_shrinker.hpp"
#include "models/engine/number_filler.hpp"
#include "models/engine/part_agreement.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

/// What a value kind says it did not understand; nothing of a cell may go missing in a split.
constexpr std::string_view rest_part = "rest";

/// Whether the registry has taken the address apart; the filler has compared it with the record.
bool is_located(const TargetRow& row, std::size_t whole) {
    return std::ranges::find(row.located, whole) != row.located.end();
}

/// Whether the registry has said what the item is, and be it that there is none: the 白浜町 of 白浜町3153 is
/// the municipality, and no 町字.
bool has_settled(const TargetRow& row, std::size_t whole, std::string_view part) {
    const auto item = find_address_item(part);
    return item && *item != AddressItem::building && *item != AddressItem::postal_code &&
           is_located(row, whole);
}

}  // namespace

Transformer::Transformer(const Inspector& inspector, const TransformOptions& options)
    : inspector_(inspector), options_(options), plan_(plan_transform(inspector, options)) {}

bool Transformer::same_columns() const {
    if (plan_.columns.size() != inspector_.headers().size()) return false;
    for (std::uint32_t i = 0; i < plan_.columns.size(); ++i) {
        if (plan_.columns[i].source != i) return false;
    }
    return true;
}

void Transformer::transform(const Batch& batch, Transformed& out) const {
    inspector_.inspect(batch, out.inspection);
    out.start(batch.size(), plan_.columns.size());
    const std::vector<Finding> found = out.inspection.findings;  // splits add to the list while it is read
    std::size_t at = 0;
    auto change = out.mapped.changes.begin();
    for (std::size_t record = 0; record < batch.size(); ++record) {
        for (; change != out.mapped.changes.end() && change->record == record; ++change) {
            take_over(batch, record, *change, out);
        }
        const std::size_t begin = at;
        while (at < found.size() && found[at].record == batch.record_number(record)) ++at;
        TargetRow row{
            batch, record, out, out.cells_to_fill(record), std::span(found).subspan(begin, at - begin), {}};
        row.parts.resize(inspector_.model().splits.size());
        row.repairs = repairs_of(row.findings);
        transform_record(row);
    }
    if (options_.shrink) ItemShrinker(inspector_, plan_, *options_.shrink).shrink(batch, out);
}

/// What the mapping changed is an edit as well, where its column is in the result.
void Transformer::take_over(const Batch& batch, std::size_t record, const MappedBatch::Change& change,
                            Transformed& out) const {
    const std::size_t target = plan_.target_of_column[change.column];
    if (target == TransformPlan::npos) return;
    out.edits.push_back({batch.record_number(record),
                         batch.origin(record, change.column).place.line,
                         target,
                         change.rule,
                         change.kind,
                         change.before,
                         change.after,
                         {}});
    out.touch(record);
}

void Transformer::transform_record(TargetRow& row) const {
    const std::size_t first_edit = row.out.edits.size();
    for (std::size_t target = 0; target < plan_.columns.size(); ++target) {
        const TargetColumn& column = plan_.columns[target];
        if (!column.further.empty()) {
            fill_list(row, target);
        } else if (column.source) {
            fill_from_source(row, target, *column.source);
        }
    }
    // Cells that may have shifted say nothing of others.
    if (!row.out.inspection.ragged[row.record]) fill_from_others(row, first_edit);
    for (std::size_t target = 0; target < plan_.columns.size(); ++target)
        row.out.filled[target] += !row.cells[target].empty();
}

/// What other items and the registry say of the record, whose edits begin at `first_edit`.
void Transformer::fill_from_others(TargetRow& row, std::size_t first_edit) const {
    if (options_.take_readings) fill_from_readings(row);
    for (const std::size_t address : plan_.located)
        AddressFiller(inspector_, plan_, *options_.addresses).fill(row, address);
    for (std::size_t target = 0; target < plan_.columns.size(); ++target) {
        if (plan_.columns[target].corporation)
            fill_corporate_number(inspector_, plan_, *options_.corporations, row, target);
    }
    for (std::size_t target = 0; target < plan_.columns.size(); ++target) {
        if (plan_.columns[target].split && !plan_.columns[target].split->joined) fill_from_split(row, target);
    }
    const auto edits = std::span(row.out.edits).subspan(first_edit);
    if (!std::ranges::is_sorted(edits, {}, &Edit::target)) std::ranges::stable_sort(edits, {}, &Edit::target);
    for (std::size_t target = 0; target < plan_.columns.size(); ++target) {
        if (plan_.columns[target].join) fill_from_join(row, target);
    }
    for (std::size_t target = 0; target < plan_.columns.size(); ++target) {
        if (plan_.columns[target].split) fill_from_split(row, target);
    }
}

/// The findings whose repairs are taken, by column; of several the first one in it counts.
std::vector<const Finding*> Transformer::repairs_of(std::span<const Finding> findings) const {
    std::vector<const Finding*> repairs;
    for (const Finding& finding : findings) {
        if (finding.repair.kind == RepairKind::none) continue;
        if (!is_safe(finding.repair.kind) && !options_.apply_guesses) continue;
        if (finding.rule == rules::town_unknown) continue;         // another town is another address
        if (finding.rule == rules::reading_in_workbook) continue;  // has an option of its own
        repairs.push_back(&finding);
    }
    std::ranges::stable_sort(repairs, {}, &Finding::column);
    return repairs;
}

/// The values of several columns one behind the other, in the order of the table; empty cells are none.
void Transformer::fill_list(TargetRow& row, std::size_t target) const {
    std::vector<std::uint32_t> columns = plan_.columns[target].further;
    columns.push_back(*plan_.columns[target].source);
    std::ranges::sort(columns);
    std::string values;
    for (const std::uint32_t column : columns) {
        fill_from_source(row, target, column);
        if (row.cells[target].empty()) continue;
        if (!values.empty()) values += inspector_.model().slots[*plan_.columns[target].slot].separator;
        values += row.cells[target];
    }
    row.cells[target] = row.out.keep(std::move(values));
}

void Transformer::fill_from_source(TargetRow& row, std::size_t target, std::uint32_t column) const {
    const std::string_view text = row.batch.cell(row.record, column);
    row.cells[target] = text;
    if (!plan_.columns[target].slot) return;  // an own column stays as it was written
    const auto found = std::ranges::lower_bound(row.repairs, column + 1, {}, &Finding::column);
    if (found == row.repairs.end() || (*found)->column != column + 1) return;
    const Finding& finding = **found;
    row.write(target, row.batch.origin(row.record, column).place.line, text, finding.repair.value,
              finding.rule, finding.repair.kind);
}

/// The parts of a whole; none where the record says otherwise of one of them, so that no cell is filled
/// beside one that contradicts it. What finds no place is told.
Parts Transformer::take_apart(TargetRow& row, const SplitPlan& plan, std::string_view text) const {
    Parts parts = plan.kind->parts(text, inspector_.reading());
    const auto rest = std::ranges::find(parts, rest_part, &Parts::value_type::first);
    std::string left;
    if (parts.empty()) {
        left = text;
    } else if (const auto part = is_located(row, plan.whole)
                                     ? std::nullopt
                                     : contradicted_part(row, plan_, plan, parts, inspector_.reference())) {
        left = *part;
        parts.clear();
    } else if (rest != parts.end()) {
        left = rest->second;
    }
    if (!left.empty())
        row.out.inspection.findings.push_back(
            inspector_.incomplete_split(row.batch, row.record, plan.whole, left));
    return parts;
}

void Transformer::fill_from_split(TargetRow& row, std::size_t target) const {
    if (!row.cells[target].empty()) return;
    const auto [plan_index, part_index, joined] = *plan_.columns[target].split;
    const SplitPlan& plan = inspector_.model().splits[plan_index];
    const auto whole = inspector_.binding().column_of_slot[plan.whole];
    const bool made = joined || row.batch.cell(row.record, *whole).empty();
    const std::string_view text =
        made ? row.cells[plan_.target_of_slot[plan.whole]] : row.batch.cell(row.record, *whole);
    const std::uint64_t line =
        made ? row.batch.line(row.record) : row.batch.origin(row.record, *whole).place.line;
    if (text.empty()) return;
    auto& parts = row.parts[plan_index];
    if (!parts) parts = take_apart(row, plan, text);
    const std::string_view name = plan.parts[part_index].name;
    if (has_settled(row, plan.whole, name)) return;
    const auto part = std::ranges::find(*parts, name, &Parts::value_type::first);
    if (part == parts->end() || part->second.empty()) return;
    row.write(target, line, {}, part->second, rules::filled_from_another, RepairKind::normal_form);
}

void Transformer::fill_from_readings(TargetRow& row) const {
    for (const Finding& finding : row.findings) {
        if (finding.rule != rules::reading_in_workbook) continue;
        const std::size_t target = plan_.target_of_slot[*inspector_.model().find_slot(finding.item)];
        if (target == TransformPlan::npos || !row.cells[target].empty()) continue;
        const std::string& reading = finding.detail.empty() ? finding.repair.value : finding.detail;
        row.write(target, finding.place.line, {}, reading, finding.rule, RepairKind::guess);
    }
}

void Transformer::fill_from_join(TargetRow& row, std::size_t target) const {
    if (!row.cells[target].empty()) return;
    const JoinPlan& join = inspector_.model().joins[*plan_.columns[target].join];
    std::vector<std::string_view> values(inspector_.model().slots.size());
    for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
        if (plan_.columns[i].slot) values[*plan_.columns[i].slot] = row.cells[i];
    }
    Evaluation evaluation;
    evaluation.slots = values;
    const Value value = join.value.evaluate(evaluation);
    const std::string_view joined =
        value.kind == Value::Kind::text ? trimmed(value.text) : std::string_view{};
    if (joined.empty()) return;  // a separator alone is no value
    // 千葉県 alone is no address, though 山田 may be a whole name.
    const bool address = inspector_.model().slots[join.whole].kind == &address_type;
    if (address && !address_type.canonical(joined, inspector_.reading())) return;
    row.write(target, row.batch.line(row.record), {}, std::string(joined), rules::filled_from_another,
              RepairKind::normal_form);
}

}  // namespace daicho
