#pragma once

#include <cstddef>
#include <cstdint>

namespace daicho {

enum class JsonKind : std::uint8_t { null, boolean, number, string, array, object };

/// Deeper nested values are refused.
inline constexpr std::size_t deepest_json = 64;

constexpr bool is_json_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace daicho
