#pragma once

#include <string_view>

namespace daicho {

/// Whether `pattern` is one that models can have (RE2 syntax).
bool is_text_pattern(std::string_view pattern);

}  // namespace daicho
