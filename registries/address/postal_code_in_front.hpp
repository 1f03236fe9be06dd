#pragma once

#include <cstdint>
#include <optional>

#include "registries/address/folded_text.hpp"

namespace daicho {

/// The postal code that a text begins with: 〒100-0014, 1000014.
struct PostalCodeInFront {
    std::uint32_t number = 0;
    std::uint32_t end = 0;  ///< symbol
};

std::optional<PostalCodeInFront> postal_code_in_front(const FoldedText& text);

}  // namespace daicho
