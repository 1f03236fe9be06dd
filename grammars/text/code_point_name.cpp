#include "grammars/text/code_point_name.hpp"

#include <cstdio>

#include "grammars/text/utf8.hpp"

namespace daicho {

std::string code_point_digits(char32_t value) {
    char text[16];
    std::snprintf(text, sizeof text, "%04X", static_cast<unsigned>(value));
    return text;
}

std::string code_point_name(char32_t value) {
    return "U+" + code_point_digits(value);
}

std::string code_point_names(std::string_view text) {
    std::string names;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        if (!names.empty()) names += ' ';
        names += code_point_name(c.value);
        at += c.size;
    }
    return names;
}

}  // namespace daicho
