#include "models/engine/item_shrinker.hpp"

#include <algorithm>

#include "grammars/characters/rule_ids.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

/// "邉 tied, 㐄 none": units that stay as they were.
std::string unanswered(std::string_view text, const ShrunkText& shrunk) {
    std::string list;
    for (const ShrunkUnit& unit : shrunk.units) {
        if (unit.shrink.verdict == ShrinkVerdict::unique) continue;
        if (!list.empty()) list += ", ";
        list += text.substr(unit.where.begin, unit.where.end - unit.where.begin);
        list += ' ';
        list += name_of(unit.shrink.verdict);
    }
    return list;
}

}  // namespace

void ItemShrinker::shrink(const Batch& batch, Transformed& out) const {
    for (std::size_t record = 0; record < batch.size(); ++record) {
        for (std::size_t target = 0; target < plan_.columns.size(); ++target) {
            if (plan_.shrunk[target]) shrink_cell(batch, record, target, out);
        }
    }
    std::ranges::stable_sort(out.edits, {}, &Edit::record);
}

void ItemShrinker::shrink_cell(const Batch& batch, std::size_t record, std::size_t target,
                               Transformed& out) const {
    const auto& [policy, repertoire, authority] = shrinking_;
    const std::string_view cell = out.cells(record)[target];
    if (policy != ShrinkPolicy::match_key && surely_fits(cell, repertoire)) return;
    ShrunkText shrunk = shrink_text(authority, cell, policy, repertoire);
    if (auto left = unanswered(cell, shrunk); !left.empty()) {
        out.not_shrunk.push_back(finding_of(batch, record, target, cell));
        out.not_shrunk.back().detail = std::move(left);
    }
    if (shrunk.text == cell) return;
    if (!keep_original(batch, record, target, out)) {
        out.given_up.push_back(finding_of(batch, record, target, cell));
    }
    put(batch, record, target, std::move(shrunk.text), rules::outside_repertoire, out);
}

/// A value that stands there already is never written over.
bool ItemShrinker::keep_original(const Batch& batch, std::size_t record, std::size_t target,
                                 Transformed& out) const {
    const auto keeper = inspector_.model().slots[*plan_.columns[target].slot].original;
    if (!keeper || plan_.columns[target].repetition > 1 ||
        plan_.target_of_slot[*keeper] == TransformPlan::npos)
        return false;
    const std::size_t other = plan_.target_of_slot[*keeper];
    const std::string_view original = out.cells(record)[target];
    const std::string_view there = out.cells(record)[other];
    if (!there.empty()) return there == original;
    put(batch, record, other, std::string(original), rules::filled_from_another, out);
    ++out.filled[other];
    return true;
}

RecordPlace ItemShrinker::place_of(const Batch& batch, std::size_t record, std::size_t target) const {
    const auto source = plan_.columns[target].source;
    return source ? batch.origin(record, *source).place : batch.place(record);
}

Finding ItemShrinker::finding_of(const Batch& batch, std::size_t record, std::size_t target,
                                 std::string_view value) const {
    const TargetColumn& column = plan_.columns[target];
    Finding finding;
    finding.rule = rules::outside_repertoire;
    finding.severity = Severity::warning;
    finding.record = batch.record_number(record);
    finding.place = place_of(batch, record, target);
    finding.header = column.header;
    finding.item = column.item;
    finding.value = value;
    finding.confidential = inspector_.model().slots[*column.slot].confidential;
    return finding;
}

void ItemShrinker::put(const Batch& batch, std::size_t record, std::size_t target, std::string text,
                       RuleId rule, Transformed& out) const {
    out.write(record, {batch.record_number(record),
                       place_of(batch, record, target).line,
                       target,
                       rule,
                       RepairKind::provable,
                       std::string(out.cells(record)[target]),
                       std::move(text),
                       {}});
}

}  // namespace daicho
