#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace daicho {

/// The spelling of a compatibility ideograph that NFC leaves alone: a unified ideograph and VS1, VS2 or VS3.
struct StandardizedVariant {
    char32_t base = 0;
    char32_t selector = 0;
};

/// The sequence of a compatibility ideograph (侮 U+FA30: 4FAE FE00); nothing for all other characters. There
/// are 1,002.
std::optional<StandardizedVariant> standardized_variant(char32_t ideograph);

/// The compatibility ideograph that a sequence stands for, or 0.
char32_t compatibility_ideograph(char32_t base, char32_t selector);

/// The text with its compatibility ideographs as sequences; nothing is lost, and NFC changes none of them.
std::string with_standardized_variants(std::string_view text);

/// The text with the sequences as compatibility ideographs again.
std::string with_compatibility_ideographs(std::string_view text);

}  // namespace daicho
