#include "grammars/text/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace daicho {

void append_utf8(std::string& out, char32_t value) {
    char bytes[4];
    out.append(bytes, put_utf8(bytes, value));
}

namespace {

/// Length of the well-formed sequence that starts at `p`, or 0.
std::size_t sequence_length(const unsigned char* p, std::size_t left) {
    const auto tail = [&](std::size_t i) { return i < left && (p[i] & 0xC0) == 0x80; };
    const unsigned lead = p[0];
    if (lead < 0x80) return 1;
    if (lead < 0xC2) return 0;
    if (lead < 0xE0) return tail(1) ? 2 : 0;
    if (lead < 0xF0) {
        if (!tail(1) || !tail(2)) return 0;
        if (lead == 0xE0 && p[1] < 0xA0) return 0;  // overlong
        if (lead == 0xED && p[1] > 0x9F) return 0;  // surrogates
        return 3;
    }
    if (lead < 0xF5) {
        if (!tail(1) || !tail(2) || !tail(3)) return 0;
        if (lead == 0xF0 && p[1] < 0x90) return 0;  // overlong
        if (lead == 0xF4 && p[1] > 0x8F) return 0;  // past U+10FFFF
        return 4;
    }
    return 0;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) {
    const auto* p = reinterpret_cast<const unsigned char*>(text.data());
    std::size_t i = 0;
    while (i < text.size()) {
        if (i + 8 <= text.size()) {
            std::uint64_t word;
            std::memcpy(&word, p + i, 8);
            if ((word & 0x8080808080808080u) == 0) {
                i += 8;
                continue;
            }
        }
        const std::size_t size = sequence_length(p + i, text.size() - i);
        if (size == 0) return i;
        i += size;
    }
    return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

}  // namespace daicho
