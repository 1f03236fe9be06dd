#pragma once

#include <string>

namespace daicho {

/// With so many digits behind the point at most, without zeros at the end: 1.5, 12; nothing is -0.
std::string short_decimal(double value, int digits);

}  // namespace daicho
