#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace daicho {

/// "1,234,567"
std::string grouped(std::int64_t number);

/// How many there are, in English: "1 finding", "1,234 findings". `one`: a noun that takes an s.
std::string counted(std::uint64_t number, std::string_view one);

}  // namespace daicho
