#include "grammars/text/wide.hpp"

#include <algorithm>

#include "grammars/text/kana.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

bool is_printable_ascii(char c) {
    return c >= 0x20 && c <= 0x7E;
}

}  // namespace

std::string wide(std::string_view text) {
    const std::string kana = full_width_kana(text);
    std::string out;
    out.reserve(kana.size());
    for (const char c : kana) {
        if (!is_printable_ascii(c)) {
            out.push_back(c);
        } else {
            append_utf8(out, c == ' ' ? 0x3000 : static_cast<char32_t>(c) + 0xFEE0);
        }
    }
    return out;
}

bool is_wide(std::string_view text) {
    return std::ranges::none_of(text, is_printable_ascii) && !has_half_width_kana(text);
}

}  // namespace daicho
