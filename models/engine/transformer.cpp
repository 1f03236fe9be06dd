#include "models/engine/transformer.hpp"

#include <algorithm>
#include <map>

#include "models/engine/address_text.hpp"
#include "models/engine/header.hpp"
#include "models/engine/transformer_row.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

/// What a value kind says it did not understand; nothing of a cell may go missing in a split.
constexpr std::string_view rest_part = "rest";

}  // namespace

Transformer::Transformer(const Inspector& inspector, const TransformOptions& options)
    : inspector_(inspector), options_(options) {
    for (std::size_t plan = 0; plan < inspector.model().addresses.size(); ++plan) {
        if (options.addresses && has_address_text(inspector.model().addresses[plan], inspector.binding()))
            located_plans_.push_back(plan);
    }
    plan_items();
    plan_own_columns();
    name_columns();
    target_of_slot_.assign(inspector.model().slots.size(), npos);
    target_of_column_.assign(inspector.headers().size(), npos);
    for (std::size_t target = 0; target < columns_.size(); ++target) {
        const TargetColumn& column = columns_[target];
        if (column.source) target_of_column_[*column.source] = target;
        if (column.slot && column.repetition <= 1) target_of_slot_[*column.slot] = target;
        shrunk_.push_back(column.slot && is_shrunk(*column.slot));
    }
}

// ---- the columns of the result ----

void Transformer::plan_items() {
    const Model& model = inspector_.model();
    const auto& pattern = inspector_.pattern().entries;
    const auto& bound = inspector_.binding().columns;
    for (std::size_t slot = 0; slot < model.slots.size(); ++slot) {
        TargetColumn target;
        target.item = model.slots[slot].path;
        target.slot = slot;
        target.source = inspector_.binding().column_of_slot[slot];
        target.split = split_for(slot);
        if (!target.source && !target.split) target.join = join_for(slot);
        const bool required =
            std::ranges::find(pattern, slot, &RequiredPattern::Entry::slot) != pattern.end();
        target.located = located_for(slot, required || target.source.has_value());
        target.corporation = corporation_for(slot);
        const bool mapped = target.source && bound[*target.source].how == BoundBy::mapping;
        target.origin = mapped                  ? Origin::mapping
                        : target.source         ? Origin::column
                        : target.located        ? Origin::address
                        : target.corporation    ? Origin::name
                        : target.split          ? Origin::split
                        : target.join           ? Origin::join
                        : keeps_originals(slot) ? Origin::original
                                                : Origin::nothing;
        if (target.origin == Origin::nothing && !required) continue;
        if (target.origin == Origin::nothing) unfilled_.push_back(slot);
        if (target.source) target.repetition = bound[*target.source].repetition;
        columns_.push_back(std::move(target));
        plan_repetitions(slot);
    }
}

/// Further columns of an item that has several.
void Transformer::plan_repetitions(std::size_t slot) {
    const auto& binding = inspector_.binding();
    const std::size_t first = columns_.size() - 1;
    for (std::uint32_t i = 0; i < binding.columns.size(); ++i) {
        if (binding.columns[i].slot != slot || binding.column_of_slot[slot] == i) continue;
        if (columns_[first].repetition == 0) columns_[first].repetition = 1;
        TargetColumn target;
        target.item = columns_[first].item;
        target.slot = slot;
        target.source = i;
        target.origin = columns_[first].origin;
        target.repetition = binding.columns[i].repetition;
        columns_.push_back(std::move(target));
    }
}

void Transformer::plan_own_columns() {
    const auto& bound = inspector_.binding().columns;
    for (std::uint32_t i = 0; i < bound.size(); ++i) {
        if (bound[i].slot) continue;
        if (!options_.keep_unmapped) {
            dropped_.push_back(i);
            continue;
        }
        TargetColumn target;
        target.header = inspector_.headers()[i];
        target.origin = Origin::own;
        target.source = i;
        columns_.push_back(std::move(target));
    }
}

