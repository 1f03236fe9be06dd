#pragma once

#include <span>
#include <string>
#include <string_view>

namespace daicho {

/// Derived columns (see `DerivedColumn`) with the 全国地方公共団体コード of six digits; nothing is appended
/// where it is not known.

/// From a code of five digits: its check digit is added.
void add_lg_code(std::span<const std::string_view> code, std::string& key);

/// From the names of a prefecture and of a municipality (county, city and ward written together).
void add_lg_code_of_names(std::span<const std::string_view> names, std::string& key);

}  // namespace daicho
