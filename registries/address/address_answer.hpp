#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/span.hpp"
#include "grammars/values/address_resolver.hpp"

/// What became of an address that was looked for. All views into names live as long as the `AddressIndex`;
/// spans are of the text that was given, which is never changed.
namespace daicho {

/// How much of the answer is the text's own doing.
enum class AddressCategory : std::uint8_t {
    exact,    ///< A: the text is the registry's spelling, notation of digits and spaces aside
    changed,  ///< B: something was read otherwise or added, and nothing else can be meant
    unsure,   ///< C: several places are as good, or a part was guessed or not found
    none,     ///< nothing was found
};
std::string_view to_string(AddressCategory category);  ///< "A" "B" "C" ""

/// Why an answer is not better than it is.
enum class AddressReason : std::uint8_t {
    none,
    empty_text,
    no_municipality,     ///< the text begins with no prefecture, municipality or town that is known
    municipality_only,   ///< the text ends there
    town_not_found,      ///< the municipality has no such town
    town_not_covered,    ///< no town of the municipality is in the registry
    number_not_found,    ///< the registry has numbers of the town, and not this
    number_not_covered,  ///< the registry has no numbers of the town
    no_number,           ///< the text has none
    several_places,      ///< see `alternatives`
    several_municipalities,
    town_incomplete,  ///< the registry has only parts (丁目, 小字) of the town, and the text names none
    no_town,          ///< a number follows the municipality
    listed_chome,     ///< the 丁目 is in the nationwide list of towns, and not in the registry
    postal_code_elsewhere,  ///< no town of the municipality has a postal code that begins like the text's
    name_shortened  ///< the text is the name of a prefecture or municipality without its last letter (東京)
};
std::string_view to_string(AddressReason reason);  ///< "town not found" ...

enum class AddressChangeKind : std::uint8_t {
    prefecture_added,
    county_added,
    city_added,          ///< of a ward that stands alone
    ward_added,          ///< of a designated city, told by the town
    municipality_added,  ///< told by the town alone
    old_municipality,    ///< the text has one that is no more; `to` is its successor
    variant,             ///< another form of a character
    marker_skipped,      ///< 大字, 字, 小字 that the registry does not write
    marker_added,        ///< 大字, 字 that the registry writes
    chome_read,          ///< 丁目 read from a hyphen, from 丁, or from the number alone
    unit_added,          ///< 条, 第, 地割 ..., or the 都 of 東京, that the text leaves out
    unit_skipped,        ///< 第 ... that the registry does not write
    oaza_added,          ///< 小字 whose 大字 the text leaves out
    wildcard,            ///< a character that stands for one that could not be written (〓)
    street_skipped,      ///< 京都通り名
    text_skipped,        ///< between town and number, known to nobody
    chome_unknown,       ///< a 丁目 that the town does not have, read as a number
    reading              ///< Latin letters, read as a name by what it sounds like
};
std::string_view to_string(AddressChangeKind kind);

/// Something that was read otherwise than it is written. `span` is empty where something was added.
struct AddressChange {
    AddressChangeKind kind = AddressChangeKind::variant;
    Span span;            ///< of the text
    std::string_view to;  ///< as the registry has it; may be empty
};
bool has_change(std::span<const AddressChange> changes, AddressChangeKind kind);

/// Where a place is, WGS 84. `level` says what the point is of, which may be less than was matched; `none`:
/// no point is known.
struct AddressPoint {
    double latitude = 0;
    double longitude = 0;
    MatchLevel level = MatchLevel::none;
    bool of_oaza_cho = false;  ///< `level` is town, and the point is that of the 大字・町 above the place
};

/// How the names of a municipality are read: kana, or Hepburn. Empty where the registry does not say.
struct MunicipalityNames {
    std::string_view prefecture;
    std::string_view county;
    std::string_view city;
    std::string_view ward;
};

/// A place of the registry, as the registry spells it.
struct AddressPlace {
    MatchLevel level = MatchLevel::none;
    std::string_view lg_code;      ///< 6 digits; of the prefecture where no more is known
    std::string_view machiaza_id;  ///< 7 digits; empty above the town
    std::string_view prefecture;
    std::string_view county;
    std::string_view city;
    std::string_view ward;
    MunicipalityNames kana;
    MunicipalityNames roma;  ///< Tokyo, Chiyoda-ku
    std::string_view oaza_cho;
    std::string_view chome;
    std::string_view koaza;
    std::string_view oaza_cho_kana;
    std::string_view oaza_cho_roma;
    std::string_view koaza_kana;
    std::string_view koaza_roma;
    std::string_view postal_code;  ///< 7 digits, of the town, where the registry has one
    std::uint16_t chome_number = 0;
    bool residential = false;     ///< 住居表示 is in force (rsdt_addr_flg)
    bool ended = false;           ///< the town is abolished
    bool of_second_list = false;  ///< no town of the registry: a 丁目 that only the nationwide list has
    /// The registry's own point is far from where it should be: `point` is that of the place above.
    bool suspicious_point = false;
    /// 街区符号, 住居番号, 住居番号2, or the three parts of a 地番, as the registry writes them.
    std::array<std::string, 3> numbers;
    std::string block_id;       ///< blk_id
    std::string residence_id;   ///< rsdt_id
    std::string residence2_id;  ///< rsdt2_id
    std::string parcel_id;      ///< prc_id
    AddressPoint point;
};

/// Another place that the text may mean.
struct AddressAlternative {
    AddressPlace place;
    AddressReason reason = AddressReason::several_places;
    bool equal = false;  ///< as good as the answer itself: a tie
};

/// Where in the text the parts stand; empty where there is none.
struct AddressSpans {
    Span postal_code;
    Span prefecture_and_city;  ///< what was read as prefecture, county, city, ward
    Span street;               ///< 京都通り名
    Span town;                 ///< 大字・町, 丁目, 小字
    Span numbers;              ///< 番地以下 without the building
    Span building;             ///< what follows, with floor and room
    Span rest;                 ///< what nothing was made of
    Span address;              ///< all of these, where something stands around them; empty: the whole text
    Span second;               ///< another address behind the first, which is not read; a part of `rest`
};

struct AddressAnswer {
    AddressCategory category = AddressCategory::none;
    AddressReason reason = AddressReason::none;
    AddressPlace place;
    AddressSpans spans;
    std::array<Span, 6> number_parts;  ///< the numbers as written, marks (甲, ロ) included
    std::size_t number_count = 0;
    std::size_t numbers_matched = 0;    ///< of them, those that `place` has; the rest may be a room
    std::string_view old_municipality;  ///< as the text has it, where it is no more: 麻植郡山川町
    std::string_view old_until;         ///< when it ended, YYYY-MM-DD
    std::vector<AddressChange> changes;
    std::vector<AddressAlternative> alternatives;  ///< best first, at most `MatchOptions::alternatives`
    std::size_t alternatives_in_all = 0;

    bool found() const { return place.level != MatchLevel::none; }
};

}  // namespace daicho
