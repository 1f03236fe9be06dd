#include "grammars/characters/pairs.hpp"

#include "grammars/text/digits.hpp"

namespace daicho {

namespace {

constexpr ConfusablePair table[] = {
    {0x301C, 0xFF5E}, {0x2212, 0xFF0D}, {0x2016, 0x2225}, {0x00A2, 0xFFE0},
    {0x00A3, 0xFFE1}, {0x00AC, 0xFFE2}, {0x2014, 0x2015}, {0x00A6, 0xFFE4},
    {0x00A5, 0xFFE5}, {0x00A5, '\\'},   {0x203E, '~'},
};

bool is_letter_of_path(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ':' || c == '/' || c == '\\' ||
           c == '.' || c == '_';
}

}  // namespace

std::span<const ConfusablePair> confusable_pairs() {
    return table;
}

bool is_used_as_mark(std::string_view text, std::size_t at) {
    const char mark = text[at];
    if (mark != '\\' && mark != '~') return true;
    const char before = at == 0 ? '\0' : text[at - 1];
    const char behind = at + 1 < text.size() ? text[at + 1] : '\0';
    if (is_letter_of_path(before) || is_letter_of_path(behind)) return false;
    return mark == '~' || is_ascii_digit(behind);
}

}  // namespace daicho
