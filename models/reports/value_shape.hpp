#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// How a text is written, whatever it says: runs of digits, letters and Japanese letters are one sign each,
/// what stands between them stays (03-1234-5678 and 075-601-3588 are alike, （075）601-3588 is not).
std::string value_shape(std::string_view text);

}  // namespace daicho
