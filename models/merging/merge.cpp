#include "models/merging/merge.hpp"

#include <algorithm>
#include <map>

#include "grammars/base/error.hpp"
#include "grammars/formats/csv_cell.hpp"
#include "grammars/values/value_type.hpp"
#include "models/dataset/validate.hpp"

namespace daicho {

namespace {

TableChanges changes_between(const ComparedTable& before, const ComparedTable& after,
                             const ComparisonRequest& request, Models& models, ComparisonFacts& facts) {
    ChangeCollector collector;
    compare_tables(before, after, request, models, collector);
    facts = std::move(collector.facts);
    return std::move(collector.changes);
}

std::vector<std::string> key_of(const TableChanges& changes) {
    std::vector<std::string> key;
    for (const std::size_t column : changes.key) key.push_back(changes.columns[column].old_header);
    return key;
}

[[noreturn]] void refuse_without_key(const ComparedTable& base) {
    throw Error{ErrorKind::usage,
                base.name + ": レコードを対応付ける列が決まりません。キーの列を指定してください。",
                base.name + ": no columns tell the records apart; name the key"};
}

/// Where the columns of `theirs` are in our table: both were made of one base.
std::vector<std::optional<std::size_t>> places_in_ours(const TableChanges& theirs, const TableChanges& ours) {
    std::map<std::optional<std::size_t>, std::optional<std::size_t>> ours_of;  // place in the base
    for (const ChangedColumn& own : ours.columns) {
        if (!own.added) ours_of[own.old_place] = own.new_place;
    }
    std::vector<std::optional<std::size_t>> places;
    for (const ChangedColumn& column : theirs.columns) {
        const auto own = column.added ? ours_of.end() : ours_of.find(column.old_place);
        places.push_back(own == ours_of.end() ? std::nullopt : own->second);
    }
    return places;
}

std::set<std::uint64_t> added_records(const TableChanges& changes) {
    std::set<std::uint64_t> records;
    for (const RecordChange& record : changes.records) {
        if (record.op == Change::Op::added) records.insert(record.new_record);
    }
    return records;
}

/// The date that a text is, YYYY-MM-DD and what follows; empty: none.
std::string date_of(std::string_view text) {
    for (const std::string_view name : {"date", "date_time"}) {
        const ValueType* kind = find_value_type(name);
        if (kind == nullptr) continue;
        if (auto canonical = kind->canonical(text, Reading{})) return *canonical;
    }
    return {};
}

class Settler {
 public:
    Settler(const MergeRequest& request, const TableChanges& theirs, const ComparisonFacts& facts,
            Models& models)
        : request_(request), theirs_(theirs), facts_(facts), models_(models) {
        for (std::size_t i = 0; i < theirs.columns.size(); ++i) {
            const ChangedColumn& column = theirs.columns[i];
            if (column.label == request.newest_by || column.new_header == request.newest_by) date_ = i;
        }
        if (request.policy == MergePolicy::newest && !date_) {
            throw Error{ErrorKind::usage, "日付の列「" + request.newest_by + "」が表にありません。",
                        "there is no column '" + request.newest_by + "' of dates"};
        }
    }

    Side settle(const OpenConflict& open) {
        switch (request_.policy) {
            case MergePolicy::neither:
                return Side::neither;
            case MergePolicy::ours:
                return Side::ours;
            case MergePolicy::theirs:
                return Side::theirs;
            case MergePolicy::newest:
                return newest(open);
            case MergePolicy::valid:
                break;
        }
        return valid(open);
    }

 private:
    Side newest(const OpenConflict& open) const {
        if (open.conflict.why != ChangeConflict::Why::cell) return Side::neither;
        const std::string ours = date_of(open.ours(*date_)), theirs = date_of(open.theirs(*date_));
        if (ours.empty() || theirs.empty() || ours == theirs) return Side::neither;
        return ours > theirs ? Side::ours : Side::theirs;
    }
    Side valid(const OpenConflict& open) {
        if (open.conflict.why != ChangeConflict::Why::cell) return Side::neither;
        const auto [ours, theirs] = are_valid(open);
        if (ours == theirs) return Side::neither;
        return ours ? Side::ours : Side::theirs;
    }
    /// Whether the check finds nothing about the cell in our record, with the text of either side.
    std::pair<bool, bool> are_valid(const OpenConflict& open) {
        std::string header, ours, theirs;
        std::uint32_t number = 0, at = 0;
        for (std::size_t i = 0; i < theirs_.columns.size(); ++i) {
            if (theirs_.columns[i].removed) continue;
            const bool disputed = i == *open.conflict.column;
            const char* comma = number++ == 0 ? "" : ",";
            append_csv_cell(header += comma, theirs_.columns[i].new_header, ',', true);
            append_csv_cell(ours += comma, open.ours(i), ',', true);
            append_csv_cell(theirs += comma, disputed ? open.theirs(i) : open.ours(i), ',', true);
            if (disputed) at = number;
        }
        CheckOptions options;
        options.model = facts_.model.empty() ? "none" : facts_.model;
        options.read.header_row = 1;
        options.knowledge = request_.comparison.knowledge;
        options.threads = 1;
        const std::string table = header + "\n" + ours + "\n" + theirs + "\n";
        const auto found = validate(memory_source(table, "records.csv"), options, models_);
        const auto is_valid = [&](std::uint64_t record) {
            return std::none_of(found.findings.begin(), found.findings.end(), [&](const Finding& finding) {
                const bool notation = finding.repair.kind == RepairKind::normal_form;  // a value all the same
                return finding.column == at && finding.record == record &&
                       finding.severity != Severity::info && !notation;
            });
        };
        return {is_valid(1), is_valid(2)};
    }

    const MergeRequest& request_;
    const TableChanges& theirs_;
    const ComparisonFacts& facts_;
    Models& models_;
    std::optional<std::size_t> date_;
};

}  // namespace

MergeOutcome merge_tables(const ComparedTable& base, const ComparedTable& ours, const ComparedTable& theirs,
                          const MergeRequest& request, Models& models, const MakeWriter& make) {
    ComparisonRequest comparison = request.comparison;
    comparison.whole_columns = true;
    MergeOutcome outcome;
    ComparisonFacts facts;
    TableChanges own = changes_between(base, ours, comparison, models, facts);
    comparison.key = key_of(own);
    if (comparison.key.empty()) {  // a base without records tells no key; the sides may
        comparison.key = key_of(changes_between(ours, theirs, comparison, models, facts));
        if (comparison.key.empty()) refuse_without_key(base);
        own = changes_between(base, ours, comparison, models, facts);
    }
    if (facts.model.empty()) comparison.model = "none";
    outcome.key = comparison.key;
    outcome.theirs = changes_between(base, theirs, comparison, models, facts);
    outcome.ours_changed = own.records.size();
    outcome.theirs_changed = outcome.theirs.records.size();
    Settler settler(request, outcome.theirs, facts, models);
    const std::set<std::uint64_t> added = added_records(own);
    ApplyRequest apply;
    apply.three_way = true;
    apply.places = places_in_ours(outcome.theirs, own);
    apply.own = &added;
    if (request.policy != MergePolicy::neither) {
        apply.settle = [&](const OpenConflict& open) { return settler.settle(open); };
    }
    outcome.applied = apply_changes(ours, outcome.theirs, apply, make);
    return outcome;
}

}  // namespace daicho
