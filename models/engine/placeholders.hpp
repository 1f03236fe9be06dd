#pragma once

#include <string_view>

namespace daicho {

/// Whether a cell only says that there is no value (`-`, なし, 不明; the list is placeholders.tsv).
bool is_placeholder(std::string_view text);
/// Whether it is one that is no word of any text (`-`, `NULL`), so that it is no name or remark either.
bool is_mark_for_nothing(std::string_view text);

}  // namespace daicho
