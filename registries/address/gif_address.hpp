#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "registries/address/address_answer.hpp"

namespace daicho {

/// An address in the items of GIF 433, in the notation of GIF 442, as far as the registry and the text give
/// them. Empty: not known.
struct GifAddress {
    /// How far down the items are certain: what places that are equally good have in common.
    MatchLevel level = MatchLevel::none;

    std::string lg_code;                        ///< 全国地方公共団体コード, 6 digits
    std::string machiaza_id;                    ///< 町字ID, 7 digits
    std::string prefecture;                     ///< 都道府県
    std::string city_and_county;                ///< 市区町村(郡)
    std::string street_address;                 ///< 町字, as the registry spells it: 霞が関二丁目
    std::string city_block;                     ///< 番地以下: 1-2, 402-ロ, 5番外地
    std::string street_address_and_city_block;  ///< 町字以下: 霞が関2-1-2
    std::string building_name_etc;              ///< 建物名等(方書), and a room joined to the number
    std::string full_address;  ///< 連結表記: the text in plain notation, without the postal code
    std::string postal_code;   ///< 7 digits, of the text, else of the registry

    std::string county;            ///< 郡
    std::string city;              ///< 市区町村
    std::string ward;              ///< 政令市区
    std::string oaza_cho;          ///< 大字・町
    std::string chome;             ///< 丁目
    std::string koaza;             ///< 小字
    std::string unknown_town;      ///< a name between the town and the number that the registry does not have
    std::string residence_flag;    ///< 住居表示フラグ: 0 or 1
    std::string block_number;      ///< 街区符号
    std::string residence_number;  ///< 住居番号, with its branch
    std::string parcel_number;     ///< 地番
    std::string building_name;     ///< 建物名
    std::string floor;
    std::string room;

    /// The registry has nothing of the municipality, which is known from the compiled-in table.
    bool outside_registry = false;

    std::string street_name;  ///< 京都通り名, as in the text in plain notation
    std::string rest;         ///< text that nothing was made of
};

/// Which items are made; the others may stay empty. What is not named here always is.
struct GifAddressGroups {
    bool written = true;     ///< full_address, street_name
    bool town = true;        ///< street_address, oaza_cho, chome, koaza, unknown_town
    bool joined = true;      ///< street_address_and_city_block
    bool below_town = true;  ///< city_block, building_name_etc, building_name, floor, room, rest
};

/// The items of `text`, which `answer` is about. Where the registry does not know the town the text is cut by
/// its shape, as `parse_address` does; so it is where the registry has nothing of the municipality.
GifAddress gif_address(std::string_view text, const AddressAnswer& answer,
                       const GifAddressGroups& groups = {});

/// An answer, the text that it is about, and the items of both: made once, when they are first asked for. The
/// text must outlive it; one thread at a time.
class AnsweredAddress {
 public:
    AnsweredAddress(std::string_view text, AddressAnswer&& answer)
        : text_(text), answer_(std::move(answer)) {}

    std::string_view text() const { return text_; }
    const AddressAnswer& answer() const { return answer_; }
    const GifAddress& items() const {
        if (!items_) items_ = gif_address(text_, answer_);
        return *items_;
    }
    /// The items for good, those of `groups` at least; whoever asks for them afterwards has them made anew.
    GifAddress take_items(const GifAddressGroups& groups) {
        if (!items_) return gif_address(text_, answer_, groups);
        GifAddress taken = std::move(*items_);
        items_.reset();
        return taken;
    }

 private:
    std::string_view text_;
    AddressAnswer answer_;
    mutable std::optional<GifAddress> items_;
};

/// 町字 of a place of the registry in the notation of GIF: 霞が関二丁目 for ２丁目.
std::string town_text(const AddressPlace& place);

/// The number of the 丁目; 0: none. Some editions of the registry have it in words only.
unsigned chome_number(const AddressPlace& place);

/// The numbers [first, end) that the registers have of a place, joined: 4-10.
std::string register_number(const AddressPlace& place, std::size_t first, std::size_t end);

/// Where the text has a name, behind the town, that the registry does not have; empty: nowhere.
Span unknown_name_span(const AddressAnswer& answer);

/// The level down to which the answer and those that are equally good are the same place.
MatchLevel settled_level(const AddressAnswer& answer);

}  // namespace daicho
