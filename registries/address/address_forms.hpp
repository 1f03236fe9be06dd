#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "registries/address/gif_address.hpp"

namespace daicho {

/// The items of an address in another script. Empty: the registry does not say, or the address has none.
struct AddressReading {
    std::string prefecture;
    std::string city_and_county;
    std::string street_address;
    std::string city_block;
    std::string full_address;
};

/// The ways in which GIF 442 writes an address.
struct AddressForms {
    std::vector<std::string> three_items;  ///< 都道府県, 市区町村(郡), 町字以下
    std::vector<std::string> four_items;   ///< 都道府県, 市区町村(郡), 町字, 番地以下
    std::vector<std::string> code;         ///< 全国地方公共団体コード, 町字ID, 番地以下
    AddressReading kana;
    std::string kana_from_town;    ///< 町字以下: カスミガセキニチョウメ1-2
    AddressReading english;        ///< 2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 1008926, Japan
    bool english_by_kana = false;  ///< the town's name is the registry's kana in Hepburn: it has no other
    /// Items of GIF 433 that a form lacks since the registry does not have them: "streetAddressEn".
    std::vector<std::string_view> missing;
};

/// The forms of an address of which `items` were made. A building has no reading in the registry and is in
/// none of the forms.
AddressForms address_forms(const AddressAnswer& answer, const GifAddress& items);

/// 丁目 as it is read: 2 is ニチョウメ, 8 is ハッチョウメ.
std::string chome_kana(unsigned chome, bool cho);

}  // namespace daicho
