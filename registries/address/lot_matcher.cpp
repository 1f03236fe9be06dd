#include "registries/address/lot_matcher.hpp"

#include <algorithm>
#include <span>

namespace daicho {

using address_format::TownRecord;

namespace {

using Keys = std::span<const std::uint64_t>;

struct Parts {
    std::array<std::uint32_t, 3> values{};
    std::uint32_t count = 0;
};

std::uint32_t odd_part(const IndexView& index, std::string_view text) {
    const auto found =
        std::lower_bound(index.odd_parts.begin(), index.odd_parts.end(), text,
                         [&](std::uint32_t a, std::string_view b) { return index.string(a) < b; });
    if (found == index.odd_parts.end() || index.string(*found) != text) return 0;
    return first_odd_part + static_cast<std::uint32_t>(found - index.odd_parts.begin());
}

/// The parts as the index writes them, up to one that no row has.
Parts parts_of(const IndexView& index, const FoldedText& text, std::string_view source, const LotText& lot) {
    Parts parts;
    for (; parts.count < std::min(lot.count, 3u); ++parts.count) {
        const LotPart& part = lot.parts[parts.count];
        const bool plain = !part.mark && part.value + 1 < first_odd_part;
        const std::uint32_t value = plain ? static_cast<std::uint32_t>(part.value) + 1
                                          : odd_part(index, odd_text(text, source, part));
        if (value == 0) break;
        parts.values[parts.count] = value;
    }
    return parts;
}

LotKey key_of(const Parts& parts, std::uint32_t count) {
    std::array<std::uint32_t, 3> values{};
    std::copy_n(parts.values.begin(), count, values.begin());
    return lot_key(values);
}

LotMatch match_parcel(Keys keys, std::uint32_t first, const Parts& parts) {
    for (std::uint32_t count = parts.count; count > 0; --count) {
        const LotKey key = key_of(parts, count);
        const auto found = std::ranges::lower_bound(keys, key);
        if (found != keys.end() && *found == key) {
            return {MatchLevel::parcel, first + static_cast<std::uint32_t>(found - keys.begin()), count};
        }
    }
    return {};
}

LotMatch match_residence(Keys keys, std::uint32_t first, const Parts& parts) {
    for (std::uint32_t count = parts.count; count > 0; --count) {
        const LotKey key = key_of(parts, count);
        const auto found = std::ranges::lower_bound(keys, key);
        if (found == keys.end()) continue;
        const auto row = first + static_cast<std::uint32_t>(found - keys.begin());
        if (count > 1 && *found == key) return {MatchLevel::residence, row, count};
        if (count == 1 && *found < lot_keys_end(key, 1)) return {MatchLevel::block, row, 1};
    }
    return {};
}

}  // namespace

LotMatches match_lot(const IndexView& index, std::uint32_t at, const FoldedText& text,
                     std::string_view source, const LotText& lot) {
    const TownRecord& town = index.towns[at];
    const std::uint32_t residence_count = index.towns[at + 1].first_residence - town.first_residence;
    const std::uint32_t parcel_count = index.towns[at + 1].first_parcel - town.first_parcel;
    LotMatches found;
    found.covered = residence_count > 0 || parcel_count > 0;
    if (!found.covered || lot.count == 0) return found;
    const Parts parts = parts_of(index, text, source, lot);
    const Keys residences = index.residences.subspan(town.first_residence, residence_count);
    const Keys parcels = index.parcels.subspan(town.first_parcel, parcel_count);
    found.residence = match_residence(residences, town.first_residence, parts);
    found.parcel = match_parcel(parcels, town.first_parcel, parts);
    return found;
}

std::string lot_part_text(const IndexView& index, std::uint32_t part) {
    if (part == 0) return {};
    if (part < first_odd_part) return std::to_string(part - 1);
    return std::string(index.string(index.odd_part_texts[part - first_odd_part]));
}

}  // namespace daicho
