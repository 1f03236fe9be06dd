#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "registries/propagation/agency_notation.hpp"

namespace daicho {

/// A column of an agency's table, as a map file declares it.
struct AgencyColumn {
    std::string header;
    std::vector<AgencyItem> items;  ///< more than one: parts of an address that follow one another
    AgencyWords words;              ///< the table's words for codes of the register
};

/// What the columns of an agency's table say of corporations. A map file is text (UTF-8): a line a column,
/// with its header, the item, and words, divided by tabs; lines that begin with # and empty lines are left
/// out of account.
///
///     法人番号	number
///     所在地	prefecture+city+street
///     状態	status	open=営業中	closed=閉鎖
///
/// See docs/propagation.md.
struct AgencyMap {
    std::vector<AgencyColumn> columns;  ///< exactly one of them is the number
};

/// Reads a map file; `name` stands for it in messages. Throws Error with the line that is wrong.
AgencyMap read_agency_map(std::string_view text, const std::string& name);

}  // namespace daicho
