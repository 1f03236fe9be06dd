#include "grammars/formats/xml_text.hpp"

#include "grammars/formats/plain_prefix.hpp"
#include "grammars/formats/simd.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

void append_one(std::string& out, char32_t c) {
    switch (c) {
        case U'&':
            out += "&amp;";
            break;
        case U'<':
            out += "&lt;";
            break;
        case U'>':
            out += "&gt;";
            break;
        case U'"':
            out += "&quot;";
            break;
        case U'\n':
        case U'\r':
        case U'\t':
            out += "&#" + std::to_string(static_cast<unsigned>(c)) + ";";
            break;
        default:
            append_utf8(out, c < 0x20 || c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c);
    }
}

}  // namespace

bool is_xml_text(std::string_view text) {
    return valid_utf8_prefix(text) == text.size() && text.find("\xEF\xBF\xBE") == text.npos &&
           text.find("\xEF\xBF\xBF") == text.npos;
}

void append_xml_escaped(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t plain = plain_xml_prefix(text);
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) break;
        const auto character = code_point_at(text, 0);
        append_one(out, character.value);
        text.remove_prefix(character.size);
    }
}

}  // namespace daicho
