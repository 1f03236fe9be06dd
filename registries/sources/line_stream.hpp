#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "registries/sources/record_stream.hpp"

namespace daicho {

/// Takes one line of a text apart. No cells: the line is no record (a comment, a blank line). It is called
/// for every line in order, without its line end, and may keep what it learns from one for those below.
using LineReader = std::function<void(std::string_view line, std::vector<std::string_view>& cells)>;

/// The records of a text in UTF-8 that has one on each line, in a form of its own. `columns`: cells that each
/// of them should have. Throws Error.
std::unique_ptr<RecordStream> open_line_stream(std::unique_ptr<ByteSource> file, std::size_t columns,
                                               LineReader read);

/// Cuts what stands before `mark` off `text`, and the mark; all of it where there is none.
std::string_view cut_before(std::string_view& text, std::string_view mark);

}  // namespace daicho
