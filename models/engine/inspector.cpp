#include "models/engine/inspector.hpp"

#include <algorithm>

#include "grammars/formats/rule_ids.hpp"
#include "grammars/text/spaces.hpp"
#include "models/engine/registry_check.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

void Inspection::clear() {
    findings.clear();
    levels.clear();
    ragged.clear();
    keys.clear();
    references.clear();
    pairs.clear();
}

Level lowered(Level level, Level blocked) {
    if (blocked == Level::none) return level;
    return std::min(level, static_cast<Level>(static_cast<int>(blocked) - 1));
}

void Inspection::lower(std::size_t record, Level blocked) {
    if (levels[record]) levels[record] = lowered(*levels[record], blocked);
}

Inspector::Inspector(const Model& model, const Binding& binding, std::span<const std::string> headers,
                     const InspectionOptions& options)
    : model_(model),
      binding_(binding),
      headers_(headers),
      options_(options),
      findings_(model, binding, headers),
      plan_(plan_inspection(model, binding, findings_, options_)),
      shape_(headers),
      cells_(plan_, findings_, options_.reading),
      records_(model, plan_, findings_, options_),
      places_(model, binding, plan_, findings_),
      settler_(model, plan_, findings_, options_.addresses, options_.reading.addresses, options_.area) {
    for (const auto& unique : model.uniques) {
        std::string& names = key_names_.emplace_back();
        for (const std::size_t slot : unique) {
            const auto column = binding.column_of_slot[slot];
            if (column) names.append(names.empty() ? "" : " / ").append(headers[*column]);
        }
    }
}

void Inspector::inspect(const Batch& batch, Inspection& out) const {
    out.clear();
    RecordValues values(model_.slots.size());
    const std::vector<Doubt> doubts = cells_.doubts(batch, out.pairs);
    auto doubt = doubts.begin();
    auto structure = batch.findings().begin();
    for (std::size_t record = 0; record < batch.size(); ++record) {
        const auto first = doubt;
        while (doubt != doubts.end() && doubt->record == record) ++doubt;
        const std::size_t before = out.findings.size();
        bool ragged = false;
        const auto oddity =
            batch.blank(record) ? std::optional<RecordShape::Oddity>() : shape_.look(batch, record);
        for (; structure != batch.findings().end() && structure->record <= batch.record_number(record);
             ++structure) {
            if (structure->rule == rules::ragged_record) {
                // Nobody expects as many cells of a note or a total as of a record.
                if (oddity) continue;
                ragged = true;
            }
            out.findings.push_back(structural(batch, record, *structure));
        }
        out.ragged.push_back(ragged && !batch.blank(record));
        if (batch.blank(record)) {
            records_.skip_keys(out);
            out.levels.emplace_back();
            continue;
        }
        if (oddity) out.findings.push_back(not_a_record(batch, record, *oddity));
        if (ragged || oddity) {  // its cells may stand in the wrong columns, or are of no record
            records_.skip_keys(out);
            out.levels.emplace_back(Level::none);
            continue;
        }
        inspect_record(batch, record, {first, doubt}, values, out);
        const std::span<const Finding> found(out.findings.data() + before, out.findings.size() - before);
        out.levels.emplace_back(level_of(found));
    }
    out.findings.insert(out.findings.end(), structure, batch.findings().end());
    if (options_.reference) check_code_registries(plan_, findings_, options_, batch, out);
}

/// What the reader found of a record, with the level that it blocks and what the cells tell of the cause.
Finding Inspector::structural(const Batch& batch, std::size_t record, const Finding& found) const {
    Finding finding = found;
    if (finding.severity == Severity::error) finding.blocks = findings_.of_table(finding.rule).blocks;
    if (finding.rule != rules::ragged_record) return finding;
    if (auto number = number_cut_at_comma(batch, record, headers_.size())) {
        finding.repair = {RepairKind::guess, std::move(*number)};
    }
    return finding;
}

