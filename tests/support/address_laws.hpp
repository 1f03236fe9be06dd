#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "grammars/text/utf8.hpp"
#include "registries/address/address_answer.hpp"

namespace daicho {

/// Whether a character begins at `at`, or the text ends there. A byte that is no UTF-8 is a character of its
/// own.
inline bool is_character_boundary(std::string_view text, std::size_t at) {
    std::size_t boundary = at < 4 ? 0 : at - 4;
    while (boundary > 0 && (static_cast<unsigned char>(text[boundary]) & 0xC0) == 0x80 && boundary + 8 > at)
        --boundary;
    while (boundary < at) boundary += code_point_at(text, boundary).size;
    return boundary == at;
}

/// What holds for the answer to any text; the law that is broken, or null.
inline const char* broken_address_law(std::string_view text, const AddressAnswer& answer) {
    const auto good = [&](Span span) {
        return span.begin <= span.end && span.end <= text.size() &&
               (span.begin == span.end ||
                (is_character_boundary(text, span.begin) && is_character_boundary(text, span.end)));
    };
    const AddressSpans& spans = answer.spans;
    const std::array<Span, 7> parts{
        spans.postal_code, spans.prefecture_and_city, spans.street, spans.town, spans.numbers, spans.building,
        spans.rest};
    std::uint32_t end = 0;
    for (const Span part : parts) {
        if (!good(part)) return "a part is not within the text, or cuts a character";
        if (part.begin == part.end) continue;
        if (part.begin < end) return "parts overlap, or are not in their order";
        end = part.end;
    }
    if (answer.number_count > answer.number_parts.size())
        return "there are more numbers than places for them";
    if (answer.numbers_matched > answer.number_count) return "more numbers are matched than there are";
    end = 0;
    for (std::size_t i = 0; i < answer.number_count; ++i) {
        const Span number = answer.number_parts[i];
        if (!good(number) || number.begin < end)
            return "numbers are not within the text, or not in their order";
        end = number.end;
    }
    if (!std::ranges::all_of(answer.changes,
                             [&](const AddressChange& change) { return good(change.span); })) {
        return "a change is not within the text, or cuts a character";
    }
    if (answer.alternatives.size() > answer.alternatives_in_all) return "alternatives are not counted";
    if (answer.found() == (answer.category == AddressCategory::none)) return "found, without a category";
    return nullptr;
}

}  // namespace daicho
