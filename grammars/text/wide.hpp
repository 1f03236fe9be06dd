#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// ASCII in full width (letters, digits, marks; a space becomes U+3000) and half-width kana in full width.
/// All else stays.
std::string wide(std::string_view text);

/// Whether `wide(text) == text`. Allocates nothing.
bool is_wide(std::string_view text);

}  // namespace daicho
