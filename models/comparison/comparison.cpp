#include "models/comparison/comparison.hpp"

#include <algorithm>
#include <optional>

#include "grammars/base/do_both.hpp"
#include "grammars/base/error.hpp"
#include "models/comparison/difference_teller.hpp"
#include "models/comparison/key_finder.hpp"
#include "models/comparison/likeness.hpp"
#include "models/comparison/renamed_columns.hpp"
#include "models/comparison/table_preview.hpp"
#include "models/dataset/model_access.hpp"
#include "models/engine/model_choice.hpp"

namespace daicho {

namespace {

[[noreturn]] void refuse_key(const std::string& header) {
    throw Error{ErrorKind::usage,
                "キーの列「" + header + "」が両方の表にはありません。列名を確かめてください。",
                "the key column '" + header + "' is not in both tables; check the name"};
}

/// Whether the encoding is told by the first bytes.
bool settle_trust(const ComparedTable& table, bool trusting) {
    if (!table.trust_first_bytes) return false;
    if (trusting) return table.trust_first_bytes();
    table.distrust();
    return false;
}

class Comparison {
 public:
    Comparison(const ComparedTable& before, const ComparedTable& after, const ComparisonRequest& request,
               Models& models, ComparisonListener& listener)
        : before_(before), after_(after), request_(request), models_(models), listener_(listener) {}

    /// Nothing where the first bytes of a table told its encoding and what follows is not certainly in it.
    std::optional<ComparisonSummary> run(bool trusting);

 private:
    void preview_both();
    void choose_model();
    void bind();
    void choose_key();
    bool key_of_model();
    void find_renamed_columns();
    void settle();
    bool written_alike() const;
    MarkPlan plan(bool of_new) const;
    std::vector<std::uint32_t> common_columns(bool of_new) const;

