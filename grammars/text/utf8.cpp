#include "grammars/text/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "grammars/text/byte_words.hpp"
#include "grammars/text/well_formed.hpp"

namespace daicho {

CodePoint uncommon_code_point_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const auto tail = [&](std::size_t i) { return at + i < text.size() && (byte(i) & 0xC0) == 0x80; };
    const unsigned lead = byte(0);
    if (lead >= 0xC2 && lead < 0xE0 && tail(1)) {
        return {((lead & 0x1Fu) << 6) | (byte(1) & 0x3Fu), 2};
    }
    if (lead >= 0xF0 && lead < 0xF5 && tail(1) && tail(2) && tail(3)) {
        return {
            ((lead & 0x07u) << 18) | ((byte(1) & 0x3Fu) << 12) | ((byte(2) & 0x3Fu) << 6) | (byte(3) & 0x3Fu),
            4};
    }
    return {0xFFFD, 1};
}

void append_utf8(std::string& out, char32_t value) {
    char bytes[4];
    out.append(bytes, put_utf8(bytes, value));
}

std::size_t find_invalid_utf8(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        if (i + 8 <= text.size()) {
            std::uint64_t word;
            std::memcpy(&word, text.data() + i, 8);
            if (high_bytes(word) == 0) {
                i += 8;
                continue;
            }
        }
        const std::size_t size = well_formed_length(text.substr(i));
        if (size == 0) return i;
        i += size;
    }
    return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) {
    constexpr std::size_t most_words = 255;  // what a byte counts to
    std::size_t others = 0, at = 0;          // bytes within a character: 10xxxxxx
    while (at + sizeof(std::uint64_t) <= text.size()) {
        const std::size_t words = std::min((text.size() - at) / sizeof(std::uint64_t), most_words);
        std::uint64_t counts = 0;  // one in each byte
        for (std::size_t i = 0; i < words; ++i, at += sizeof(std::uint64_t)) {
            std::uint64_t word = 0;
            std::memcpy(&word, text.data() + at, sizeof word);
            counts += (word >> 7) & ~(word >> 6) & in_each_byte(1);
        }
        others += sum_of_bytes(counts);
    }
    for (; at < text.size(); ++at) others += (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    return text.size() - others;
}

}  // namespace daicho
