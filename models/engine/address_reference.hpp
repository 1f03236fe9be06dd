#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/span.hpp"
#include "grammars/values/address_resolver.hpp"

namespace daicho {

/// Why an address was not found as one place, down to its number.
enum class AddressDoubt : unsigned char {
    none,
    no_municipality,  ///< the text names none that is known
    municipality,     ///< the text goes no further
    not_covered,      ///< the registry has no towns of the municipality
    town_unknown,     ///< the municipality has no such town
    town_incomplete,  ///< the registry has the town by its 丁目 or 小字 only, and the text names none
    number_unknown,   ///< the registry has the numbers of the town, and not this
    several_places,   ///< `others` are as good
    other             ///< a part was guessed or passed over
};

/// What a registry makes of an address. Views live as long as the `AddressReference`; spans are of the text
/// that was asked for.
struct LocatedAddress {
    bool sure = false;   ///< one place is meant, and no part of the text was passed over
    bool exact = false;  ///< it is written as the registry writes it
    AddressDoubt doubt = AddressDoubt::not_covered;
    bool part_left_out = false;  ///< of the town all is read; what it lacks is a 丁目 or 小字
    MatchLevel level = MatchLevel::none;
    bool names_municipality = false;  ///< the text itself names the municipality, and one alone has the name
    std::string_view lg_code;         ///< 6 digits
    std::string_view town_id;         ///< 7 digits; empty: no town, or one of an older edition
    std::string_view prefecture;
    std::string city_and_county;
    std::string street_address;    ///< 町字, as the registry spells it
    std::string city_block;        ///< 番地以下: 1-3
    std::string building;          ///< 建物名等, as written
    std::string rest;              ///< what is said beside the address, as written: 外, 付近
    std::string_view postal_code;  ///< 7 digits, of the town
    double latitude = 0;           ///< degrees, WGS 84
    double longitude = 0;
    MatchLevel point_level =
        MatchLevel::none;               ///< of what the point is; none: no point that can be relied on
    bool by_record = false;             ///< the municipality of the record had a say in it, or may have
    bool ended = false;                 ///< the town is abolished
    std::string_view old_municipality;  ///< as the text has it, where it is no more
    std::string_view old_until;         ///< YYYY-MM-DD
    Span town;                          ///< where the town stands in the text, or what was not read
    std::vector<std::string> others;    ///< names of places that are as good; of a town that is unknown, of
                                        ///< those whose names are near
    std::string suggestion;             ///< the text as it may be meant; a guess; empty: none
};

/// Finds the places of addresses. The engine declares it; the registries implement it. May be called from
/// several threads at once.
class AddressReference {
 public:
    virtual ~AddressReference() = default;

    /// Whether it knows of any place; false: every answer is "not covered".
    virtual bool is_there() const { return true; }
    /// The place that `text` names. `municipality` is the code of the record that it is of, 6 digits, or
    /// empty: it decides where the text alone leaves several.
    virtual LocatedAddress locate(std::string_view text, std::string_view municipality) const = 0;
};

}  // namespace daicho
