#pragma once

#include <cstddef>
#include <string_view>

namespace daicho {

/// How many characters of `a` must be put in, left out, replaced or exchanged with their neighbour to give
/// `b`, both UTF-8.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace daicho
