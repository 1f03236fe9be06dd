#include "models/reports/value_shape.hpp"

#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

/// The sign for a run of characters of one class; the character itself where it stands between runs.
char32_t sign_of(char32_t c) {
    const auto between = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    if (between(U'0', U'9')) return U'9';
    if (between(U'０', U'９')) return U'９';
    if (between(U'A', U'Z') || between(U'a', U'z')) return U'a';
    if (between(U'Ａ', U'Ｚ') || between(U'ａ', U'ｚ')) return U'ａ';
    if (between(U'\uFF66', U'\uFF9F')) return U'\uFF71';
    const bool japanese = between(U'\u3005', U'\u3007') || between(U'\u3041', U'\u30FE') ||
                          between(U'\u3400', U'\u9FFF') || between(U'\uF900', U'\uFAFF') || c >= 0x20000;
    return japanese ? U'あ' : c;
}

bool is_run(char32_t sign) {
    return sign == U'9' || sign == U'９' || sign == U'a' || sign == U'ａ' || sign == U'\uFF71' ||
           sign == U'あ' || sign == U' ';
}

}  // namespace

std::string value_shape(std::string_view text) {
    std::string shape;
    char32_t last = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        at += c.size;
        const char32_t sign = sign_of(c.value);
        if (sign == last && is_run(sign)) continue;
        append_utf8(shape, sign);
        last = sign;
    }
    return shape;
}

}  // namespace daicho
