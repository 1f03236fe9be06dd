#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// One row of a TSV of facts, by the names of its header. Views into the text.
class TsvRow {
 public:
    TsvRow(const std::vector<std::string_view>& header, std::vector<std::string_view> cells)
        : header_(&header), cells_(std::move(cells)) {}
    /// The cell below `name`, or empty.
    std::string get(std::string_view name) const;

 private:
    const std::vector<std::string_view>* header_;
    std::vector<std::string_view> cells_;
};

/// A TSV of facts: `#` lines are comments, the first other line is the header, nothing is quoted. The table
/// must outlive its rows, and the text must outlive the table.
class TsvTable {
 public:
    explicit TsvTable(std::string_view text);
    const std::vector<std::string_view>& header() const { return header_; }
    auto begin() const { return rows_.begin(); }
    auto end() const { return rows_.end(); }

 private:
    std::vector<std::string_view> header_;
    std::vector<TsvRow> rows_;
};

/// The parts of a cell that holds several texts separated by `;`.
std::vector<std::string_view> split_list(std::string_view cell);

}  // namespace daicho
