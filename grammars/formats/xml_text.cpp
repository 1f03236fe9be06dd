#include "grammars/formats/xml_text.hpp"

#include "grammars/text/utf8.hpp"

namespace daicho {

void append_xml_escaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto character = code_point_at(text, at);
        const char32_t c = character.value;
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
                if (c < 0x20 || c == 0xFFFE || c == 0xFFFF) {
                    append_utf8(out, 0xFFFD);
                } else {
                    append_utf8(out, c);
                }
        }
        at += character.size;
    }
}

}  // namespace daicho
