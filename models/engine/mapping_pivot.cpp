#include <algorithm>

#include "grammars/text/spaces.hpp"
#include "models/engine/header.hpp"
#include "models/engine/mapping.hpp"

// How a mapping has records joined before it maps them.
namespace daicho {

/// The columns that the names get stand behind those of the source.
void Mapping::plan_pivots() {
    const auto& written = source_.tree.pivots;
    if (written.empty()) return;
    const syntax::Pivot& pivot = written.front();
    if (written.size() > 1)
        fail(written[1].where, "pivot は一つだけ書けます。", "there can be one pivot only");
    if (!source_.tree.unpivots.empty()) {
        fail(pivot.where, "pivot と unpivot は一つの変換に並べて書けません。二つの変換に分けてください。",
             "pivot and unpivot cannot stand in one transformation; write two");
    }
    PivotPlan plan;
    plan.first = static_cast<std::uint32_t>(source_headers_.size());
    plan.key = need_column(pivot.key.text, pivot.key.where);
    plan.value = need_column(pivot.value.text, pivot.value.where);
    if (plan.key == plan.value) {
        fail(pivot.value.where, "名前の列と値の列には、別の列を書いてください。",
             "the names and the values must stand in different columns");
    }
    for (const auto& group : pivot.groups) {
        plan.groups.push_back(need_column(group.text, group.where));
        if (plan.groups.back() == plan.key || plan.groups.back() == plan.value) {
            fail(group.where, "名前の列や値の列では、レコードを一つにまとめられません。",
                 "records cannot become one by the column of the names or of the values");
        }
    }
    pivot_ = std::move(plan);
    for (const auto& name : pivot.names) plan_pivoted_name(name);
    mentioned_.resize(source_headers_.size());
    mentioned_[pivot_->key] = mentioned_[pivot_->value] = true;
}

void Mapping::plan_pivoted_name(const syntax::Name& name) {
    const std::string text(without_spaces(name.text));
    if (text.empty()) fail(name.where, "空の名前は書けません。", "a name cannot be empty");
    if (std::ranges::find(pivot_->names, text) != pivot_->names.end()) {
        fail(name.where, "名前「" + text + "」が二度書かれています。",
             "the name '" + text + "' stands here twice");
    }
    const auto known = find_column(text);
    if (known && *known < pivot_->first) {
        fail(name.where, "変換する表には列「" + text + "」がもうあります。名前の列にできません。",
             "the table already has a column '" + text + "', so that no name can become one");
    }
    pivot_->names.push_back(text);
    source_headers_.push_back(text);
}

/// A cell that the result holds or hangs on must not be lost where records become one.
void Mapping::keep_pivoted() {
    pivot_->kept.assign(source_headers_.size(), false);
    for (const auto& column : columns_) {
        for (const std::uint32_t from : column.from) pivot_->kept[from] = true;
    }
    for (const auto& assignment : source_.tree.assignments) {
        if (!assignment.when) continue;
        for (const auto& header : column_headers(*assignment.when)) {
            if (const auto column = find_column(header)) pivot_->kept[*column] = true;
        }
    }
}

/// Columns that become others cannot be read any more.
bool Mapping::is_pivoted(std::uint32_t column) const {
    return pivot_ && (column == pivot_->key || column == pivot_->value);
}

void Mapping::refuse_pivoted(const std::string& header, Span where) const {
    if (!pivot_ || find_column(header)) return;
    for (const std::uint32_t gone : {pivot_->key, pivot_->value}) {
        if (header_key(source_headers_[gone]) != header_key(header)) continue;
        fail(where, "列「" + header + "」は pivot で別の列になります。その名前の列を書いてください。",
             "pivot makes other columns of '" + header + "'; name one of them");
    }
}

void Mapping::refuse_pivoted_in(const syntax::Expression& expression) const {
    for (const auto& header : column_headers(expression)) refuse_pivoted(header, expression.where);
}

std::vector<std::string_view> Mapping::read_from(const MappedColumn& column) const {
    std::vector<std::string_view> headers;
    const auto add = [&](std::uint32_t from) {
        const std::string_view header = source_headers_[from];
        if (std::ranges::find(headers, header) == headers.end()) headers.push_back(header);
    };
    for (const std::uint32_t from : column.from) {
        if (pivot_ && from >= pivot_->first) {
            add(pivot_->key);
            add(pivot_->value);
        } else {
            add(from);
        }
    }
    return headers;
}

}  // namespace daicho
