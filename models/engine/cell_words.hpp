#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// What a word of cell_words.tsv tells.
enum class CellWord : unsigned char { total, note, end, unit, form, ditto, quantity };

/// The words of that use, in the order of the table.
const std::vector<std::string>& cell_words(CellWord use);

/// Whether the text is one of them.
bool is_cell_word(std::string_view text, CellWord use);

}  // namespace daicho
