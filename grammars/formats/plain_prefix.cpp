#include "grammars/formats/plain_prefix.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

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

#if defined(__SSE2__)

unsigned marks(__m128i bytes) {
    return static_cast<unsigned>(_mm_movemask_epi8(bytes));
}

__m128i each(int byte) {
    return _mm_set1_epi8(static_cast<char>(byte));
}

__m128i are(__m128i bytes, int byte) {
    return _mm_cmpeq_epi8(bytes, each(byte));
}

/// ASCII below the space, and what is no ASCII.
__m128i below_space(__m128i bytes) {
    return _mm_cmplt_epi8(bytes, each(' '));
}

unsigned json_stops(__m128i bytes) {
    return marks(_mm_or_si128(_mm_or_si128(are(bytes, '"'), are(bytes, '\\')), are(bytes, 0x7F)));
}

/// U+FFFE and U+FFFF are no characters of XML.
unsigned xml_stops(__m128i bytes) {
    const __m128i marked = _mm_or_si128(_mm_or_si128(are(bytes, '&'), are(bytes, '<')),
                                        _mm_or_si128(are(bytes, '>'), are(bytes, '"')));
    return marks(_mm_or_si128(marked, are(bytes, 0x7F))) |
           (marks(are(bytes, 0xEF)) << 1 & marks(are(bytes, 0xBF)));
}

/// How many of sixteen bytes, at whose first one a character begins, are whole characters of one byte or
/// three that no mark of `stops` is among; 0 where others are there too.
template <unsigned (*stops)(__m128i)>
std::size_t plain_in_block(__m128i bytes) {
    const unsigned high = marks(bytes);
    if ((stops(bytes) | (marks(below_space(bytes)) & ~high)) != 0) return 0;
    if (high == 0) return 16;
    const unsigned tails = marks(_mm_cmplt_epi8(bytes, each(0xC0)));
    const unsigned leads =
        marks(_mm_and_si128(_mm_cmpgt_epi8(bytes, each(0xE0)), _mm_cmplt_epi8(bytes, each(0xF0)))) &
        ~marks(are(bytes, 0xED));
    if ((tails | leads) != high || ((leads << 1 | leads << 2) & 0xFFFF) != tails) return 0;
    return (leads & 0x8000) != 0 ? 15 : (leads & 0x4000) != 0 ? 14 : 16;
}

/// Bytes at the front, up to a start of a character.
template <unsigned (*stops)(__m128i)>
std::size_t plain_blocks(std::string_view text) {
    std::size_t at = 0;
    while (text.size() - at >= 16) {
        const auto* const from = reinterpret_cast<const __m128i*>(text.data() + at);
        const std::size_t plain = plain_in_block<stops>(_mm_loadu_si128(from));
        if (plain == 0) return at;
        at += plain;
    }
    const std::size_t left = text.size() - at;
    if (left == 0) return at;
    alignas(16) char rest[16];
    _mm_store_si128(reinterpret_cast<__m128i*>(rest), each('a'));
    std::memcpy(rest, text.data() + at, left);
    const auto* const from = reinterpret_cast<const __m128i*>(rest);
    return plain_in_block<stops>(_mm_load_si128(from)) == 16 ? text.size() : at;
}

std::size_t front_of_json(std::string_view text) {
    return plain_blocks<json_stops>(text);
}

std::size_t front_of_xml(std::string_view text) {
    return plain_blocks<xml_stops>(text);
}

#else

std::size_t front_of_json(std::string_view) {
    return 0;
}

std::size_t front_of_xml(std::string_view) {
    return 0;
}

#endif

/// Eight bytes at a time.
bool may_end_xml(std::uint64_t word) {
    return (bytes_equal_to(word, '&') | bytes_equal_to(word, '<') | bytes_equal_to(word, '>') |
            bytes_equal_to(word, 0xEF)) != 0;
}

/// The plain part of a text, of which `from` bytes are known to be.
std::size_t rest_of_json(std::string_view text, std::size_t from) {
    const char *at = text.data() + from, *const end = text.data() + text.size();
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

/// The first byte from `from` on that XML has another form for; `to`: none is before it.
std::size_t xml_mark(std::string_view text, std::size_t from, std::size_t to) {
    std::uint64_t word = 0;
    for (std::size_t at = from; at < to;) {
        if (to - at >= sizeof word) {
            std::memcpy(&word, text.data() + at, sizeof word);
            if (!may_end_xml(word)) {
                at += sizeof word;
                continue;
            }
        }
        const char c = text[at];
        if (c == '&' || c == '<' || c == '>') return at;
        const bool whole = c == '\xEF' && text.size() - at > 2;
        if (whole && text[at + 1] == '\xBF' && text[at + 2] >= '\xBE') return at;
        ++at;
    }
    return to;
}

/// In windows that grow: what ends the plain part in JSON and what ends it in XML are looked for one after
/// the other, and either may be near where the other is far.
std::size_t rest_of_xml(std::string_view text, std::size_t from) {
    constexpr std::size_t longest_character = 4;
    for (std::size_t window = 64;; window *= 2) {
        const std::size_t limit = text.size() - from > window ? from + window : text.size();
        const std::size_t mark = xml_mark(text, from, limit);
        from = rest_of_json(text.substr(0, mark), from);
        // A character that the window cuts is looked at again.
        if (mark < limit || limit == text.size() || from + longest_character <= limit) return from;
    }
}

}  // namespace

std::size_t plain_json_prefix(std::string_view text) {
    const std::size_t front = front_of_json(text);
    return front == text.size() ? front : rest_of_json(text, front);
}

std::size_t plain_xml_prefix(std::string_view text) {
    const std::size_t front = front_of_xml(text);
    return front == text.size() ? front : rest_of_xml(text, front);
}

}  // namespace daicho
