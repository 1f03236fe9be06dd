#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/values/address_resolver.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// 住所, cut into the items of GIF 433 in the notation of GIF 442. Items that the text does not give are
/// empty.
struct Address {
    MatchLevel level = MatchLevel::none;        ///< how far down the registry confirms it
    std::string postal_code;                    ///< 郵便番号, where the text begins with one
    std::string lg_code;                        ///< 全国地方公共団体コード
    std::string prefecture;                     ///< 都道府県
    std::string city_and_county;                ///< 市区町村(郡)
    std::string street_address;                 ///< 町字
    std::string city_block;                     ///< 番地以下
    std::string street_address_and_city_block;  ///< 町字以下
    std::string building_name_etc;              ///< 建物名等(方書)
    std::string building_name;                  ///< 建物名, floor and room where words tell them apart
    std::string floor;
    std::string room;
    std::string full_address;  ///< 連結表記: the text itself in plain notation, without the postal code
    bool completed = false;    ///< prefecture, county or city are not in the text: the registry supplied them
    std::string rest;          ///< what was not understood, or a note: ほか, (旧館)
    std::vector<Place>
        alternatives;  ///< where several municipalities bear the name; the items above name none then
};

/// Reads an address. Only the municipality is looked up; town, lot and building are cut apart by their shape.
///
/// Read with a remark, for the text says less than an address should: no municipality (T258), a municipality
/// that its prefecture does not have (T263), a name that several have (T260). Refused: what has the shape of
/// no address (T250), such as 高松市役所 or 12.
Result<Address> parse_address(std::string_view text, const Reading& reading = {});

/// Cuts what follows `municipality`, as the text names it, by its shape: the items from 町字 to the room, and
/// the rest. For those who know the municipality otherwise. What cannot follow one (高松市 + 役所) is all
/// rest.
Address parse_below_municipality(std::string_view municipality, std::string_view text);

/// Cuts what follows 番地以下: 建物名等, its floor and room, and the rest. Behind a town without a number
/// only what is called like a building is one, for it may be a 小字 as well.
Address parse_building_and_rest(std::string_view text, bool behind_number);

/// An address in one cell: 連結表記. GIF 442 A14 keeps it as it was written, so the canonical form changes
/// its notation only: digits, Latin letters, hyphens and spaces narrow, kana full-width, single spaces. A
/// postal code in front is taken off as a guess (it has an item of its own). Texts that `parse_address` reads
/// with T258, T260 or T263 are refused with that.
extern const ValueType address_type;

}  // namespace daicho
