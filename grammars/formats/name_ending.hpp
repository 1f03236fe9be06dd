#pragma once

#include <string_view>

namespace daicho {

/// Whether `path` has one of the `endings` (".csv .tsv": in small letters, separated by spaces), in whatever
/// letters.
bool has_one_of_endings(std::string_view path, std::string_view endings);

}  // namespace daicho
