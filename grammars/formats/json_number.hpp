#pragma once

#include <string_view>

namespace daicho {

/// Whether `text` is a number as JSON writes it (RFC 8259): no sign +, no zero in front, digits around the
/// point.
constexpr bool is_json_number(std::string_view text) {
    const auto digits = [&] {
        const auto end = text.find_first_not_of("0123456789");
        const auto size = end == text.npos ? text.size() : end;
        text.remove_prefix(size);
        return size;
    };
    if (text.starts_with('-')) text.remove_prefix(1);
    const bool zero = text.starts_with('0');
    const auto whole = digits();
    if (whole == 0 || (zero && whole > 1)) return false;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (digits() == 0) return false;
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
        if (digits() == 0) return false;
    }
    return text.empty();
}

}  // namespace daicho
