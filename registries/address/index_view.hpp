#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "registries/address/folded_text.hpp"
#include "registries/address/index_array.hpp"
#include "registries/address/index_file.hpp"
#include "registries/address/label_trie.hpp"

namespace daicho {

/// The sections of an address index by their names.
struct IndexView {
    explicit IndexView(const AddressIndexFile& of);

    const AddressIndexFile* file;
    FoldTable fold;
    IndexArray<address_format::PrefectureRecord> prefectures;
    IndexArray<address_format::MunicipalityRecord> municipalities;
    IndexArray<address_format::OldMunicipalityRecord> old_municipalities;
    LabelTrie regions;
    IndexArray<address_format::RegionEntry> region_entries;
    LabelTrie town_names;
    IndexArray<std::uint32_t> town_roots;
    IndexArray<std::uint32_t> town_entries;
    IndexArray<address_format::TownRecord> towns;
    IndexArray<std::uint64_t> residences;
    IndexArray<address_format::Point> residence_points;
    IndexArray<std::uint64_t> parcels;
    IndexArray<address_format::Point> parcel_points;
    IndexArray<std::uint32_t> odd_parts;
    IndexArray<std::uint32_t> odd_part_texts;
    IndexArray<address_format::OddRow> odd_rows;
    IndexArray<std::uint64_t> place_sounds;
    IndexArray<address_format::MunicipalityReading> municipality_readings;

    std::vector<std::uint16_t> municipalities_by_code;

    std::string_view string(std::uint32_t at) const { return file->string(at); }
    std::string_view code(std::uint16_t municipality) const {
        return string(municipalities[municipality].lg_code);
    }
    /// The municipalities whose codes begin with `prefix`.
    std::span<const std::uint16_t> municipalities_within(std::string_view prefix) const;
    /// The root of the names of towns of all municipalities.
    std::uint32_t nationwide() const { return town_roots.back(); }
};

}  // namespace daicho
