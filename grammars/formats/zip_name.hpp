#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// The name of a zip member as UTF-8: UTF-8 stays, anything else is read as CP932. Backslashes become `/`,
/// `!`, which parts archives in a locator, becomes `！`, `.` and empty parts go; a folder ends with `/`.
/// Throws Error, with `archive` in its text, for a name that leads out of the archive (`..`, from the root,
/// with a drive), is empty or has control characters.
std::string read_zip_name(std::string_view raw, const std::string& archive);

/// The name in UTF-8 with control characters as `?`, for messages.
std::string show_zip_name(std::string_view raw);

}  // namespace daicho
