#pragma once

#include "grammars/characters/conversion_record.hpp"

namespace daicho {

/// Gives the bytes back that a file had before it was converted. `result` is the converted file, `edits` and
/// `bytes` are its record, opened twice, each at its start. What goes to `out` holds only when this returns:
/// at the end a digest proves it. Throws Error where the file is no longer what the record speaks of, with
/// the line of the source where that shows, or where the record is not complete.
void undo_conversion(ByteSource& result, ByteSource& edits, ByteSource& bytes, const TakesBytes& out);

/// Whether `result`, from where it stands to its end, is what the conversion of `record` wrote. For a refusal
/// before anything is written. Throws Error where the record is not complete.
bool is_result_of(ByteSource& result, ByteSource& record);

}  // namespace daicho
