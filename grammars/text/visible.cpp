#include "grammars/text/visible.hpp"

#include <algorithm>
#include <cstdio>

#include "grammars/text/character.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

/// A stand-in that can be seen: U+2400 and following are pictures of the controls.
char32_t picture(char32_t control) {
    if (control < 0x20) return 0x2400 + control;
    return control == 0x7F ? 0x2421 : 0xFFFD;
}

bool is_seen(char32_t c) {
    using namespace character;
    if ((properties_of(c) & (unassigned | invisible)) == 0) return true;
    switch (kind_of(c)) {
        case CharacterKind::noncharacter:
        case CharacterKind::surrogate:
        case CharacterKind::bidi_control:
        case CharacterKind::zero_width:
        case CharacterKind::soft_hyphen:
        case CharacterKind::line_separator:
        case CharacterKind::tag:
        case CharacterKind::filler:
        case CharacterKind::other_format:
            return false;
        default:
            return true;
    }
}

}  // namespace

void append_visible(std::string& out, char32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
        append_utf8(out, picture(c));
    } else if (c < 0x7F || is_seen(c)) {
        append_utf8(out, c);
    } else {
        char code[16];
        std::snprintf(code, sizeof code, "[U+%04X]", static_cast<unsigned>(c));
        out += code;
    }
}

std::string visible(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        append_visible(out, c.value);
        at += c.size;
    }
    return out;
}

std::string visible_lines(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        out += visible(text.substr(0, end));
        if (end < text.size()) out += '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

}  // namespace daicho
