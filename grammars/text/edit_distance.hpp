#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace daicho {

/// How many characters of `a` must be put in, left out, replaced or exchanged with their neighbour to give
/// `b`, both UTF-8.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word`, the first where several are; empty where none is near enough to be meant
/// (a third of its characters differ at most).
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace daicho
