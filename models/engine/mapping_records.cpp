#include <algorithm>

#include "grammars/formats/batch_builder.hpp"
#include "models/engine/mapping.hpp"
#include "models/rules/rule.hpp"
#include "models/rules/rule_ids.hpp"

// What a mapping does to the records of a batch.
namespace daicho {

namespace {

constexpr std::string_view separators[] = {" ", "\t", "\r", "\n",     "\u3000", "、", "，", ",",  "。", ".",
                                           ";", "；", "/",  "／",     "・",     "：", ":",  "～", "〜", "~",
                                           "-", "(",  ")",  "\uFF08", "）",     "「", "」", "|"};

/// Length of the separator at the start of `text`, or 0.
std::size_t separator_at(std::string_view text) {
    for (const auto separator : separators) {
        if (text.starts_with(separator)) return separator.size();
    }
    return 0;
}

std::string_view without_separators(std::string_view text) {
    while (const std::size_t size = separator_at(text)) text.remove_prefix(size);
    for (bool again = true; again;) {
        again = false;
        for (const auto separator : separators) {
            if (!text.ends_with(separator)) continue;
            text.remove_suffix(separator.size());
            again = true;
        }
    }
    return text;
}

std::string_view inside(std::string_view text, std::string_view part) {
    const std::less<const char*> before;
    const bool is_in = !before(part.data(), text.data()) &&
                       !before(text.data() + text.size(), part.data() + part.size()) && !part.empty();
    return is_in ? part : std::string_view();
}

/// What is left of `text` when the parts of it among `used` are taken away, without separators; several rests
/// parted by " … ".
std::string rest_of(std::string_view text, std::span<const std::string_view> used) {
    std::vector<bool> taken(text.size());
    for (const auto one : used) {
        const std::string_view part = inside(text, one);
        if (part.empty()) continue;
        const auto begin = taken.begin() + (part.data() - text.data());
        std::fill(begin, begin + static_cast<std::ptrdiff_t>(part.size()), true);
    }
    std::string rest;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && taken[end] == taken[at]) ++end;
        const std::string_view left =
            taken[at] ? std::string_view() : without_separators(text.substr(at, end - at));
        if (!left.empty()) rest += (rest.empty() ? "" : " … ") + std::string(left);
        at = end;
    }
    return rest;
}

}  // namespace

struct Mapping::Pass {
    const Batch& source;
    MappedBatch& out;
    Evaluation evaluation;
    std::vector<std::string_view> cells;   // of the record in the source
    std::vector<std::string_view> values;  // of the record in the result
    std::vector<CellOrigin> origins;       // of those values, where the source knows it of its cells
    std::vector<std::string_view> used;
    std::vector<EvaluationNote> notes;
    std::size_t record = 0;     // of the source
    std::size_t unpivoted = 0;  // which of the columns that become records
};

void Mapping::map(const Batch& source, MappedBatch& out, const ReferenceData* reference) const {
    const std::uint64_t copies = unpivot_ ? unpivot_->columns.size() : 1;
    out.changes.clear();
    out.losses.clear();
    BatchBuilder builder(out.batch);
    builder.begin((source.parts().first_record - 1) * copies + 1);
    Pass pass{source, out, {}, {}, {}, {}, {}, {}, 0, 0};
    pass.evaluation.reference = reference;
    pass.cells.resize(source_headers_.size() + 1);  // the last one is of items that the table lacks
    for (pass.record = 0; pass.record < source.size(); ++pass.record) {
        for (std::size_t i = 0; i < source_headers_.size(); ++i) pass.cells[i] = source.cell(pass.record, i);
        pass.used.clear();
        for (pass.unpivoted = 0; pass.unpivoted < copies; ++pass.unpivoted) map_record(pass);
        if (!source.blank(pass.record)) note_losses(pass);
    }
    builder.end();
    note_findings(pass, copies);
}

/// What was said of the source, and what was lost where its records were joined.
void Mapping::note_findings(Pass& pass, std::uint64_t copies) const {
    auto& findings = pass.out.batch.parts().findings;
    findings = pass.source.findings();
    for (Finding& finding : findings) {
        if (finding.record > 0) finding.record = (finding.record - 1) * copies + 1;
        if (finding.rule == rules::joined_differ) finding.confidential = is_confidential(finding.column - 1);
    }
    for (const Finding& loss : pass.source.losses()) {
        pass.out.losses.emplace_back(loss).confidential = is_confidential(loss.column - 1);
    }
}

/// The first cell with a text among these columns of the record.
CellOrigin Mapping::origin_of(const Pass& pass, std::span<const std::uint32_t> from) const {
    for (const std::uint32_t column : from) {
        if (!pass.cells[column].empty()) return pass.source.origin(pass.record, column);
    }
    return {};
}

