#include "grammars/formats/plain_json.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "grammars/text/byte_words.hpp"
#include "grammars/text/well_formed.hpp"

namespace daicho {

namespace {

constexpr bool is_plain_in_json(unsigned char byte) {
    return byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F;
}

/// Eight bytes of plain ASCII.
bool is_plain_json_word(std::uint64_t word) {
    return (high_bytes(word) | bytes_below_space(word) | bytes_equal_to(word, '"') |
            bytes_equal_to(word, '\\') | bytes_equal_to(word, 0x7F)) == 0;
}

/// Four bytes as they lie in memory.
constexpr std::uint32_t in_memory(unsigned char a, unsigned char b, unsigned char c, unsigned char d) {
    return std::bit_cast<std::uint32_t>(std::array<unsigned char, 4>{a, b, c, d});
}

/// A character of three bytes, as kana and kanji are; those that only some second bytes may follow are left
/// to `well_formed_length`.
bool begins_with_three_bytes(const char* at) {
    std::uint32_t bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    const auto lead = static_cast<unsigned char>(*at);
    return (bytes & in_memory(0xF0, 0xC0, 0xC0, 0)) == in_memory(0xE0, 0x80, 0x80, 0) && lead != 0xE0 &&
           lead != 0xED;
}

const char* behind_plain_words(const char* at, const char* end) {
    std::uint64_t word = 0;
    for (; end - at >= 8; at += 8) {
        std::memcpy(&word, at, sizeof word);
        if (!is_plain_json_word(word)) break;
    }
    return at;
}

}  // namespace

std::size_t plain_json_prefix(std::string_view text) {
    const char *at = text.data(), *const end = at + text.size();
    while (at < end) {
        if (static_cast<unsigned char>(*at) < 0x80) {
            at = behind_plain_words(at, end);
            while (at < end && static_cast<unsigned char>(*at) < 0x80) {
                if (!is_plain_in_json(static_cast<unsigned char>(*at)))
                    return static_cast<std::size_t>(at - text.data());
                ++at;
            }
        } else {
            while (end - at >= 4 && begins_with_three_bytes(at)) at += 3;
            if (at == end || static_cast<unsigned char>(*at) < 0x80) continue;
            const std::size_t size = well_formed_length({at, static_cast<std::size_t>(end - at)});
            if (size == 0) break;
            at += size;
        }
    }
    return static_cast<std::size_t>(at - text.data());
}

}  // namespace daicho
