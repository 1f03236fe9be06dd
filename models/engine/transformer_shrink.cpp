#include <algorithm>

#include "grammars/characters/rule_ids.hpp"
#include "models/engine/transformer.hpp"
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

/// Not codes, and not what is as in a register: an item that keeps originals, or one whose characters may be
/// any.
bool Transformer::is_shrunk(std::size_t slot) const {
    const auto& slots = inspector_.model().slots;
    if (!options_.shrink || slots[slot].codes) return false;
    const CharacterProfile* profile = slots[slot].characters;
    if (profile && profile->weight_of(rules::outside_repertoire) == RuleWeight::off) return false;
    return std::ranges::none_of(slots, [&](const Slot& other) { return other.original == slot; });
}

bool Transformer::keeps_originals(std::size_t slot) const {
    const auto& slots = inspector_.model().slots;
    if (!options_.shrink) return false;
    for (std::size_t other = 0; other < slots.size(); ++other) {
        if (slots[other].original != slot) continue;
        if (inspector_.binding().column_of_slot[other] || split_for(other) || join_for(other)) return true;
    }
    return false;
}

void Transformer::shrink_items(const Batch& batch, Transformed& out) const {
    for (std::size_t record = 0; record < batch.size(); ++record) {
        for (std::size_t target = 0; target < columns_.size(); ++target) {
            if (shrunk_[target]) shrink_cell(batch, record, target, out);
        }
    }
    std::ranges::stable_sort(out.edits, {}, &Edit::record);
}

void Transformer::shrink_cell(const Batch& batch, std::size_t record, std::size_t target,
                              Transformed& out) const {
    const auto& [policy, repertoire, authority] = *options_.shrink;
    const std::string_view cell = out.cells_[record * columns_.size() + target];
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
bool Transformer::keep_original(const Batch& batch, std::size_t record, std::size_t target,
                                Transformed& out) const {
    const auto keeper = inspector_.model().slots[*columns_[target].slot].original;
    if (!keeper || columns_[target].repetition > 1 || target_of_slot_[*keeper] == npos) return false;
    const std::size_t other = target_of_slot_[*keeper];
    const std::string_view original = out.cells_[record * columns_.size() + target];
    const std::string_view there = out.cells_[record * columns_.size() + other];
    if (!there.empty()) return there == original;
    put(batch, record, other, std::string(original), rules::filled_from_another, out);
    ++out.filled[other];
    return true;
}

RecordPlace Transformer::place_of(const Batch& batch, std::size_t record, std::size_t target) const {
    const auto source = columns_[target].source;
    return source ? batch.origin(record, *source).place : batch.place(record);
}

Finding Transformer::finding_of(const Batch& batch, std::size_t record, std::size_t target,
                                std::string_view value) const {
    const TargetColumn& column = columns_[target];
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

void Transformer::put(const Batch& batch, std::size_t record, std::size_t target, std::string text,
                      RuleId rule, Transformed& out) const {
    std::string_view& cell = out.cells_[record * columns_.size() + target];
    out.edits.push_back({batch.record_number(record),
                         place_of(batch, record, target).line,
                         target,
                         rule,
                         RepairKind::provable,
                         std::string(cell),
                         text,
                         {}});
    cell = out.texts_.emplace_back(std::move(text));
    out.touched_[record] = true;
}

}  // namespace daicho
