#pragma once

#include <string_view>

namespace daicho {

/// Whether a cell only says that there is no value (`-`, なし, 不明; the list is placeholders.tsv).
bool is_placeholder(std::string_view text);
/// Whether a cell that is no value of its item says nothing either: blanks, marks between which nothing
/// stands
/// ("," for coordinates, "#" for an address of the web), zeros alone (000-0000-0000).
bool says_nothing(std::string_view text);
/// Whether it is one that is no word of any text (`-`, `NULL`), so that it is no name or remark either.
bool is_mark_for_nothing(std::string_view text);

}  // namespace daicho
