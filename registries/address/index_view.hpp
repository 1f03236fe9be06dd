#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "registries/address/folded_text.hpp"
#include "registries/address/index_file.hpp"
#include "registries/address/label_trie.hpp"

namespace daicho {

/// The sections of an address index by their names.
struct IndexView {
    explicit IndexView(const AddressIndexFile& of);

    const AddressIndexFile* file;
    FoldTable fold;
    std::span<const address_format::PrefectureRecord> prefectures;
    std::span<const address_format::MunicipalityRecord> municipalities;
    std::span<const address_format::OldMunicipalityRecord> old_municipalities;
    LabelTrie regions;
    std::span<const address_format::RegionEntry> region_entries;
    LabelTrie town_names;
    std::span<const std::uint32_t> town_roots;
    std::span<const std::uint32_t> town_entries;
    std::span<const address_format::TownRecord> towns;
    std::span<const std::uint64_t> residences;
    std::span<const address_format::Point> residence_points;
    std::span<const std::uint64_t> parcels;
    std::span<const address_format::Point> parcel_points;
    std::span<const std::uint32_t> odd_parts;
    std::span<const std::uint32_t> odd_part_texts;
    std::span<const address_format::OddRow> odd_rows;
    std::span<const std::uint64_t> place_sounds;
    std::span<const address_format::MunicipalityReading> municipality_readings;

    std::string_view string(std::uint32_t at) const { return file->string(at); }
    /// The root of the names of towns of all municipalities.
    std::uint32_t nationwide() const { return town_roots.back(); }
};

}  // namespace daicho
