#include "models/engine/lookup_table.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "models/engine/tsv.hpp"

namespace daicho {

LookupTable::LookupTable(std::string_view tsv, std::string_view path) {
    const TsvTable table(tsv);
    for (const auto name : table.header()) header_.emplace_back(name);
    const std::string where(path);
    if (header_.size() < 2) {
        throw Error{ErrorKind::input,
                    where + ": 対応表には、キーの列とその他の列の見出しをタブ区切りで書いてください。",
                    where + ": a lookup table needs a header of a key and other columns, separated by tabs"};
    }
    for (const auto& row : table) {
        std::vector<std::string> cells;
        for (const auto& name : header_) cells.push_back(row.get(name));
        const std::string key = cells.front();
        if (!rows_.emplace(key, std::move(cells)).second) {
            throw Error{ErrorKind::input,
                        where + ": キー「" + key + "」の行が二つあります。一つにしてください。",
                        where + ": two rows have the key '" + key + "'; keep one of them"};
        }
    }
}

std::optional<std::size_t> LookupTable::find_column(std::string_view name) const {
    const auto at = std::ranges::find(header_, name);
    if (at == header_.end()) return std::nullopt;
    return static_cast<std::size_t>(at - header_.begin());
}

std::string_view LookupTable::find(std::string_view key, std::size_t column) const {
    const auto row = rows_.find(key);
    return row == rows_.end() ? std::string_view() : std::string_view(row->second[column]);
}

}  // namespace daicho
