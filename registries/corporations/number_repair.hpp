#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// Corporate numbers with a right check digit that 13 digits may have been meant for: one digit otherwise, or
/// two neighbours exchanged. In rising order, each once; the number itself is not among them.
std::vector<std::string> repaired_numbers(std::string_view digits);

}  // namespace daicho
