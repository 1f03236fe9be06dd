#include <array>
#include <cstdio>

#include "grammars/characters/check.hpp"
#include "grammars/text/code_point_name.hpp"
#include "grammars/text/unit.hpp"

namespace daicho {

namespace {

struct ShortName {
    char32_t character;
    std::string_view name;
};
/// Unicode's abbreviations for what cannot be shown.
constexpr ShortName short_names[] = {
    {0x00A0, "NBSP"}, {0x00AD, "SHY"},   {0x034F, "CGJ"},    {0x061C, "ALM"}, {0x200B, "ZWSP"},
    {0x200C, "ZWNJ"}, {0x200D, "ZWJ"},   {0x200E, "LRM"},    {0x200F, "RLM"}, {0x2028, "LSEP"},
    {0x2029, "PSEP"}, {0x202A, "LRE"},   {0x202B, "RLE"},    {0x202C, "PDF"}, {0x202D, "LRO"},
    {0x202E, "RLO"},  {0x202F, "NNBSP"}, {0x2060, "WJ"},     {0x2066, "LRI"}, {0x2067, "RLI"},
    {0x2068, "FSI"},  {0x2069, "PDI"},   {0xFEFF, "ZWNBSP"},
};

/// Where Windows has the user-defined character: U+E000 to U+E757 are F040 to F9FC.
std::string user_defined_slot(char32_t c) {
    constexpr unsigned cells = 188;
    if (c < 0xE000 || c > 0xE757) return {};
    const unsigned index = static_cast<unsigned>(c) - 0xE000;
    const unsigned trail = 0x40 + index % cells;
    char text[16];
    std::snprintf(text, sizeof text, " CP932 %02X%02X", 0xF0 + index / cells,
                  trail < 0x7F ? trail : trail + 1);
    return text;
}

/// Where the standards of Japan have it.
std::string standard_place_of(const CharacterUnit& unit) {
    const CharacterProperties properties = properties_of(unit.base);
    if ((properties & character::private_use) != 0) return user_defined_slot(unit.base);
    const bool own = (properties & character::jis_x0213) != 0 || unit.mark != 0;
    if (const auto position = jis_x0213_position(unit.base, unit.mark); own && position) {
        return " JIS " + to_string(*position);
    }
    return (properties & character::cp932) != 0 ? " CP932" : "";
}

bool can_be_shown(CharacterProperties properties) {
    using namespace character;
    return (properties & (control | unassigned | invisible | odd_space | private_use | selector)) == 0;
}

}  // namespace

std::string unit_facts(std::string_view text) {
    constexpr std::size_t most_codes = 3;
    const CharacterUnit unit = unit_at(text, 0);
    const CharacterProperties properties = properties_of(unit.base);
    std::string facts;
    if (unit.size < text.size() && count_code_points(text) <= most_codes) {
        facts = text;
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint c = code_point_at(text, at);
            facts += " " + code_point_name(c.value);
            at += c.size;
        }
        return facts;
    }
    if (can_be_shown(properties)) facts = std::string(text.substr(0, unit.size)) + " ";
    facts += code_point_name(unit.base);
    if (unit.mark != 0) facts += " " + code_point_name(unit.mark);
    if (unit.selector != 0) facts += " " + code_point_name(unit.selector);
    for (const ShortName& name : short_names) {
        if (name.character == unit.base) facts += " " + std::string(name.name);
    }
    return facts + standard_place_of(unit);
}

}  // namespace daicho
