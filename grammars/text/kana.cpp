#include "grammars/text/kana.hpp"

#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr char32_t half_first = 0xFF61;
constexpr char32_t half_voiced = 0xFF9E;
constexpr char32_t half_semi_voiced = 0xFF9F;

// U+FF61..U+FF9F in full width (JIS X 0201 against JIS X 0208).
constexpr std::u32string_view full_of_half =
    U"。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテト"
    U"ナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";

/// The letter with a voiced mark, or 0 where there is none.
char32_t voiced(char32_t c) {
    if (c == U'ウ') return U'ヴ';
    if (c == U'ワ') return U'ヷ';
    if (c == U'ヲ') return U'ヺ';
    const bool ka_to_to = (c >= U'カ' && c <= U'チ' && (c - U'カ') % 2 == 0) ||
                          (c >= U'ツ' && c <= U'ト' && (c - U'ツ') % 2 == 0);
    const bool ha_row = c >= U'ハ' && c <= U'ホ' && (c - U'ハ') % 3 == 0;
    return ka_to_to || ha_row ? c + 1 : 0;
}

char32_t semi_voiced(char32_t c) {
    return c >= U'ハ' && c <= U'ホ' && (c - U'ハ') % 3 == 0 ? c + 2 : 0;
}

/// `text` with each character replaced by `to(character)`.
template <class To>
std::string mapped(std::string_view text, To to) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        append_utf8(out, to(c));
        at += size;
    }
    return out;
}

/// Appends the half-width form of `c`: one character, two for a voiced letter, `c` itself where there is
/// none.
void append_half(std::string& out, char32_t c) {
    const auto put = [&](char32_t letter, char32_t mark) {
        const auto index = full_of_half.find(letter);
        if (index == full_of_half.npos) return false;
        append_utf8(out, half_first + static_cast<char32_t>(index));
        if (mark != 0) append_utf8(out, mark);
        return true;
    };
    if (put(c, 0)) return;
    if (voiced(c - 1) == c && put(c - 1, half_voiced)) return;
    if (semi_voiced(c - 2) == c && put(c - 2, half_semi_voiced)) return;
    for (const char32_t base : {U'ウ', U'ワ', U'ヲ'}) {
        if (voiced(base) == c && put(base, half_voiced)) return;
    }
    append_utf8(out, c);
}

}  // namespace

bool has_half_width_kana(std::string_view text) {
    for (auto at = text.find('\xEF'); at != text.npos; at = text.find('\xEF', at + 1)) {
        if (is_half_width_kana(code_point_at(text, at).value)) return true;
    }
    return false;
}

std::string full_width_kana(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        at += size;
        if (!is_half_width_kana(c)) {
            append_utf8(out, c);
            continue;
        }
        const char32_t letter = full_of_half[c - half_first];
        const auto [mark, mark_size] = code_point_at(text, at);
        const char32_t joined = mark == half_voiced        ? voiced(letter)
                                : mark == half_semi_voiced ? semi_voiced(letter)
                                                           : 0;
        if (joined != 0) at += mark_size;
        append_utf8(out, joined != 0 ? joined : letter);
    }
    return out;
}

std::string half_width_kana(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        append_half(out, c);
        at += size;
    }
    return out;
}

std::string katakana(std::string_view text) {
    return mapped(text, [](char32_t c) { return is_hiragana(c) ? c + 0x60 : c; });
}

std::string hiragana(std::string_view text) {
    return mapped(text, [](char32_t c) { return is_katakana(c) && is_hiragana(c - 0x60) ? c - 0x60 : c; });
}

}  // namespace daicho