/// A header is the shortest path that no other column of the result shares and by which a reader finds the
/// item.
void Transformer::name_columns() {
    const auto& slots = inspector_.model().slots;
    std::map<std::string, int> uses;
    for (const auto& target : columns_) {
        if (target.repetition > 1) continue;
        ++uses[header_key(target.slot ? slots[*target.slot].label : target.header)];
    }
    std::vector<std::string> headers;
    for (auto& target : columns_) {
        if (target.slot) {
            const bool alone = uses[header_key(slots[*target.slot].label)] == 1;
            target.header = header_of(target, alone && target.repetition == 0);
        }
        headers.push_back(target.header);
    }
    const Binding read_back = bind_columns(inspector_.model(), headers, {});
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        TargetColumn& target = columns_[i];
        if (target.slot && read_back.columns[i].slot != target.slot) target.header = header_of(target, false);
    }
}

std::string Transformer::header_of(const TargetColumn& target, bool brief) const {
    const Slot& slot = inspector_.model().slots[*target.slot];
    std::string header = options_.english_names ? slot.path : brief ? slot.label : slot.long_label;
    if (target.repetition == 0) return header;
    const std::string number = "[" + std::to_string(target.repetition) + "]";
    return header.insert(options_.english_names ? slot.repeat_path : slot.repeat_label, number);
}

