#include "grammars/workbooks/header_block.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "grammars/text/digits.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

/// A header of more rows is none.
constexpr std::size_t most_rows_of_header = 8;

/// A number, which names no column.
bool is_number(std::string_view text) {
    const bool digits = std::ranges::any_of(text, is_ascii_digit);
    return digits && text.find_first_not_of("0123456789.,+-%") == text.npos;
}

/// The rows of a block as they are seen: a merged text stands in each column that it is merged across.
class BlockView {
 public:
    BlockView(std::span<const GridRow> rows, std::span<const MergedCells> merged)
        : rows_(rows), merged_(merged) {}

    /// The text over `column` in `row`; `own`: it is not merged across columns, or begins in the first of
    /// them.
    std::string_view text(std::size_t row, std::size_t column, bool& across) const {
        across = false;
        const std::uint64_t number = rows_[row].number;
        for (const MergedCells& one : merged_) {
            if (number < one.first_row || number > one.last_row || column < one.first_column ||
                column > one.last_column)
                continue;
            across = one.last_column > one.first_column;
            if (number != one.first_row) return {};
            column = one.first_column;
            break;
        }
        return column < rows_[row].cells.size() ? trimmed(rows_[row].cells[column]) : std::string_view();
    }

 private:
    std::span<const GridRow> rows_;
    std::span<const MergedCells> merged_;
};

/// 人　　口 as 人口: characters that were spread over a cell.
std::string without_spreading(std::string_view text) {
    std::string joined;
    std::size_t last = 0;  // characters since the last space
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        const bool space = c == U' ' || c == U'\u3000';
        last = space ? 0 : last + 1;
        if (last > 1) return std::string(text);
        if (!space) joined += text.substr(at, size);
        at += size;
    }
    return joined;
}

/// The names of the columns where rows `first` to `last` are a header.
std::optional<std::vector<std::string>> names_in(const BlockView& view, std::size_t first, std::size_t last,
                                                 std::size_t columns) {
    std::vector<std::string> names(columns);
    std::size_t named = 0, odd = 0;
    for (std::size_t column = 0; column < columns; ++column) {
        std::size_t own = 0;
        for (std::size_t row = first; row <= last; ++row) {
            bool across = false;
            const std::string text = without_spreading(view.text(row, column, across));
            if (text.empty()) continue;
            own += !across;
            odd += is_number(text);
            if (names[column] == text || names[column].ends_with("_" + text)) continue;
            names[column].append(names[column].empty() ? "" : "_").append(text);
        }
        named += !names[column].empty();
        odd += own > 1;
    }
    std::set<std::string_view> different(names.begin(), names.end());
    different.erase("");
    if (named < 2 || odd * 10 > named || different.size() * 5 < named * 4) return std::nullopt;
    return names;
}

/// The last of the rows that merged cells tie to `first`: those they reach down to, and the one below a text
/// that is merged across columns, unless that is a title over (nearly) all of them.
std::size_t tied_to(std::span<const GridRow> rows, std::span<const MergedCells> merged, std::size_t first,
                    std::size_t columns) {
    std::size_t last = first;
    for (std::size_t row = first; row <= last && row < rows.size(); ++row) {
        for (const MergedCells& one : merged) {
            if (one.first_row != rows[row].number) continue;
            const std::size_t width = one.last_column - one.first_column + 1;
            std::uint64_t reaches = one.last_row;
            if (width > 1 && width * 5 < columns * 4) ++reaches;
            while (last + 1 < rows.size() && rows[last + 1].number <= reaches) ++last;
        }
    }
    return last;
}

}  // namespace

std::vector<HeaderBlock> header_blocks(std::span<const GridRow> rows, std::span<const MergedCells> merged) {
    std::vector<HeaderBlock> blocks;
    std::size_t columns = 0;
    for (const GridRow& row : rows) columns = std::max(columns, row.cells.size());
    std::vector<MergedCells> above;  // those that may be in a header
    for (const MergedCells& one : merged) {
        if (!rows.empty() && one.first_row <= rows.back().number && one.first_column < columns)
            above.push_back(one);
    }
    const BlockView view(rows, above);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const std::size_t last = tied_to(rows, above, row, columns);
        if (last == row || last - row >= most_rows_of_header) continue;
        auto names = names_in(view, row, last, columns);
        if (!names) continue;
        blocks.push_back({row, last, std::move(*names)});
        row = last;
    }
    return blocks;
}

}  // namespace daicho