Finding Inspector::not_a_record(const Batch& batch, std::size_t record,
                                const RecordShape::Oddity& oddity) const {
    Finding finding = findings_.of_record(oddity.rule, batch, record);
    finding.value = without_spaces(batch.cell(record, oddity.column));
    return finding;
}

void Inspector::inspect_record(const Batch& batch, std::size_t record, Doubts doubts, RecordValues& values,
                               Inspection& out) const {
    const std::size_t first = out.findings.size();
    values.seen.clear();
    for (const Doubt& doubt : doubts) {
        values.seen.push_back(cells_.read(plan_.columns[doubt.check], batch, record, out.findings));
    }
    if (plan_.needs_values) {
        cells_.see(batch, record, doubts, values);
        records_.check_groups(batch, record, values, out);
        records_.check_rules(batch, record, values, out);
        records_.add_keys(values, out);
        // What is found of an address blocks no level, but settles what its cells leave in doubt.
        if (!options_.levels_only || !doubts.empty()) places_.check_addresses(batch, record, values, out);
        places_.check_corporations(batch, record, values, out);
        records_.check_unions(batch, record, values, out);
    }
    if (batch.has_readings()) offer_readings(batch, record, out.findings);
    if (!doubts.empty() && settler_.has_columns())
        settler_.settle(batch, record, values, out.findings, first);
}

/// What the source has of how a text is read, where the item for it is empty. Without a column of its own it
/// is told of the text.
void Inspector::offer_readings(const Batch& batch, std::size_t record, std::vector<Finding>& out) const {
    for (const ReadingPair& pair : plan_.readings) {
        const std::string_view written = batch.reading(record, *binding_.column_of_slot[pair.text]);
        const auto column = binding_.column_of_slot[pair.reading];
        if (written.empty() || (column && !batch.cell(record, *column).empty())) continue;
        const Slot& item = model_.slots[pair.reading];
        const auto value = value_of_reading(item, written, options_.reading);
        if (!value) continue;
        const std::size_t at = column ? pair.reading : pair.text;
        Finding finding = findings_.of_items(rules::reading_in_workbook, batch, record, std::span(&at, 1));
        finding.item = item.path;
        finding.expected = item.long_label;
        if (column) {
            finding.repair = {RepairKind::guess, *value};
        } else {
            finding.detail = *value;
        }
        out.push_back(std::move(finding));
    }
}

Level Inspector::level_of(std::span<const Finding> findings) const {
    Level level = plan_.ceiling;
    for (const Finding& finding : findings) level = lowered(level, finding.blocks);
    return level;
}

Finding Inspector::duplicate(const Batch& batch, std::size_t record, std::size_t unique,
                             std::uint64_t first) const {
    const std::span<const std::size_t> key = model_.uniques[unique];
    Finding finding = findings_.of_items(rules::duplicate_key, batch, record, key);
    finding.detail = std::to_string(first);
    if (key.size() == 1) return finding;
    finding.value.clear();
    for (const std::size_t slot : key) {
        const auto column = binding_.column_of_slot[slot];
        if (!finding.value.empty()) finding.value += " / ";
        if (column) finding.value += batch.cell(record, *column);
    }
    finding.span = whole(finding.value);
    finding.expected = key_names_[unique];
    return finding;
}

Finding Inspector::dangling(const Batch& batch, std::size_t record, std::size_t reference) const {
    const ReferencePlan& plan = model_.references[reference];
    Finding finding = findings_.of_items(rules::dangling_reference, batch, record, std::span(&plan.item, 1));
    finding.detail = model_.slots[plan.target].long_label;
    return finding;
}

Finding Inspector::incomplete_split(const Batch& batch, std::size_t record, std::size_t slot,
                                    std::string rest) const {
    Finding finding = findings_.of_items(rules::split_incomplete, batch, record, std::span(&slot, 1));
    finding.detail = std::move(rest);
    return finding;
}

}  // namespace daicho
