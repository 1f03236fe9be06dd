#pragma once

#include <memory>

#include "registries/sources/record_stream.hpp"

namespace daicho {

/// The records of a table in CSV or TSV. Throws Error.
std::unique_ptr<RecordStream> open_table_stream(std::unique_ptr<ByteSource> file, bool header);

}  // namespace daicho
