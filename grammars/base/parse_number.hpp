#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace daicho {

/// The number that `text` is as a whole: ASCII digits with sign, point and exponent as C++ writes them;
/// nothing else around it.
inline std::optional<double> parse_number(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace daicho
