#pragma once

#include <string_view>

namespace daicho {

/// The name of the block of Unicode that a code point is in: "CJK Unified Ideographs"; "No_Block" where there
/// is none.
std::string_view unicode_block(char32_t character);

}  // namespace daicho
