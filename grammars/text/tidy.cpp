#include "grammars/text/tidy.hpp"

#include "grammars/text/byte_words.hpp"
#include "grammars/text/kana.hpp"
#include "grammars/text/narrow.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace daicho {

namespace {

std::string with_single_spaces(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c != ' ' || !out.ends_with(' ')) out.push_back(c);
    }
    return out;
}

/// Whether a byte is an ASCII letter or digit.
constexpr auto is_letter_or_digit = [] {
    std::array<bool, 256> is{};
    for (unsigned c = '0'; c <= '9'; ++c) is[c] = true;
    for (unsigned c = 'A'; c <= 'Z'; ++c) is[c] = is[c - 'A' + 'a'] = true;
    return is;
}();

}  // namespace

Tidy::Tidy(std::string_view original) : original_(original) {
    text_ = Narrow(original).text();
    if (is_tidy(text_)) {
        same_as_narrow_ = true;
        return;
    }
    // Taking spaces away at the end can leave 19ー there, which narrow notation writes 19-.
    while (!is_tidy(text_)) text_ = Narrow(full_width_kana(with_single_spaces(text_))).text();
}

Span Tidy::original(Span span) const {
    return same_as_narrow_ ? Narrow(original_).original(span) : whole(original_);
}

std::string tidied(std::string_view text) {
    return is_tidy(text) ? std::string(text) : std::string(Tidy(text).text());
}

bool is_plainly_tidy(std::string_view text) {
    const auto* const begin = reinterpret_cast<const unsigned char*>(text.data());
    const auto* const end = begin + text.size();
    for (const auto* at = begin; at != end;) {
        const unsigned char c = *at;
        if (c >= 0xE4 && c <= 0xE9) {  // U+4000..U+9FFF
            at += 3;
        } else if (is_letter_or_digit[c]) {
            ++at;
        } else if (c == 0xE3) {
            const unsigned second = at[1];
            const unsigned third = at[2];
            // Hiragana and katakana without ゛゜・ー and the marks that combine.
            const bool letter = second == 0x81 || (second == 0x82 && (third <= 0x96 || third >= 0xA1)) ||
                                (second == 0x83 && third <= 0xBA);
            if (!letter) return false;
            at += 3;
        } else {
            if (c != ' ' || at == begin || at + 1 == end || at[1] == ' ') return false;
            ++at;
        }
    }
    return !text.empty();
}

bool is_tidy(std::string_view text) {
    if (is_plainly_tidy(text)) return true;
    return is_narrow(text) && !has_half_width_kana(text) && text.find("  ") == text.npos;
}

namespace {

/// Whether one of eight bytes may be or begin a control character: below 0x20, 0x7F, 0xC2. May be wrong about
/// a byte after one that is.
bool may_hold_control(std::uint64_t word) {
    return (bytes_below_space(word) | bytes_equal_to(word, 0x7F) | bytes_equal_to(word, 0xC2)) != 0;
}

}  // namespace

bool has_no_control_character(std::string_view text) {
    std::uint64_t word = 0;
    if (text.size() < sizeof word) return find_control_character(text) == text.npos;
    for (std::size_t at = 0; at + sizeof word <= text.size(); at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        if (may_hold_control(word)) return find_control_character(text) == text.npos;
    }
    std::memcpy(&word, text.data() + text.size() - sizeof word, sizeof word);
    return !may_hold_control(word) || find_control_character(text) == text.npos;
}

std::size_t find_control_character(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::uint64_t word = 0;
        while (at + sizeof word <= text.size()) {
            std::memcpy(&word, text.data() + at, sizeof word);
            if (may_hold_control(word)) break;
            at += sizeof word;
        }
        if (at == text.size()) break;
        if (byte(at) < 0x20 || byte(at) == 0x7F) return at;
        if (byte(at) == 0xC2 && at + 1 < text.size() && byte(at + 1) < 0xA0) return at;
    }
    return std::string_view::npos;
}

}  // namespace daicho
