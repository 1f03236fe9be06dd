#include "registries/address/reversed_address.hpp"

#include <array>
#include <cstdint>

#include "grammars/text/utf8.hpp"
#include "registries/address/region_matcher.hpp"

namespace daicho {

namespace {

struct TextPart {
    std::uint32_t begin = 0;  ///< symbols
    std::uint32_t end = 0;
};

struct TextParts {
    static constexpr std::uint32_t at_most = 6;
    std::array<TextPart, at_most> parts;
    std::uint32_t count = 0;
};

bool is_comma(const FoldedText& text, std::string_view source, std::uint32_t i) {
    const char32_t c = code_point_at(source, text.begin(i)).value;
    return c == U',' || c == U'，' || c == U'、';
}

/// Nothing where they are too many for an address.
TextParts parts_of(const FoldedText& text, std::string_view source) {
    TextParts found;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        if (is_comma(text, source, i)) continue;
        const bool begins = i == 0 || text.spaced(i) || is_comma(text, source, i - 1);
        if (begins && found.count == TextParts::at_most) return {};
        if (begins) found.parts[found.count++] = {i, i};
        found.parts[found.count - 1].end = i + 1;
    }
    return found;
}

}  // namespace

std::optional<ReversedAddress> reversed_address(const IndexView& index, const FoldedText& text,
                                                std::string_view source) {
    const TextParts found = parts_of(text, source);
    if (found.count < 2) return std::nullopt;
    const TextPart last = found.parts[found.count - 1];
    const RegionMatches region = match_regions(index, text, last.begin);
    if (region.count == 0 || region.matches[0].end != last.end) return std::nullopt;
    if (match_regions(index, text, 0).count > 0) return std::nullopt;
    ReversedAddress reversed;
    reversed.number_apart = symbol::is_number_letter(text[0]);
    for (std::uint32_t part = found.count; part-- > 0;) {
        for (std::uint32_t i = found.parts[part].begin; i < found.parts[part].end; ++i)
            reversed.text.append(text[i], text.span(i, i + 1));
    }
    return reversed;
}

}  // namespace daicho
