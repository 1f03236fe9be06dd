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

/// What names of municipalities end in.
bool is_last_letter(std::uint16_t s) {
    return s == symbol::shi || s == symbol::ku || s == symbol::machi || s == symbol::mura;
}

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

/// かわ崎市, 北きゅう州市: a name of which a part is written in kana.
struct PartlySpoken {
    std::string_view before, behind;  ///< what is written in kanji
    std::string sound;                ///< of the kana between

    /// What is written stands in the name, and the kana for what is left of it.
    bool is(std::string_view name, std::string_view kana) const {
        const std::size_t kanji = before.size() + behind.size();
        if (name.size() <= kanji || !name.starts_with(before) || !name.ends_with(behind)) return false;
        const std::string whole = place_sound(kana);
        return before.empty() ? whole.starts_with(sound) && whole.size() > sound.size()
                              : whole.find(sound, 1) != whole.npos;
    }
};

/// The name from symbol `at` on, up to 市, 区, 町 or 村; nothing: no part of it is in kana, or all of it.
std::optional<PartlySpoken> partly_spoken(std::string_view source, const FoldedText& text, std::uint32_t at,
                                          std::uint32_t& end) {
    const std::uint32_t limit = std::min(text.size(), at + longest_kana);
    std::uint32_t from = at;
    while (from < limit && end_of_kana(source, text, from, limit) == from) ++from;
    const std::uint32_t to = end_of_kana(source, text, from, limit);
    if (to < from + shortest_kana) return std::nullopt;
    for (end = to; end < limit && !is_last_letter(text[end]); ++end) {
        if (text.spaced(end) || symbol::is_digit(text[end])) return std::nullopt;
    }
    if (end >= limit || (from == at && end == to)) return std::nullopt;
    ++end;
    const auto part = [&](std::uint32_t begin, std::uint32_t behind) {
        if (begin == behind) return std::string_view{};
        return source.substr(text.begin(begin), text.end(behind) - text.begin(begin));
    };
    return PartlySpoken{part(at, from), part(to, end), place_sound(part(from, to))};
}

void add_partly_spoken(const IndexView& index, std::string_view source, const FoldedText& text,
                       const NamedFront& front, std::vector<SpokenMunicipality>& spoken) {
    std::uint32_t end = 0;
    const auto parts = partly_spoken(source, text, front.end, end);
    if (!parts) return;
    for (std::size_t i = 0; i < index.municipalities.size() && spoken.size() < most_of_a_sound; ++i) {
        const MunicipalityRecord& of = index.municipalities[i];
        const auto& reading = index.municipality_readings[i];
        const bool ward = of.ward != 0 && !front.city.empty();
        const std::string_view name = index.string(ward ? of.ward : of.city);
        if (!front.holds(index, of) || !parts->is(name, index.string(reading.kana[ward ? 3 : 2]))) continue;
        spoken.push_back({with_name(index, of, text.span(0, end), text, end), text.span(front.end, end), name,
                          front.prefecture.has_value()});
    }
}

}  // namespace

std::vector<SpokenMunicipality> spoken_municipalities(const IndexView& index, std::string_view source,
                                                      const FoldedText& text) {
    std::vector<SpokenMunicipality> spoken;
    if (text.is_arranged()) return spoken;
    const NamedFront front = named_in_front(index, text);
    const std::uint32_t at = front.end;
    const std::uint32_t end = end_of_kana(source, text, at, std::min(text.size(), at + longest_kana));
    if (end < at + shortest_kana || end >= text.size() || text.spaced(end) || !is_last_letter(text[end])) {
        add_partly_spoken(index, source, text, front, spoken);
        return spoken;
    }
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
