#include "grammars/formats/table_column.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"

namespace daicho {

std::size_t column_of(const TableReader& table, const std::string& header, const std::string& file) {
    const auto& headers = table.header();
    const auto found = std::find(headers.begin(), headers.end(), header);
    if (found == headers.end()) refuse_column(table, header, file);
    return static_cast<std::size_t>(found - headers.begin());
}

void refuse_column(const TableReader& table, const std::string& header, const std::string& file) {
    std::string list;
    for (const std::string& known : table.header()) list += (list.empty() ? "" : ", ") + known;
    throw Error{ErrorKind::usage, file + ": 列「" + header + "」はありません。見出し: " + list,
                file + ": there is no column '" + header + "'; the headers are: " + list};
}

}  // namespace daicho
