#pragma once

#include <array>
#include <cstddef>
#include <iterator>
#include <string>

#include "registries/address/address_forms.hpp"
#include "registries/address/gif_address.hpp"
#include "registries/lookup/answer_field.hpp"

/// The fields of a record of an address, in their order: those of the items, of how they are read, the
/// others.
namespace daicho::address_list {

/// An item, what it is called, and the group that it is made with; null: it always is.
struct ItemField {
    FieldName name;
    std::string GifAddress::*item;
    bool GifAddressGroups::*group = nullptr;
};
inline constexpr ItemField items[] = {
    {{"localGovernmentCode", {"団体コード", "local government code"}, ShownIn::title}, &GifAddress::lg_code},
    {{"streetAddressId", {"町字ID", "town id"}, ShownIn::title}, &GifAddress::machiaza_id},
    {{"prefecture", {"都道府県", "prefecture"}}, &GifAddress::prefecture},
    {{"cityAndCounty", {"市区町村（郡）", "municipality"}}, &GifAddress::city_and_county},
    {{"streetAddress", {"町字", "town"}}, &GifAddress::street_address, &GifAddressGroups::town},
    {{"cityBlock", {"番地以下", "number"}}, &GifAddress::city_block, &GifAddressGroups::below_town},
    {{"streetAddressAndCityBlock", {"町字以下", "town and number"}, ShownIn::nowhere},
     &GifAddress::street_address_and_city_block,
     &GifAddressGroups::joined},
    {{"buildingNameEtc", {"建物名等", "building"}},
     &GifAddress::building_name_etc,
     &GifAddressGroups::below_town},
    {{"fullAddress", {"連結表記", "full address"}, ShownIn::nowhere},
     &GifAddress::full_address,
     &GifAddressGroups::written},
    {{"postalCode", {"郵便番号", "postal code"}}, &GifAddress::postal_code},
    {{"county", {"郡", "county"}, ShownIn::nowhere}, &GifAddress::county},
    {{"city", {"市区町村", "city"}, ShownIn::nowhere}, &GifAddress::city},
    {{"ward", {"政令市区", "ward"}, ShownIn::nowhere}, &GifAddress::ward},
    {{"largerSectionTown", {"大字・町", "oaza or cho"}, ShownIn::nowhere},
     &GifAddress::oaza_cho,
     &GifAddressGroups::town},
    {{"chome", {"丁目", "chome"}, ShownIn::nowhere}, &GifAddress::chome, &GifAddressGroups::town},
    {{"smallAdministrativeUnit", {"小字", "koaza"}, ShownIn::nowhere},
     &GifAddress::koaza,
     &GifAddressGroups::town},
    {{"displayedAddressFlag", {"住居表示フラグ", "residence indication"}, ShownIn::nowhere},
     &GifAddress::residence_flag},
    {{"areaCode", {"街区符号", "block"}}, &GifAddress::block_number},
    {{"residenceNumber", {"住居番号", "residence number"}}, &GifAddress::residence_number},
    {{"landNumber", {"地番", "parcel number"}}, &GifAddress::parcel_number},
    {{"buildingName", {"建物名", "building name"}, ShownIn::nowhere},
     &GifAddress::building_name,
     &GifAddressGroups::below_town},
    {{"floor", {"階", "floor"}}, &GifAddress::floor, &GifAddressGroups::below_town},
    {{"room", {"部屋", "room"}}, &GifAddress::room, &GifAddressGroups::below_town},
    {{"streetName", {"通り名", "street name"}}, &GifAddress::street_name, &GifAddressGroups::written},
    {{"rest", {"読めなかった部分", "not understood"}}, &GifAddress::rest, &GifAddressGroups::below_town},
};

/// How a part is read, in kana and in Latin letters.
struct ReadingField {
    FieldName kana;
    FieldName english;
    std::string AddressReading::*item;
};
inline constexpr ReadingField readings[] = {
    {{"prefectureKana", {"都道府県（カナ）", "prefecture, kana"}, ShownIn::nowhere},
     {"prefectureEn", {"都道府県（英字）", "prefecture, English"}, ShownIn::nowhere},
     &AddressReading::prefecture},
    {{"cityAndCountyKana", {"市区町村（カナ）", "municipality, kana"}, ShownIn::nowhere},
     {"cityAndCountyEn", {"市区町村（英字）", "municipality, English"}, ShownIn::nowhere},
     &AddressReading::city_and_county},
    {{"streetAddressKana", {"町字（カナ）", "town, kana"}, ShownIn::nowhere},
     {"streetAddressEn", {"町字（英字）", "town, English"}, ShownIn::nowhere},
     &AddressReading::street_address},
    {{"cityBlockKana", {"番地以下（カナ）", "number, kana"}, ShownIn::nowhere},
     {"cityBlockEn", {"番地以下（英字）", "number, English"}, ShownIn::nowhere},
     &AddressReading::city_block},
    {{"fullAddressKana", {"連結表記（カナ）", "full address, kana"}, ShownIn::nowhere},
     {"fullAddressEn", {"連結表記（英字）", "full address, English"}, ShownIn::nowhere},
     &AddressReading::full_address},
};

/// What is not an item: `others` by their numbers.
enum Other : unsigned char {
    level,
    latitude,
    longitude,
    point_level,
    category,
    match,
    ids,
    old_municipality,
    old_until,
    ended,
    changes,
    forms,
};
inline constexpr FieldName others[] = {
    {"level", {"分かった所", "known down to"}, ShownIn::column},
    {"latitude", {"緯度", "latitude"}},
    {"longitude", {"経度", "longitude"}},
    {"coordinateLevel", {"座標の細かさ", "point of"}},
    {"category", {"確かさ", "certainty"}, ShownIn::detail},
    {"match", {"台帳での表記", "in the registry"}, ShownIn::title},
    {"ids", {"ID", "ids"}, ShownIn::nowhere},
    {"oldMunicipality", {"旧市区町村", "former municipality"}},
    {"oldUntil", {"旧市区町村の廃止日", "former municipality, until"}},
    {"townEnded", {"廃止された町字", "town abolished"}, ShownIn::nowhere},
    {"changes", {"読み替えたところ", "read otherwise"}},
    {"forms", {"書き方", "forms"}},
};
static_assert(std::size(others) == forms + 1);

inline constexpr std::size_t first_reading = std::size(items);
inline constexpr std::size_t first_other = first_reading + 2 * std::size(readings);

/// All of them.
inline constexpr auto all = [] {
    std::array<FieldName, first_other + std::size(others)> names;
    std::size_t count = 0;
    for (const ItemField& field : items) names[count++] = field.name;
    for (const ReadingField& field : readings) {
        names[count++] = field.kana;
        names[count++] = field.english;
    }
    for (const FieldName& name : others) names[count++] = name;
    return names;
}();

}  // namespace daicho::address_list