std::optional<TargetColumn::Part> Transformer::split_for(std::size_t slot) const {
    const auto& splits = inspector_.model().splits;
    for (std::size_t plan = 0; plan < splits.size(); ++plan) {
        const bool joined = !inspector_.binding().column_of_slot[splits[plan].whole];
        if (joined && !join_for(splits[plan].whole)) continue;
        for (std::size_t part = 0; part < splits[plan].parts.size(); ++part) {
            if (splits[plan].parts[part].slot == slot) return TargetColumn::Part{plan, part, joined};
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> Transformer::join_for(std::size_t slot) const {
    const auto& joins = inspector_.model().joins;
    for (std::size_t join = 0; join < joins.size(); ++join) {
        const bool any = std::ranges::any_of(joins[join].slots, [&](auto part) {
            return inspector_.binding().column_of_slot[part].has_value();
        });
        if (joins[join].whole == slot && any) return join;
    }
    return std::nullopt;
}

bool Transformer::same_columns() const {
    if (columns_.size() != inspector_.headers().size()) return false;
    for (std::uint32_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].source != i) return false;
    }
    return true;
}

// ---- record by record ----

void Transformer::transform(const Batch& batch, Transformed& out) const {
    inspector_.inspect(batch, out.inspection);
    out.edits.clear();
    out.given_up.clear();
    out.not_shrunk.clear();
    out.not_located.clear();
    out.not_identified.clear();
    out.texts_.clear();
    out.filled.assign(columns_.size(), 0);
    out.touched_.assign(batch.size(), false);
    out.cells_.assign(batch.size() * columns_.size(), {});
    const std::vector<Finding> found = out.inspection.findings;  // splits add to the list while it is read
    std::size_t at = 0;
    auto change = out.mapped.changes.begin();
    for (std::size_t record = 0; record < batch.size(); ++record) {
        for (; change != out.mapped.changes.end() && change->record == record; ++change) {
            const std::size_t target = target_of_column_[change->column];
            if (target == npos) continue;
            out.edits.push_back({batch.record_number(record),
                                 batch.origin(record, change->column).place.line,
                                 target,
                                 change->rule,
                                 change->kind,
                                 change->before,
                                 change->after,
                                 {}});
            out.touched_[record] = true;
        }
        const std::size_t begin = at;
        while (at < found.size() && found[at].record == batch.record_number(record)) ++at;
        Row row{batch,
                record,
                out,
                {out.cells_.data() + record * columns_.size(), columns_.size()},
                std::span(found).subspan(begin, at - begin),
                {}};
        row.parts.resize(inspector_.model().splits.size());
        transform_record(row);
    }
    if (options_.shrink) shrink_items(batch, out);
}

void Transformer::transform_record(Row& row) const {
    const auto first = static_cast<std::ptrdiff_t>(row.out.edits.size());
    for (std::size_t target = 0; target < columns_.size(); ++target) {
        if (columns_[target].source) fill_from_source(row, target);
    }
    for (const std::size_t plan : located_plans_) fill_from_address(row, plan);
    for (std::size_t target = 0; target < columns_.size(); ++target) {
        if (columns_[target].corporation) fill_number(row, target);
    }
    for (std::size_t target = 0; target < columns_.size(); ++target) {
        if (columns_[target].split && !columns_[target].split->joined) fill_from_split(row, target);
    }
    std::stable_sort(row.out.edits.begin() + first, row.out.edits.end(),
                     [](const Edit& a, const Edit& b) { return a.target < b.target; });
    for (std::size_t target = 0; target < columns_.size(); ++target) {
        if (columns_[target].join) fill_from_join(row, target);
    }
    for (std::size_t target = 0; target < columns_.size(); ++target) {
        if (columns_[target].split && columns_[target].split->joined) fill_from_split(row, target);
        row.out.filled[target] += !row.cells[target].empty();
    }
}

void Transformer::fill_from_source(Row& row, std::size_t target) const {
    const std::uint32_t column = *columns_[target].source;
    const std::string_view text = row.batch.cell(row.record, column);
    row.cells[target] = text;
    if (!columns_[target].slot) return;  // an own column stays as it was written
    for (const Finding& finding : row.findings) {
        if (finding.column != column + 1 || finding.repair.kind == RepairKind::none) continue;
        if (!is_safe(finding.repair.kind) && !options_.apply_guesses) continue;
        if (finding.rule == rules::town_unknown) continue;  // another town is another address
        row.write(target, row.batch.origin(row.record, column).place.line, text, finding.repair.value,
                  finding.rule, finding.repair.kind);
        return;
    }
}

void Transformer::fill_from_split(Row& row, std::size_t target) const {
    if (!row.cells[target].empty()) return;
    const auto [plan_index, part_index, joined] = *columns_[target].split;
    const SplitPlan& plan = inspector_.model().splits[plan_index];
    const auto whole = inspector_.binding().column_of_slot[plan.whole];
    const std::string_view text =
        joined ? row.cells[target_of_slot_[plan.whole]] : row.batch.cell(row.record, *whole);
    const std::uint64_t line =
        joined ? row.batch.line(row.record) : row.batch.origin(row.record, *whole).place.line;
    if (text.empty()) return;
    auto& parts = row.parts[plan_index];
    if (!parts) {
        parts = plan.kind->parts(text, inspector_.reading());
        const auto rest = std::ranges::find(*parts, rest_part, &Parts::value_type::first);
        if (parts->empty() || (rest != parts->end() && !rest->second.empty())) {
            const std::string left = parts->empty() ? std::string(text) : rest->second;
            row.out.inspection.findings.push_back(
                inspector_.incomplete_split(row.batch, row.record, plan.whole, left));
        }
    }
    const auto part = std::ranges::find(*parts, plan.parts[part_index].name, &Parts::value_type::first);
    if (part == parts->end() || part->second.empty()) return;
    row.write(target, line, {}, part->second, rules::filled_from_another, RepairKind::normal_form);
}

void Transformer::fill_from_join(Row& row, std::size_t target) const {
    const JoinPlan& join = inspector_.model().joins[*columns_[target].join];
    std::vector<std::string_view> values(inspector_.model().slots.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].slot) values[*columns_[i].slot] = row.cells[i];
    }
    Evaluation evaluation;
    evaluation.slots = values;
    const Value value = join.value.evaluate(evaluation);
    if (value.kind != Value::Kind::text || value.text.empty()) return;
    row.write(target, row.batch.line(row.record), {}, std::string(value.text), rules::filled_from_another,
              RepairKind::normal_form);
}

std::string_view to_string(Origin origin) {
    constexpr std::string_view names[] = {"column",  "split",    "join",    "map", "own",
                                          "nothing", "original", "address", "name"};
    return names[static_cast<int>(origin)];
}

}  // namespace daicho
