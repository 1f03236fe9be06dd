#pragma once

#include <string_view>

namespace daicho {

/// Whether a cell only says that there is no value (`-`, なし, 不明; the list is placeholders.tsv).
bool is_placeholder(std::string_view text);

}  // namespace daicho
