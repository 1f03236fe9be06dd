#include "grammars/formats/xml_name.hpp"

#include <utility>

#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

/// XML 1.0 (fifth edition), NameStartChar without the colon.
constexpr std::pair<char32_t, char32_t> start_characters[] = {
    {U'A', U'Z'},     {U'_', U'_'},     {U'a', U'z'},     {0xC0, 0xD6},     {0xD8, 0xF6},
    {0xF8, 0x2FF},    {0x370, 0x37D},   {0x37F, 0x1FFF},  {0x200C, 0x200D}, {0x2070, 0x218F},
    {0x2C00, 0x2FEF}, {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF},
};
/// NameChar has these as well.
constexpr std::pair<char32_t, char32_t> further_characters[] = {
    {U'-', U'-'}, {U'.', U'.'}, {U'0', U'9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040},
};

template <std::size_t size>
bool is_in(const std::pair<char32_t, char32_t> (&ranges)[size], char32_t c) {
    for (const auto& [first, last] : ranges) {
        if (c >= first && c <= last) return true;
    }
    return false;
}

/// Names of full-width signs are not read alike by all parsers: 、。「」（） … are left out of the names that
/// we write.
bool is_sign(char32_t c) {
    return (c >= 0x3001 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) || c == 0x3030 || c == 0x30FB ||
           (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) ||
           (c >= 0xFF5B && c <= 0xFF65);
}

}  // namespace

std::string xml_name(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = code_point_at(text, at);
        at += character.size;
        const char32_t c = character.value;
        const bool start = is_in(start_characters, c) && !is_sign(c);
        if (!start && out.empty()) out += '_';
        if (start || is_in(further_characters, c)) {
            append_utf8(out, c);
        } else if (out.back() != '_') {
            out += '_';
        }
    }
    while (out.size() > 1 && out.back() == '_') out.pop_back();
    return out.empty() ? "_" : out;
}

}  // namespace daicho
