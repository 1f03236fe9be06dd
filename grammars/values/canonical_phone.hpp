#pragma once

#include <string_view>

#include "grammars/values/value_type.hpp"

namespace daicho {

/// Whether the text is telephone numbers in canonical form (GIF 443) already: told without parsing.
bool is_canonical_phone(std::string_view text, const Reading& reading);

}  // namespace daicho
