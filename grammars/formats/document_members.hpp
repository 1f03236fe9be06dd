#pragma once

#include <cstdint>
#include <string_view>

namespace daicho {

/// Whether an array of this name is likely to hold the records of its document: "records", "results", "一覧".
/// Case and the signs `-`, `_` and `.` are not heeded, here and below.
bool names_records(std::string_view name);

/// Whether a member of this name speaks of the document and not of a thing: "total", "page", "license",
/// "件数".
bool is_about_document(std::string_view name);

/// So many times the values that stand beside them, and one more, records have that are more than a part of
/// one record, where what stands beside does not speak of the document.
inline constexpr std::uint64_t much_beside_little = 8;

}  // namespace daicho
