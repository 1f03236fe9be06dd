#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "registries/address/index_format.hpp"
#include "registries/address/string_pool.hpp"
#include "registries/address/symbol_table.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

/// Where the towns of a municipality that is no more are to be found.
struct Succession {
    std::uint32_t old = address_format::nothing;  ///< old_municipalities
    std::string prefecture;
    std::string county;  ///< or the designated city of a ward
    std::string name;
    std::vector<std::uint16_t> successors;  ///< municipalities of the draft, ascending
};

/// An address index while it is made.
struct IndexDraft {
    StringPool strings;
    std::vector<address_format::PrefectureRecord> prefectures;
    std::vector<address_format::MunicipalityRecord> municipalities;
    std::vector<address_format::MunicipalityReading> municipality_readings;
    std::vector<address_format::OldMunicipalityRecord> old_municipalities;
    std::vector<Succession> successions;
    std::vector<address_format::TownRecord> towns;                      ///< by municipality and machiaza_id
    std::unordered_map<std::string, std::uint32_t> town_at;             ///< lg_code + machiaza_id
    std::map<std::string, std::uint16_t, std::less<>> municipality_at;  ///< by lg_code
    std::size_t present = 0;  ///< municipalities before this one are those of today

    std::vector<address_format::TrieNode> region_nodes;
    std::vector<std::uint16_t> region_labels;
    std::vector<address_format::RegionEntry> region_entries;
    std::vector<address_format::TrieNode> town_nodes;
    std::vector<std::uint16_t> town_labels;
    std::vector<std::uint32_t> town_roots;
    std::vector<std::uint32_t> town_entries;

    std::vector<std::uint64_t> residences;
    std::vector<address_format::Point> residence_points;
    std::vector<std::uint64_t> parcels;
    std::vector<address_format::Point> parcel_points;
    std::vector<std::uint32_t> odd_parts;
    std::vector<std::uint32_t> odd_part_texts;
    std::vector<address_format::OddRow> odd_rows;
    std::vector<std::uint64_t> place_sounds;

    std::string_view text(std::uint32_t at) const { return strings.text(at); }
};

/// Whether both are called the same: 天竜区 of 浜松市 got another code in 2024.
inline bool same_names(const address_format::MunicipalityRecord& one,
                       const address_format::MunicipalityRecord& other) {
    return one.prefecture == other.prefecture && one.county == other.county && one.city == other.city &&
           one.ward == other.ward;
}

/// Degrees as the index has them.
std::int32_t micro_degrees(double degrees);

// The steps of `build_address_index`, in this order.
void load_municipalities(IndexDraft& draft, const Registry& registry);
void load_successions(IndexDraft& draft, const Registry& registry);
void load_towns(IndexDraft& draft, const Registry& registry);
void load_town_points(IndexDraft& draft, const Registry& registry);
void add_listed_chome(IndexDraft& draft, const Registry& registry);
void add_town_groups(IndexDraft& draft);
void inherit_postal_codes(IndexDraft& draft, const Registry& registry);
void load_lots(IndexDraft& draft, const Registry& registry);
void make_town_trie(IndexDraft& draft, const FoldTable& fold);
void make_region_trie(IndexDraft& draft, const FoldTable& fold);
void make_place_sounds(IndexDraft& draft);

}  // namespace daicho
