#pragma once

#include <cstdint>
#include <string_view>

namespace daicho {

/// A half-open range [begin, end) of bytes in a UTF-8 text, counted from the start of the text it speaks of
/// (a cell, a model file).
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    constexpr bool empty() const { return begin == end; }
    friend constexpr bool operator==(const Span&, const Span&) = default;
};

/// The whole of `text`.
constexpr Span whole(std::string_view text) {
    return {0, static_cast<std::uint32_t>(text.size())};
}

/// The part of `text` that `span` covers.
constexpr std::string_view slice(std::string_view text, Span span) {
    return text.substr(span.begin, span.end - span.begin);
}

}  // namespace daicho
