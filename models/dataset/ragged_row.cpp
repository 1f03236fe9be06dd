#include "models/dataset/ragged_row.hpp"

namespace daicho {

std::vector<std::string_view> ragged_row(const Batch& batch, std::size_t record, std::size_t columns,
                                         const Transformed& transformed) {
    const auto cells = transformed.cells(record);
    std::vector<std::string_view> row(cells.begin(), cells.end());
    for (std::size_t column = columns; column < batch.width(record); ++column)
        row.push_back(batch.cell(record, column));
    if (row.size() > cells.size()) return row;
    while (row.size() > 1 && row.back().empty()) row.pop_back();
    if (row.size() == cells.size()) row.emplace_back();
    return row;
}

}  // namespace daicho
