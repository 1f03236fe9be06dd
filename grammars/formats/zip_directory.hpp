#pragma once

#include <cstdint>
#include <string>

#include "grammars/base/os.hpp"

namespace daicho {

/// A reader of zips takes the directory into memory as a whole. Looks first how large its end record says it
/// is, in every place where one may stand, and throws Error where that is more than `max_members` would need.
void check_zip_directory(SeekableSource& source, const std::string& name, std::uint64_t max_members);

[[noreturn]] void refuse_members(const std::string& name, std::uint64_t max_members);

}  // namespace daicho