/// Whether a part of that column of the source goes to a confidential item.
bool Mapping::is_confidential(std::uint32_t column) const {
    return std::ranges::any_of(columns_, [&](const MappedColumn& other) {
        if (!other.slot || !model_.slots[*other.slot].confidential) return false;
        return std::ranges::any_of(other.from, [&](std::uint32_t from) {
            return from == column || (is_pivoted(column) && from >= pivot_->first);
        });
    });
}

void Mapping::map_record(Pass& pass) const {
    BatchBuilder builder(pass.out.batch);
    builder.record(pass.source.place(pass.record));
    const std::size_t number = pass.out.batch.parts().records.size() - 1;
    pass.values.assign(columns_.size(), {});
    pass.origins.assign(pivot_ ? columns_.size() : 0, {});
    if (pass.source.blank(pass.record)) {
        pivot_ ? builder.cell({}, CellOrigin{}) : builder.cell({});
        return;
    }
    pass.evaluation.clear();
    pass.evaluation.columns = pass.cells;
    const auto made = [&](std::size_t column, RuleId rule, RepairKind kind, std::string_view before,
                          std::string_view after) {
        pass.out.changes.push_back({number, column, rule, kind, std::string(before), std::string(after)});
    };
    if (unpivot_) {
        const std::uint32_t column = unpivot_->columns[pass.unpivoted];
        pass.values[unpivot_->key] = source_headers_[column];
        pass.values[unpivot_->value] = pass.cells[column];
        pass.used.push_back(pass.cells[column]);
        made(unpivot_->key, rules::filled_from_another, RepairKind::normal_form, {}, source_headers_[column]);
    }
    for (const Rule& rule : rules_) {
        if (!pass.values[rule.column].empty())
            continue;  // of several assignments the first that gives a value
        pass.evaluation.used = nullptr;
        pass.evaluation.notes = nullptr;
        if (rule.when && !rule.when->holds(pass.evaluation)) continue;
        pass.notes.clear();
        pass.evaluation.used = &pass.used;
        pass.evaluation.notes = &pass.notes;
        const std::size_t used_before = pass.used.size();
        const Value value = rule.value.evaluate(pass.evaluation);
        if (value.kind != Value::Kind::text || value.text.empty()) {
            pass.used.resize(used_before);  // it read, but took nothing
            continue;
        }
        pass.values[rule.column] = value.text;
        if (pivot_) pass.origins[rule.column] = origin_of(pass, rule.from);
        pass.used.push_back(value.text);
        for (const auto& note : pass.notes) made(rule.column, note.rule, note.kind, note.before, note.after);
        const auto& from = columns_[rule.column].from;
        const bool same = from.size() == 1 && value.text == pass.cells[from.front()];
        if (pass.notes.empty() && !same) {
            made(rule.column, rules::filled_from_another, RepairKind::normal_form, {}, value.text);
        }
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (!columns_[i].carried) continue;
        pass.values[i] = pass.cells[columns_[i].from.front()];
        if (pivot_) pass.origins[i] = origin_of(pass, columns_[i].from);
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (pivot_) {
            builder.cell(pass.values[i], pass.origins[i]);
        } else {
            builder.cell(pass.values[i]);
        }
    }
}

/// A part of the cell in that column of the source that nothing took.
Finding Mapping::loss_of(const Pass& pass, std::uint32_t from, std::string rest) const {
    const daicho::Rule* rule = find_rule(rules::unused_part.text);
    const CellOrigin origin = pass.source.origin(pass.record, from);
    const std::uint32_t column = pivot_ && from >= pivot_->first ? pivot_->value : from;
    Finding finding;
    finding.rule = rules::unused_part;
    finding.severity = rule ? rule->severity : Severity::warning;
    finding.record = origin.record;
    finding.place = origin.place;
    finding.column = column + 1;
    finding.header = source_headers_[column];
    finding.value = pass.cells[from];
    finding.span = whole(finding.value);
    finding.detail = std::move(rest);
    finding.confidential = is_confidential(from);
    return finding;
}

void Mapping::note_losses(Pass& pass) const {
    std::vector<bool> done(source_headers_.size());
    for (const auto& column : columns_) {
        if (column.carried) continue;
        for (const std::uint32_t from : column.from) {
            if (done[from]) continue;
            done[from] = true;
            std::string rest = rest_of(pass.cells[from], pass.used);
            if (!rest.empty()) pass.out.losses.push_back(loss_of(pass, from, std::move(rest)));
        }
    }
}

}  // namespace daicho
