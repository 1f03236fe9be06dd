#include "registries/address/town_in_text.hpp"

#include "registries/address/symbols.hpp"

namespace daicho {

namespace {

constexpr std::uint32_t longest_town_name = 12;  ///< symbols

}  // namespace

std::uint32_t begin_of_town(const FoldedText& text, const AddressAnswer& answer) {
    std::uint32_t from = 0;
    while (from < text.size() && text.begin(from) < answer.spans.prefecture_and_city.end) ++from;
    return from;
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

}  // namespace daicho
