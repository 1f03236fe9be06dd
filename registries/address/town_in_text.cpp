#include "registries/address/town_in_text.hpp"

#include "registries/address/symbols.hpp"

namespace daicho {

namespace {

constexpr std::uint32_t longest_town_name = 12;  ///< symbols

/// ・ and the marks of half-width kana among them.
bool is_kana(char32_t c) {
    return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FC) || (c >= 0xFF66 && c <= 0xFF9F);
}

}  // namespace

std::uint32_t begin_of_town(const FoldedText& text, const AddressAnswer& answer) {
    return text.symbols_before(answer.spans.prefecture_and_city.end);
}

std::uint32_t name_end(const FoldedText& text, std::uint32_t from) {
    std::uint32_t end = from;
    while (end < text.size() && end < from + longest_town_name && !symbol::is_digit(text[end]) &&
           text[end] != symbol::comma && text[end] != symbol::open_bracket &&
           (end == from || !text.spaced(end))) {
        ++end;
    }
    return end;
}

std::uint32_t end_of_kana(std::string_view source, const FoldedText& text, std::uint32_t at,
                          std::uint32_t limit) {
    std::uint32_t end = at;
    while (end < limit && is_kana(character_at(source, text.begin(end)).value) &&
           (end == at || !text.spaced(end)))
        ++end;
    return end;
}

}  // namespace daicho
