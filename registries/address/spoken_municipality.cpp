#include "registries/address/spoken_municipality.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "registries/address/place_sound.hpp"
#include "registries/address/place_sounds.hpp"
#include "registries/address/region_matcher.hpp"
#include "registries/address/town_in_text.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr std::uint32_t shortest_kana = 2;
constexpr std::uint32_t longest_kana = 12;
constexpr std::size_t most_of_a_sound = 8;

/// The prefecture, or the city, that the text begins with, and where its name ends.
struct NamedFront {
    std::optional<std::uint32_t> prefecture;
    std::string_view city;
    std::uint32_t end = 0;

    bool holds(const IndexView& index, const MunicipalityRecord& of) const {
        if (prefecture && *prefecture != of.prefecture_index) return false;
        return city.empty() || (of.ward != 0 && index.string(of.city) == city);
    }
};

NamedFront named_in_front(const IndexView& index, const FoldedText& text) {
    const RegionMatches found = match_regions(index, text, 0);
    if (found.count == 0) return {};
    const RegionEntry& entry = index.region_entries[found.matches[0].first_entry];
    NamedFront front{entry.prefecture, {}, found.matches[0].end};
    if (entry.municipality != no_municipality)
        front.city = index.string(index.municipalities[entry.municipality].city);
    return front;
}

/// 石川県金沢市 in front of the symbols from `from` on.
FoldedText with_name(const IndexView& index, const MunicipalityRecord& of, Span written,
                     const FoldedText& text, std::uint32_t from) {
    std::string name;
    for (const std::uint32_t part : {of.prefecture, of.county, of.city, of.ward}) name += index.string(part);
    const FoldedText named(name, index.fold);
    FoldedText whole;
    for (std::uint32_t i = 0; i < named.size(); ++i) whole.append(named[i], written);
    for (std::uint32_t i = from; i < text.size(); ++i) whole.append(text[i], text.span(i, i + 1));
    return whole;
}

}  // namespace

std::vector<SpokenMunicipality> spoken_municipalities(const IndexView& index, std::string_view source,
                                                      const FoldedText& text) {
    std::vector<SpokenMunicipality> spoken;
    if (text.is_arranged()) return spoken;
    const NamedFront front = named_in_front(index, text);
    const std::uint32_t at = front.end;
    const std::uint32_t end = end_of_kana(source, text, at, std::min(text.size(), at + longest_kana));
    if (end < at + shortest_kana || end >= text.size() || text.spaced(end)) return spoken;
    const auto slice_of = [&](std::uint32_t from, std::uint32_t to) {
        const Span span = text.span(from, to);
        return source.substr(span.begin, span.end - span.begin);
    };
    const std::string_view last = slice_of(end, end + 1);
    for (const std::uint64_t entry : entries_of(index.place_sounds, place_sound(slice_of(at, end)))) {
        if (PlaceSound::kind(entry) != SoundKind::municipality_short) continue;
        const MunicipalityRecord& of = index.municipalities[PlaceSound::index(entry)];
        const std::string_view name = index.string(of.ward != 0 ? of.ward : of.city);
        if (!name.ends_with(last) || !front.holds(index, of)) continue;
        const Span written = text.span(at, end + 1);
        spoken.push_back({with_name(index, of, text.span(0, end + 1), text, end + 1), written, name,
                          front.prefecture.has_value()});
        if (spoken.size() == most_of_a_sound) break;
    }
    return spoken;
}

}  // namespace daicho
