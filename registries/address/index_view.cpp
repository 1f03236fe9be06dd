#include "registries/address/index_view.hpp"

#include <algorithm>
#include <numeric>

namespace daicho {

using namespace address_format;

IndexView::IndexView(const AddressIndexFile& of)
    : file(&of),
      fold{of.section<std::uint16_t>(Section::fold_pages), of.section<std::uint16_t>(Section::fold_symbols)},
      prefectures(of.section<PrefectureRecord>(Section::prefectures)),
      municipalities(of.section<MunicipalityRecord>(Section::municipalities)),
      old_municipalities(of.section<OldMunicipalityRecord>(Section::old_municipalities)),
      regions(of.section<TrieNode>(Section::region_nodes), of.section<std::uint16_t>(Section::region_labels)),
      region_entries(of.section<RegionEntry>(Section::region_entries)),
      town_names(of.section<TrieNode>(Section::town_nodes), of.section<std::uint16_t>(Section::town_labels)),
      town_roots(of.section<std::uint32_t>(Section::town_roots)),
      town_entries(of.section<std::uint32_t>(Section::town_entries)),
      towns(of.section<TownRecord>(Section::towns)),
      residences(of.section<std::uint64_t>(Section::residences)),
      residence_points(of.section<Point>(Section::residence_points)),
      parcels(of.section<std::uint64_t>(Section::parcels)),
      parcel_points(of.section<Point>(Section::parcel_points)),
      odd_parts(of.section<std::uint32_t>(Section::odd_parts)),
      odd_part_texts(of.section<std::uint32_t>(Section::odd_part_texts)),
      odd_rows(of.section<OddRow>(Section::odd_rows)),
      place_sounds(of.section<std::uint64_t>(Section::place_sounds)),
      municipality_readings(of.section<MunicipalityReading>(Section::municipality_readings)) {
    if (towns.empty()) refuse_damaged_index();  // there is a sentinel at least
    municipalities_by_code.resize(municipalities.size());
    std::iota(municipalities_by_code.begin(), municipalities_by_code.end(), std::uint16_t{0});
    std::ranges::stable_sort(municipalities_by_code, {}, [&](std::uint16_t m) { return code(m); });
}

std::span<const std::uint16_t> IndexView::municipalities_within(std::string_view prefix) const {
    const auto start = [&](std::uint16_t m) { return code(m).substr(0, prefix.size()); };
    const auto begin = std::ranges::lower_bound(municipalities_by_code, prefix, {}, start);
    const auto end = std::ranges::upper_bound(municipalities_by_code, prefix, {}, start);
    return {begin, end};
}

}  // namespace daicho
