#include "grammars/formats/xml_text.hpp"

#include <cstdint>
#include <cstring>

#include "grammars/formats/plain_json.hpp"
#include "grammars/text/byte_words.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

/// Whether one of eight bytes is one that XML writes otherwise, or the first one of U+FFFE and U+FFFF (and of
/// the wide forms, which are looked at one by one then).
bool may_end_run(std::uint64_t word) {
    return (bytes_equal_to(word, '&') | bytes_equal_to(word, '<') | bytes_equal_to(word, '>') |
            bytes_equal_to(word, 0xEF)) != 0;
}

/// How many bytes at the beginning stand in XML as they are; of these a few (a backslash) end the run early.
std::size_t plain_prefix(std::string_view text) {
    const std::size_t sound = plain_json_prefix(text);
    std::uint64_t word = 0;
    for (std::size_t at = 0; at < sound;) {
        if (sound - at >= sizeof word) {
            std::memcpy(&word, text.data() + at, sizeof word);
            if (!may_end_run(word)) {
                at += sizeof word;
                continue;
            }
        }
        const char c = text[at];
        if (c == '&' || c == '<' || c == '>') return at;
        // U+FFFE and U+FFFF are no characters of XML.
        if (c == '\xEF' && text[at + 1] == '\xBF' && text[at + 2] >= '\xBE') return at;
        ++at;
    }
    return sound;
}

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

void append_xml_escaped(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t plain = plain_prefix(text);
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) break;
        const auto character = code_point_at(text, 0);
        append_one(out, character.value);
        text.remove_prefix(character.size);
    }
}

}  // namespace daicho
