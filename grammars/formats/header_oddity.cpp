#include "grammars/formats/header_oddity.hpp"

#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

bool is_header_space(char32_t c) {
    return c == U' ' || c == 0x3000 || c == 0xA0;
}

bool is_unseen(char32_t c) {
    const bool control = (c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r') || (c >= 0x7F && c < 0xA0);
    return control || c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

bool is_apart(char32_t c) {
    return c == 0x3099 || c == 0x309A || (c >= 0x300 && c <= 0x36F);
}

/// Kana and kanji; between them a space parts no words of one letter each.
bool is_word_letter(char32_t c) {
    return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3041 && c <= 0x30FE) || (c >= 0x3400 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
}

}  // namespace

std::optional<char32_t> header_oddity(std::string_view header) {
    char32_t space = 0;  // the first one
    char32_t before = U' ';
    bool letters_apart = true;  // each letter stands alone
    std::size_t letters = 0;
    for (std::size_t at = 0; at < header.size();) {
        const CodePoint character = code_point_at(header, at);
        const char32_t c = character.value;
        if (is_unseen(c) || (is_apart(c) && at != 0)) return c;
        if (is_header_space(c)) {
            if (space == 0) space = c;
        } else {
            ++letters;
            letters_apart = letters_apart && is_word_letter(c) && is_header_space(before);
        }
        before = c;
        at += character.size;
    }
    if (header.empty() || letters == 0) return {};
    if (is_header_space(code_point_at(header, 0).value)) return space;
    if (is_header_space(before)) return before;
    if (space != 0 && letters > 1 && letters_apart) return space;
    return {};
}

}  // namespace daicho
