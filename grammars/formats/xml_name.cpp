#include "grammars/formats/xml_name.hpp"

#include <utility>

#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

/// What parsers of the fourth edition of XML 1.0 (expat, Xerces, .NET) take as the first character of a name
/// as well as those of the fifth: of its Letter the scripts that headers of this country are written in.
constexpr std::pair<char32_t, char32_t> start_characters[] = {
    {U'A', U'Z'},     {U'_', U'_'},     {U'a', U'z'},     {0xC0, 0xD6},     {0xD8, 0xF6},
    {0xF8, 0x131},    {0x134, 0x13E},   {0x141, 0x148},   {0x14A, 0x17E},   {0x391, 0x3A1},
    {0x3A3, 0x3CE},   {0x401, 0x40C},   {0x40E, 0x44F},   {0x451, 0x45C},   {0x3007, 0x3007},
    {0x3041, 0x3094}, {0x30A1, 0x30FA}, {0x4E00, 0x9FA5}, {0xAC00, 0xD7A3},
};
/// NameChar has these as well.
constexpr std::pair<char32_t, char32_t> further_characters[] = {
    {U'-', U'-'},     {U'.', U'.'},     {U'0', U'9'},     {0xB7, 0xB7},
    {0x3005, 0x3005}, {0x309D, 0x309E}, {0x30FC, 0x30FE},
};

template <std::size_t size>
bool is_in(const std::pair<char32_t, char32_t> (&ranges)[size], char32_t c) {
    for (const auto& [first, last] : ranges) {
        if (c >= first && c <= last) return true;
    }
    return false;
}

/// Full-width letters and digits are in no name of the fourth edition: 備考２ is 備考2.
char32_t plain(char32_t c) {
    const char32_t ascii = c - 0xFEE0;
    const bool letter = (ascii >= U'A' && ascii <= U'Z') || (ascii >= U'a' && ascii <= U'z');
    return c >= 0xFF10 && (letter || (ascii >= U'0' && ascii <= U'9')) ? ascii : c;
}

}  // namespace

std::string xml_name(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = code_point_at(text, at);
        at += character.size;
        const char32_t c = plain(character.value);
        const bool start = is_in(start_characters, c);
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