    const ComparedTable& before_;
    const ComparedTable& after_;
    const ComparisonRequest& request_;
    Models& models_;
    ComparisonListener& listener_;
    TablePreview old_view_, new_view_;
    std::vector<ColumnEvidence> evidence_;
    const Model* model_ = nullptr;
    Binding binding_;                 // of the new table
    std::vector<std::uint32_t> key_;  // columns of the new table
    std::vector<ColumnMeaning> meanings_;
    ComparisonFacts facts_;
};

void Comparison::preview_both() {
    do_both(
        request_.threads, [&] { old_view_ = preview(before_); }, [&] { new_view_ = preview(after_); });
    facts_.old_name = before_.name;
    facts_.new_name = after_.name;
    facts_.old_form = old_view_.form;
    facts_.new_form = new_view_.form;
    facts_.columns = align_columns(old_view_.headers, new_view_.headers, request_.columns);
}

void Comparison::choose_model() {
    evidence_ = new_view_.evidence(request_.reading);
    model_ = &no_model();
    if (request_.model == "none") return;
    ModelAccess known(models_);
    if (request_.model != "auto") {
        model_ = &known->get(request_.model);
        return;
    }
    const auto best = convincing_models(*known, new_view_.headers, evidence_);
    if (!best.empty()) model_ = best.front().model;
}

/// Columns that are one item are one column, whatever they are called.
void Comparison::bind() {
    if (model_->slots.empty()) return;
    facts_.model = model_->name;
    binding_ = match_columns(*model_, new_view_.headers, evidence_);
    const Binding was = match_columns(*model_, old_view_.headers, {});
    for (std::size_t i = 0; i < facts_.columns.size(); ++i) {
        const ComparedColumn& column = facts_.columns[i];
        if (!column.added()) continue;
        const ColumnBinding& bound = binding_.columns[*column.new_column];
        if (!bound.slot || bound.how == BoundBy::content) continue;
        const auto same = std::find_if(facts_.columns.begin(), facts_.columns.end(), [&](const auto& other) {
            if (!other.removed()) return false;
            const ColumnBinding& binding = was.columns[*other.old_column];
            return binding.slot == bound.slot && binding.repetition == bound.repetition;
        });
        if (same == facts_.columns.end()) continue;
        const auto at = static_cast<std::size_t>(same - facts_.columns.begin());
        join_columns(facts_.columns, i, at);
        if (at < i) --i;
    }
}

bool Comparison::key_of_model() {
    for (const auto& unique : model_->uniques) {
        std::vector<std::uint32_t> key;
        for (const std::size_t slot : unique) {
            const auto column = binding_.column_of_slot[slot];
            const auto same = std::find_if(
                facts_.columns.begin(), facts_.columns.end(),
                [&](const auto& one) { return column && one.new_column == column && one.common(); });
            if (same == facts_.columns.end()) break;
            key.push_back(*column);
        }
        if (key.size() != unique.size()) continue;
        key_ = std::move(key);
        facts_.key_source = KeySource::model;
        return true;
    }
    return false;
}

void Comparison::choose_key() {
    if (request_.without_key) return;
    if (!request_.key.empty()) {
        for (const std::string& header : request_.key) {
            const auto found = find_column(facts_.columns, header);
            if (!found || !facts_.columns[*found].old_column || !facts_.columns[*found].new_column) {
                refuse_key(header);
            }
            facts_.columns[*found].ignored = false;
            key_.push_back(*facts_.columns[*found].new_column);
        }
        facts_.key_source = KeySource::given;
        return;
    }
    if (!model_->slots.empty() && key_of_model()) return;
    const auto found = find_key(before_, after_, facts_.columns);
    for (const std::size_t column : found) key_.push_back(*facts_.columns[column].new_column);
    if (!found.empty()) facts_.key_source = KeySource::found;
}

void Comparison::find_renamed_columns() {
    const auto any = [&](auto&& test) {
        return std::any_of(facts_.columns.begin(), facts_.columns.end(),
                           [&](const ComparedColumn& column) { return !column.ignored && test(column); });
    };
    for (ComparedColumn& column : facts_.columns) {
        column.is_key =
            column.new_column && std::find(key_.begin(), key_.end(), *column.new_column) != key_.end();
    }
    if (!any([](const auto& column) { return column.added(); }) ||
        !any([](const auto& column) { return column.removed(); })) {
        return;
    }
    auto renamed = find_renamed(before_, after_, facts_.columns);
    std::sort(renamed.begin(), renamed.end(), [](auto& a, auto& b) { return a.second > b.second; });
    for (const auto& [added, removed] : renamed) {  // removed ones stand behind the others
        join_columns(facts_.columns, added, removed);
    }
}

void Comparison::settle() {
    settle_columns(facts_.columns);
    for (const std::uint32_t column : key_) {
        for (std::size_t i = 0; i < facts_.columns.size(); ++i) {
            if (facts_.columns[i].new_column == column) facts_.key.push_back(i);
        }
    }
    for (ComparedColumn& column : facts_.columns) {
        ColumnMeaning& meaning = meanings_.emplace_back();
        meaning.reading = request_.reading;
        meaning.reading.addresses = request_.knowledge.places;
        if (!column.new_column) continue;
        const bool bound = *column.new_column < binding_.columns.size();
        const auto slot = bound ? binding_.columns[*column.new_column].slot : std::nullopt;
        if (slot) {
            meaning.slot = &model_->slots[*slot];
            column.item = meaning.slot->path;
            column.confidential = meaning.slot->confidential;
        } else if (!column.is_key) {
            meaning.kind = evidence_[*column.new_column].kind;
            column.confidential = meaning.kind != nullptr && meaning.kind->confidential;
        }
    }
}

/// Equal bytes of records are equal cells.
bool Comparison::written_alike() const {
    const auto& was = old_view_.form.text;
    const auto& is = new_view_.form.text;
    if (!was || !is || was->delimiter != is->delimiter) return false;
    return std::all_of(facts_.columns.begin(), facts_.columns.end(), [](const ComparedColumn& column) {
        return column.common() && column.old_column == column.new_column;
    });
}

std::vector<std::uint32_t> Comparison::common_columns(bool of_new) const {
    std::vector<std::uint32_t> columns;
    for (const ComparedColumn& column : facts_.columns) {
        if (column.common()) columns.push_back(of_new ? *column.new_column : *column.old_column);
    }
    return columns;
}

MarkPlan Comparison::plan(bool of_new) const {
    MarkPlan plan;
    plan.columns = common_columns(of_new);
    plan.as_written = written_alike();
    for (const std::size_t column : facts_.key) {
        const ComparedColumn& key = facts_.columns[column];
        plan.key.push_back(of_new ? *key.new_column : *key.old_column);
        plan.key_meanings.push_back(&meanings_[column]);
    }
    return plan;
}

std::optional<ComparisonSummary> Comparison::run(bool trusting) {
    const bool old_trusted = settle_trust(before_, trusting), new_trusted = settle_trust(after_, trusting);
    preview_both();
    choose_model();
    bind();
    choose_key();
    find_renamed_columns();
    settle();
    MarkedTable was(before_, plan(false), request_.scratch + "-before", request_.memory / 4);
    MarkedTable is(after_, plan(true), request_.scratch + "-after", request_.memory / 4);
    do_both(
        request_.threads, [&] { was.scan(); }, [&] { is.scan(); });
    if ((old_trusted && was.is_doubtful()) || (new_trusted && is.is_doubtful())) return std::nullopt;
    listener_.begin(facts_);
    ComparisonSummary summary;
    RecordPairs pairs(was.last_record(), is.last_record(), request_.scratch + "-pairs", request_.memory / 4);
    pair_records(was, is, request_.whole_columns && facts_.columns_differ(), request_.threads, pairs);
    if (facts_.key.empty()) {
        pair_by_likeness(was, common_columns(false), is, common_columns(true), pairs);
    } else {
        summary.old_shared = pairs.old_shared;
        summary.new_shared = pairs.new_shared;
        summary.shared = std::move(pairs.shared);
    }
    summary.old_records = was.records();
    summary.new_records = is.records();
    const DifferenceJudge judge(request_.knowledge, request_.history);
    DifferenceTeller teller(facts_, meanings_, judge, request_.whole_columns, request_.threads, listener_);
    teller.tell(was, is, pairs, request_.scratch, summary);
    summary.same = summary.old_records - summary.removed - summary.changed;
    listener_.end(summary);
    return summary;
}

}  // namespace

ComparisonSummary compare_tables(const ComparedTable& before, const ComparedTable& after,
                                 const ComparisonRequest& request, Models& models,
                                 ComparisonListener& listener) {
    if (const auto summary = Comparison(before, after, request, models, listener).run(true)) return *summary;
    return *Comparison(before, after, request, models, listener).run(false);
}

}  // namespace daicho
