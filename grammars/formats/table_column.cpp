#include "grammars/formats/table_column.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"

namespace daicho {

std::size_t column_of(const TableReader& table, const std::string& heading, const std::string& file) {
    const auto& headings = table.header();
    const auto found = std::find(headings.begin(), headings.end(), heading);
    if (found == headings.end()) refuse_column(table, heading, file);
    return static_cast<std::size_t>(found - headings.begin());
}

void refuse_column(const TableReader& table, const std::string& heading, const std::string& file) {
    std::string list;
    for (const std::string& known : table.header()) list += (list.empty() ? "" : ", ") + known;
    throw Error{file + ": 列「" + heading + "」はありません。見出し: " + list,
                file + ": there is no column '" + heading + "'; the headings are: " + list};
}

}  // namespace daicho
