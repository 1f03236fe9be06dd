#include "grammars/text/character.hpp"

#include "grammars/text/byte_words.hpp"

#include <algorithm>
#include <cstring>

namespace daicho {

namespace {

/// Whether all eight bytes are ASCII, and none of them a control character.
bool is_printing_ascii(std::uint64_t word) {
    const std::uint64_t deletes = word + in_each_byte(1);  // 7F becomes 80
    return (high_bytes(word | deletes) | bytes_below_space(word)) == 0;
}

/// What every printing ASCII character but these two has of the classes: nothing.
bool has_paired_ascii(std::uint64_t word) {
    return (bytes_equal_to(word, '\\') | bytes_equal_to(word, '~')) != 0;
}

}  // namespace

TextProperties properties_of_text(std::string_view text) {
    CharacterProperties common = ~0u, any = 0;
    const char* p = text.data();
    const char* const end = p + text.size();
    while (p < end) {
        while (end - p >= 3 && begins_three_bytes(*p)) {
            const CharacterProperties properties = properties_of_three_bytes(p);
            common &= properties;
            any |= properties;
            p += 3;
        }
        while (end - p >= 8) {
            std::uint64_t word;
            std::memcpy(&word, p, 8);
            if (!is_printing_ascii(word) || has_paired_ascii(word)) break;
            any |= character::cp932 | character::jis_x0201;
            p += 8;
        }
        if (p == end || (end - p >= 3 && begins_three_bytes(*p))) continue;
        const auto [c, size] = code_point_at({p, static_cast<std::size_t>(end - p)}, 0);
        const CharacterProperties properties = properties_of(c);
        any |= properties;
        if (c >= 0x80) common &= properties;
        p += size;
    }
    return {common, any};
}

std::size_t find_property(std::string_view text, CharacterProperties mask, std::size_t from) {
    for (std::size_t at = from; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        if ((properties_of(c) & mask) != 0) return at;
        at += size;
    }
    return std::string_view::npos;
}

CharacterKind kind_of(char32_t c) {
    if (c >= character_data::code_points) return CharacterKind::noncharacter;
    const auto ranges = character_data::kind_ranges;
    const auto found = std::ranges::lower_bound(ranges, c, {}, &character_data::KindRange::last);
    if (found == ranges.end() || c < found->first) return CharacterKind::graphic;
    return static_cast<CharacterKind>(found->kind);
}

std::string_view unicode_version() {
    return character_data::unicode_version;
}

}  // namespace daicho
