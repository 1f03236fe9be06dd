#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// What takes a change of a file back: JSON Lines that say how the bytes that were are made of those that
/// are. The first line has the digests of both; then "keep" lines name bytes of the changed file, "text" and
/// "hex" lines bytes that are no longer in it.
std::string undo_record(std::string_view before, std::string_view after, std::string_view command,
                        std::string_view file);

/// Whether the text begins like such a record.
bool is_undo_record(std::string_view text);

/// The bytes from before. Throws Error where `after` is not what the record was made for, or where the record
/// is damaged; `name` and `record_name` stand for them.
std::string undone(std::string_view after, std::string_view record, const std::string& name,
                   const std::string& record_name);

}  // namespace daicho
