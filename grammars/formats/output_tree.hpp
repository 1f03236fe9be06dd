#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/output_form.hpp"

namespace daicho {

/// A value of a record of a nested form, or what holds further ones.
struct OutputNode {
    std::string key;      ///< of an object's member; not used in an array
    std::string written;  ///< the key as the form writes it; the form's to fill in
    std::optional<std::size_t> column;
    bool array = false;
    bool always_written = false;    ///< by a column at or below it that is, outside of arrays
    std::vector<OutputNode> parts;  ///< members, or elements

    const OutputNode* part(std::string_view name) const;
};

using OutputCells = std::span<const std::string_view>;

/// The columns of a table as the members of an object. A key under which a value stands already gets a
/// number: keys of an object differ.
OutputNode output_tree(const std::vector<OutputColumn>& columns);

inline std::string_view output_cell(OutputCells cells, std::size_t column) {
    return column < cells.size() ? cells[column] : std::string_view();
}

/// Calls `use` with each value of a cell: those of a list that are not empty, or the cell as it is.
template <class Use>
void for_each_value(const OutputColumn& column, std::string_view cell, Use&& use) {
    if (column.separator.empty()) {
        use(cell);
        return;
    }
    for (std::size_t at = 0; at <= cell.size();) {
        const std::size_t end = std::min(cell.find(column.separator, at), cell.size());
        if (end > at) use(cell.substr(at, end - at));
        at = end + column.separator.size();
    }
}

/// Whether there is a value at or below the node.
bool has_values(const OutputNode& node, OutputCells cells);

/// The code and the label of a cell of a column of codes; empty where the list does not have it.
struct CodeAndLabel {
    std::string_view code, label;
};
CodeAndLabel code_and_label(const OutputColumn& column, std::string_view cell);

}  // namespace daicho
