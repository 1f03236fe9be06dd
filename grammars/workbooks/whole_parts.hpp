#pragma once

#include <string>

namespace daicho {

/// Whether each XML part of the office document in the file at `path` ends with the end of its root element:
/// libxlsxwriter does not see that a disk was full, or a file at its limit, while it wrote one. `name` is for
/// messages. Throws Error where the file is no whole zip.
bool has_whole_parts(const std::string& path, const std::string& name);

}  // namespace daicho
