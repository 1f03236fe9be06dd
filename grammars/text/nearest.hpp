#pragma once

#include <span>
#include <string_view>

namespace daicho {

/// The one of `words` that `word` was most likely meant to be: at most a third of its letters missing, too
/// many, wrong or exchanged with a neighbour. Empty where none is that near. The first of several equally
/// near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> words);

}  // namespace daicho
