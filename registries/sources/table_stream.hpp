#pragma once

#include <memory>

#include "registries/sources/record_stream.hpp"

namespace daicho {

/// The records of a table in CSV or TSV. Throws Error.
std::unique_ptr<RecordStream> open_table_stream(std::unique_ptr<ByteSource> file, bool header);

/// The records of a table in any form that is read (a workbook, JSON), with a header. Throws Error.
std::unique_ptr<RecordStream> open_any_table_stream(std::unique_ptr<ByteSource> file);

}  // namespace daicho
