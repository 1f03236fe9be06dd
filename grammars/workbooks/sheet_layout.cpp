#include "grammars/workbooks/sheet_layout.hpp"

#include "grammars/base/record_place.hpp"
#include "grammars/formats/json_number.hpp"
#include "grammars/workbooks/rule_ids.hpp"

namespace daicho {

namespace {

Finding& tell(std::vector<Finding>& out, RuleId rule, Severity severity, std::uint64_t count,
              std::size_t column = 0) {
    Finding& finding = out.emplace_back();
    finding.rule = rule;
    finding.severity = severity;
    finding.detail = std::to_string(count);
    finding.column = static_cast<std::uint32_t>(column);
    return finding;
}

std::string cell_name(std::uint64_t row, std::uint32_t column) {
    return column_letters(column) + std::to_string(row);
}

std::string first_ranges(std::span<const MergedCells> merged) {
    constexpr std::size_t most_shown = 3;
    std::string text;
    for (std::size_t i = 0; i < merged.size() && i < most_shown; ++i) {
        const MergedCells& one = merged[i];
        text.append(text.empty() ? "" : ", ").append(cell_name(one.first_row, one.first_column));
        text.append(":").append(cell_name(one.last_row, one.last_column));
    }
    return merged.size() > most_shown ? text + " …" : text;
}

/// Columns that have cells of some sort.
struct ColumnList {
    void add(std::size_t column, std::uint64_t cells) {
        if (cells == 0) return;
        count += cells;
        if (names.size() < most_bytes) {
            names.append(names.empty() ? "" : ", ").append(column_letters(column));
        } else if (!names.ends_with("…")) {
            names += " …";
        }
    }
    void tell_of(RuleId rule, Severity severity, std::vector<Finding>& out) const {
        if (count > 0) tell(out, rule, severity, count).value = names;
    }

    static constexpr std::size_t most_bytes = 40;
    std::uint64_t count = 0;
    std::string names;
};

}  // namespace

void SheetLayout::add(const SheetRow& row) {
    using namespace cell_trait;
    if (!traits_) return;
    if (columns_.size() < row.width()) columns_.resize(row.width());
    for (const SheetRow::Cell& cell : row.cells) {
        Column& column = columns_[cell.column];
        ++column.cells;
        column.formulas += (cell.traits & formula) != 0;
        column.external += (cell.traits & external) != 0;
        if (!all_) continue;
        column.filled += (cell.traits & filled) != 0;
        column.struck += (cell.traits & struck) != 0;
        if ((cell.traits & number) != 0) {
            ++column.numbers;
        } else if (is_json_number(row.text_of(cell)) && column.text_numbers++ == 0) {
            column.text_number = row.text_of(cell);
        }
    }
}

std::vector<Finding> SheetLayout::findings(std::span<const MergedCells> merged, const SheetExtras& extras,
                                           std::size_t header_rows) const {
    std::vector<Finding> out;
    if (!extras.comments.empty()) {
        const SheetExtras::Comment& first = extras.comments.front();
        tell(out, rules::comments, Severity::warning, extras.comments.size()).value =
            first.cell + ": " + first.text;
    }
    if (all_ && extras.objects > 0) tell(out, rules::objects, Severity::info, extras.objects);
    if (all_ && !merged.empty())
        tell(out, rules::merged_ranges, Severity::info, merged.size()).value = first_ranges(merged);
    if (all_ && header_rows > 1) tell(out, rules::rows_of_header, Severity::info, header_rows);
    tell_columns(out);
    return out;
}

void SheetLayout::tell_columns(std::vector<Finding>& out) const {
    ColumnList external, formulas, looks;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const Column& one = columns_[i];
        external.add(i, one.external);
        if (!all_) continue;
        formulas.add(i, one.formulas);
        // Texts among numbers; a column of texts is one of codes.
        if (one.text_numbers > 0 && one.text_numbers < one.numbers)
            tell(out, rules::number_as_text, Severity::info, one.text_numbers, i + 1).value = one.text_number;
        // Stripes are no meaning: they are on every other row.
        const bool some = one.filled > 0 && one.filled * 3 <= one.cells;
        const bool struck = one.struck > 0 && one.struck < one.cells;
        looks.add(i, (some ? one.filled : 0) + (struck ? one.struck : 0));
    }
    external.tell_of(rules::other_workbook, Severity::warning, out);
    formulas.tell_of(rules::formulas, Severity::info, out);
    looks.tell_of(rules::told_by_look, Severity::info, out);
}

}  // namespace daicho
