#pragma once

#include <optional>
#include <string_view>

#include "grammars/base/language.hpp"

namespace daicho {

/// Why a file that no source takes is none for the registry, where that is known (other_files.tsv). `name` is
/// its last name, `head` its first bytes.
std::optional<Text> known_other_file(std::string_view name, std::string_view head);

}  // namespace daicho
