#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "registries/address/index_array.hpp"

/// The bytes of an address index: a head, a table of sections, the sections, each at a multiple of 64. All
/// numbers are little-endian. A reference to a string is its place in the section `strings`, counted in pairs
/// of bytes (24 bits), and its size (8 bits), so that it is known without touching it; 255: the size, a u16,
/// stands in front of it. 0 is the empty string.
namespace daicho::address_format {

static_assert(std::endian::native == std::endian::little, "the index is mapped as it is");

constexpr char magic[8] = {'D', 'A', 'I', 'C', 'H', 'O', 'A', 'D'};
constexpr std::uint32_t version = 8;
constexpr std::uint32_t alignment = 64;
constexpr std::uint32_t nothing = 0xFFFFFFFF;
constexpr std::int32_t no_degree = INT32_MIN;

constexpr std::uint32_t long_string = 255;

/// Throws Error where the reference leads out of `strings`.
inline std::string_view referred_string(std::string_view strings, std::uint32_t reference) {
    const IndexArray<char> all{{strings.data(), strings.size()}};
    const std::size_t at = std::size_t{reference >> 8} * 2;
    const std::uint32_t size = reference & 0xFF;
    if (size != long_string) return {all.subspan(at, size).data(), size};
    std::uint16_t long_size;
    std::memcpy(&long_size, all.subspan(at, sizeof long_size).data(), sizeof long_size);
    return {all.subspan(at + sizeof long_size, long_size).data(), long_size};
}

enum class Section : std::uint32_t {
    fold_pages,             ///< u16 for each 256 code points: their page in fold_symbols
    fold_symbols,           ///< u16 for each code point of a page
    strings,                ///< see above
    prefectures,            ///< PrefectureRecord
    municipalities,         ///< MunicipalityRecord
    old_municipalities,     ///< OldMunicipalityRecord
    region_nodes,           ///< TrieNode
    region_labels,          ///< u16, one a node
    region_entries,         ///< RegionEntry, lists that end with `last`
    town_nodes,             ///< TrieNode
    town_labels,            ///< u16, one a node
    town_roots,             ///< u32: the node where the names of a municipality begin; the last: those of all
    town_entries,           ///< u32 TownEntry, lists that end with `last`
    towns,                  ///< TownRecord
    residences,             ///< u64 keys of three parts (lot_key.hpp), ascending within a town
    residence_points,       ///< Point, one a residence
    parcels,                ///< u64 keys of three parts, ascending within a town
    parcel_points,          ///< Point, one a parcel
    odd_parts,              ///< string: part of a number that is no number (乙17, ロ), ascending
    odd_part_texts,         ///< string: the same as the registry writes it
    odd_rows,               ///< OddRow: rows whose ids do not follow from their numbers
    municipality_readings,  ///< MunicipalityReading, one a municipality
    place_sounds,           ///< u64: what names sound like (place_sounds.hpp), ascending
    count
};

struct Head {
    char magic[8];
    std::uint32_t version;
    std::uint32_t sections;
    std::uint64_t size;   ///< of the file
    char generation[32];  ///< of the registry, filled up with 0
    char digest[64];      ///< SHA-256 of all that follows the head, 64 digits
};

struct SectionPlace {
    std::uint64_t offset;
    std::uint64_t size;     ///< bytes
    std::uint32_t element;  ///< bytes of one
    std::uint32_t unused;
};

/// The nodes below a root stand together, in the order of their depth, so that the children of a node lie
/// side by side: they end where those of the next node begin. They are sorted by label; a sentinel ends them.
struct TrieNode {
    std::uint32_t first_child;  ///< 31 bits, and `part_begins`
    std::uint32_t payload;      ///< 30 bits where the list of entries begins, and one of the kinds below
};
constexpr std::uint32_t part_begins = 0x80000000;  ///< here ends a part of the name and may begin another
constexpr std::uint32_t bare_number =
    0x40000000;  ///< a list; the last part of the name is a number and no more
constexpr std::uint32_t only_child =
    0x80000000;  ///< no key ends here; 16 bits are the label of the only child
constexpr std::uint32_t no_payload = 0xC0000000;  ///< no key ends here
constexpr std::uint32_t payload_kind = 0xC0000000;

struct PrefectureRecord {
    std::uint32_t name;
    std::uint32_t lg_code;
};

struct MunicipalityRecord {
    std::uint32_t lg_code;
    std::uint32_t prefecture;  ///< strings
    std::uint32_t county;
    std::uint32_t city;
    std::uint32_t ward;
    std::uint32_t prefecture_index;
    std::uint32_t towns;
    std::int32_t latitude;  ///< micro-degrees
    std::int32_t longitude;
};

/// Strings: of the prefecture, the county, the city, the ward.
struct MunicipalityReading {
    std::uint32_t kana[4];
    std::uint32_t roma[4];  ///< Hepburn: Chiyoda-ku
};

struct OldMunicipalityRecord {
    std::uint32_t name;   ///< county and name: 麻植郡山川町
    std::uint32_t until;  ///< YYYY-MM-DD, its last day or the day of the change
};

/// What the beginning of an address names. Where `start` is not the root of the municipality the name has
/// begun a town already (浪岡町 is read as the beginning of 浪岡大字本郷).
struct RegionEntry {
    std::uint32_t start;         ///< node of town_nodes
    std::uint32_t old;           ///< old_municipalities; `nothing`: it is a present name
    std::uint16_t municipality;  ///< `no_municipality`: a prefecture alone
    std::uint8_t prefecture;
    std::uint8_t flags;
};
constexpr std::uint16_t no_municipality = 0xFFFF;
enum RegionFlag : std::uint8_t {
    region_last = 1,
    prefecture_omitted = 2,
    county_omitted = 4,
    city_omitted = 8,
    ward_omitted = 16,
    prefecture_shortened = 32,
    region_old = 64,
    city_shortened = 128
};

/// A town (24 bits) and flags.
constexpr std::uint32_t town_mask = 0x00FFFFFF;
constexpr std::uint32_t town_last = 0x80000000;
constexpr std::uint32_t town_by_kana = 0x20000000;       ///< the name is its reading
constexpr std::uint32_t town_without_oaza = 0x40000000;  ///< a 小字 whose 大字 is left out

enum TownFlag : std::uint16_t {
    town_residential = 1,      ///< rsdt_addr_flg = 1
    town_not_residential = 2,  ///< rsdt_addr_flg = 0
    town_ended = 4,
    town_point_suspicious = 8,
    town_point_own = 16,         ///< the point is of the registry, not of another list
    town_of_older_edition = 32,  ///< its machiaza_id is that of a municipality that is no more
    town_group = 64,             ///< no town of the registry: 大字・町 of which it has only parts
    town_of_second_list = 128,   ///< no town of the registry: a 丁目 that only the nationwide list has
    town_beside_whole = 256,     ///< one of those, whose 大字・町 the registry has without 丁目
    town_group_of_chome = 512    ///< a group that has 丁目 only
};

/// The last one is a sentinel.
struct TownRecord {
    std::uint32_t machiaza_id;  ///< strings
    std::uint32_t oaza_cho;
    std::uint32_t chome;
    std::uint32_t koaza;
    std::uint32_t oaza_cho_kana;
    std::uint32_t oaza_cho_roma;
    std::uint32_t koaza_kana;
    std::uint32_t koaza_roma;
    std::uint32_t postal_code;
    std::int32_t latitude;  ///< micro-degrees; `no_degree`
    std::int32_t longitude;
    std::uint32_t first_residence;  ///< they end where those of the next record begin
    std::uint32_t first_parcel;
    std::uint16_t municipality;
    std::uint16_t chome_number;
    std::uint16_t flags;
    std::uint16_t unused[3];
};
static_assert(sizeof(TownRecord) == 64, "a line of the cache");

struct Point {
    std::int32_t latitude;
    std::int32_t longitude;
};

/// Ids of a row of `residences` or `parcels` that its numbers do not give.
struct OddRow {
    std::uint32_t row;
    std::uint32_t parcel;  ///< 1: a parcel, 0: a residence
    std::uint32_t id;      ///< string: prc_id, or blk_id/rsdt_id/rsdt2_id
};

}  // namespace daicho::address_format
