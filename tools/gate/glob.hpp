#pragma once

#include <string_view>

namespace daicho {

/// Whether `pattern` means the file at `path`, a relative path with "/". `*` and `?` stand for characters
/// that are not "/", `[a-z]` for one of some, `{a,b}` for one of several texts, `**` for any number of
/// folders. A pattern without "/" is compared with the last part of the path; one that means a folder means
/// everything in it.
bool glob_matches(std::string_view pattern, std::string_view path);

}  // namespace daicho
