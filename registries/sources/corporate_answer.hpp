#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "registries/sources/record_stream.hpp"

namespace daicho {

/// Whether a file that begins so is an answer of the web interface of corporate numbers as CSV: a first line
/// of the day, the number of records, the part and the parts, then rows as in the files.
bool is_corporate_answer(std::string_view head);

/// Opens the records of a file that may begin with that line: the rows behind it, or, where it begins
/// otherwise, whatever `other` makes of the whole file. Throws Error while reading where the rows are not as
/// many as the line says (of an answer in parts it says those of all).
std::unique_ptr<RecordStream> open_corporate_answer(
    std::unique_ptr<ByteSource> file,
    const std::function<std::unique_ptr<RecordStream>(std::unique_ptr<ByteSource>)>& other);

}  // namespace daicho
