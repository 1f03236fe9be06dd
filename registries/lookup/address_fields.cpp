#include "registries/lookup/address_fields.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <utility>

#include "registries/address/address_forms.hpp"
#include "registries/address/gif_address.hpp"
#include "registries/lookup/address_terms.hpp"
#include "registries/lookup/lookup.hpp"

namespace daicho {

namespace {

using View = std::string_view;

/// A text of the items or of the forms, and what it is called.
struct ItemField {
    FieldName name;
    std::string GifAddress::*item;
};
constexpr ItemField items[] = {
    {{"localGovernmentCode", {"団体コード", "local government code"}, ShownIn::title}, &GifAddress::lg_code},
    {{"streetAddressId", {"町字ID", "town id"}, ShownIn::title}, &GifAddress::machiaza_id},
    {{"prefecture", {"都道府県", "prefecture"}}, &GifAddress::prefecture},
    {{"cityAndCounty", {"市区町村（郡）", "municipality"}}, &GifAddress::city_and_county},
    {{"streetAddress", {"町字", "town"}}, &GifAddress::street_address},
    {{"cityBlock", {"番地以下", "number"}}, &GifAddress::city_block},
    {{"streetAddressAndCityBlock", {"町字以下", "town and number"}, ShownIn::nowhere},
     &GifAddress::street_address_and_city_block},
    {{"buildingNameEtc", {"建物名等", "building"}}, &GifAddress::building_name_etc},
    {{"fullAddress", {"連結表記", "full address"}, ShownIn::nowhere}, &GifAddress::full_address},
    {{"postalCode", {"郵便番号", "postal code"}}, &GifAddress::postal_code},
    {{"county", {"郡", "county"}, ShownIn::nowhere}, &GifAddress::county},
    {{"city", {"市区町村", "city"}, ShownIn::nowhere}, &GifAddress::city},
    {{"ward", {"政令市区", "ward"}, ShownIn::nowhere}, &GifAddress::ward},
    {{"largerSectionTown", {"大字・町", "oaza or cho"}, ShownIn::nowhere}, &GifAddress::oaza_cho},
    {{"chome", {"丁目", "chome"}, ShownIn::nowhere}, &GifAddress::chome},
    {{"smallAdministrativeUnit", {"小字", "koaza"}, ShownIn::nowhere}, &GifAddress::koaza},
    {{"displayedAddressFlag", {"住居表示フラグ", "residence indication"}, ShownIn::nowhere},
     &GifAddress::residence_flag},
    {{"areaCode", {"街区符号", "block"}}, &GifAddress::block_number},
    {{"residenceNumber", {"住居番号", "residence number"}}, &GifAddress::residence_number},
    {{"landNumber", {"地番", "parcel number"}}, &GifAddress::parcel_number},
    {{"buildingName", {"建物名", "building name"}, ShownIn::nowhere}, &GifAddress::building_name},
    {{"floor", {"階", "floor"}}, &GifAddress::floor},
    {{"room", {"部屋", "room"}}, &GifAddress::room},
    {{"streetName", {"通り名", "street name"}}, &GifAddress::street_name},
    {{"rest", {"読めなかった部分", "not understood"}}, &GifAddress::rest},
};

struct ReadingField {
    FieldName kana;
    FieldName english;
    std::string AddressReading::*item;
};
constexpr ReadingField readings[] = {
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

constexpr FieldName match{"match", {"台帳での表記", "in the registry"}, ShownIn::title};
constexpr FieldName level{"level", {"分かった所", "known down to"}, ShownIn::column};
constexpr FieldName category{"category", {"確かさ", "certainty"}, ShownIn::detail};
constexpr FieldName latitude{"latitude", {"緯度", "latitude"}};
constexpr FieldName longitude{"longitude", {"経度", "longitude"}};
constexpr FieldName point_level{"coordinateLevel", {"座標の細かさ", "point of"}};
constexpr FieldName ids{"ids", {"ID", "ids"}, ShownIn::nowhere};
constexpr FieldName old_municipality{"oldMunicipality", {"旧市区町村", "former municipality"}};
constexpr FieldName old_until{"oldUntil", {"旧市区町村の廃止日", "former municipality, until"}};
constexpr FieldName ended{"townEnded", {"廃止された町字", "town abolished"}, ShownIn::nowhere};
constexpr FieldName changes{"changes", {"読み替えたところ", "read otherwise"}};
constexpr FieldName forms{"forms", {"書き方", "forms"}};

AnswerField taken_field(const FieldName& name, std::string&& text) {
    return {name, text.empty() ? AnswerValue() : AnswerValue(std::move(text))};
}

/// A coordinate with six decimals, which is what the index has.
std::string degrees(double value) {
    const long long micro = std::llround(value * 1e6);
    const auto size = static_cast<unsigned long long>(micro < 0 ? -micro : micro);
    std::string digits = std::to_string(size % 1'000'000);
    digits.insert(0, 6 - digits.size(), '0');
    return (micro < 0 ? "-" : "") + std::to_string(size / 1'000'000) + '.' + digits;
}

}  // namespace

AnswerTerm alternative_reason(const AddressAnswer& answer, const AddressAlternative& alternative) {
    static constexpr AnswerTerm other_register{
        "other-register", {"もう一つの台帳の同じ番号", "the same number in the other register"}};
    static constexpr AnswerTerm other_reading{"other-reading", {"ほかの読み方", "another reading"}};
    const AddressPlace& other = alternative.place;
    if (alternative.equal) return term_of(alternative.reason);
    const bool same_town =
        other.lg_code == answer.place.lg_code && other.machiaza_id == answer.place.machiaza_id;
    return same_town ? other_register : other_reading;
}

namespace {

constexpr AnswerTerm of_oaza_cho{"oaza-cho", {"大字・町", "its 大字・町"}};

/// The point where there is one that can be trusted and is no finer than the place is certain.
void add_point(AnswerRecord& record, const AddressPlace& place, MatchLevel settled) {
    const AddressPoint& point = place.point;
    if (!has_reliable_point(place) || point.level > settled) {
        for (const FieldName& name : {latitude, longitude, point_level}) record.push_back({name, {}});
        return;
    }
    record.push_back({latitude, AnswerNumber{degrees(point.latitude)}});
    record.push_back({longitude, AnswerNumber{degrees(point.longitude)}});
    record.push_back({point_level, point.of_oaza_cho ? of_oaza_cho : term_of(point.level)});
}

AnswerRecord ids_of(const AddressPlace& place, MatchLevel settled) {
    AnswerRecord record;
    const auto add = [&](View key, View id, MatchLevel needed) {
        if (!id.empty() && settled >= needed) record.push_back({{key, {key, key}}, std::string(id)});
    };
    const bool code = place.level == MatchLevel::prefecture;
    add("lg_code", place.lg_code, code ? MatchLevel::prefecture : MatchLevel::municipality);
    add("machiaza_id", place.machiaza_id, MatchLevel::town);
    add("blk_id", place.block_id, MatchLevel::block);
    add("rsdt_id", place.residence_id, MatchLevel::residence);
    add("rsdt2_id", place.residence2_id, MatchLevel::residence);
    add("prc_id", place.parcel_id, MatchLevel::parcel);
    return record;
}

AnswerNumber number_of(std::uint32_t value) {
    return {std::to_string(value)};
}

std::vector<AnswerRecord> changes_of(View text, const AddressAnswer& answer) {
    std::vector<AnswerRecord> records;
    for (const AddressChange& change : answer.changes) {
        const bool added = change.span.empty();
        records.push_back({
            {{"kind", {"種類", "kind"}}, term_of(change.kind)},
            {{"span", {"位置", "span"}, ShownIn::nowhere},
             added ? AnswerValue()
                   : AnswerValue(std::vector{number_of(change.span.begin), number_of(change.span.end)})},
            text_field({"from", {"書かれたもの", "written"}}, slice(text, change.span)),
            text_field({"to", {"台帳", "in the registry"}}, change.to),
        });
    }
    return records;
}

AnswerValue texts(std::vector<std::string> list) {
    return list.empty() ? AnswerValue() : AnswerValue(std::move(list));
}

AnswerRecord forms_of(AddressForms&& made) {
    AnswerRecord record{
        {{"three-item", {"三項目", "three items"}}, texts(std::move(made.three_items))},
        {{"four-item", {"四項目", "four items"}, ShownIn::nowhere}, texts(std::move(made.four_items))},
        {{"code", {"コード", "code"}, ShownIn::nowhere}, texts(std::move(made.code))},
        text_field({"english", {"英字", "English"}}, made.english.full_address),
        text_field({"kana", {"カナ", "kana"}}, made.kana_from_town),
    };
    std::vector<std::string> missing(made.missing.begin(), made.missing.end());
    record.push_back({{"englishFromKana", {"英字はカナから", "English made of kana"}},
                      made.english_by_kana ? AnswerValue(true) : AnswerValue()});
    record.push_back(
        {{"missing", {"台帳にない読み", "readings missing"}, ShownIn::nowhere}, texts(std::move(missing))});
    return record;
}

bool wants_forms(const FieldChoice& wanted) {
    return wanted.wants(forms) || std::ranges::any_of(readings, [&](const ReadingField& field) {
               return wanted.wants(field.kana) || wanted.wants(field.english);
           });
}

/// Costs as much as all else: made where it is wanted.
void add_forms(AnswerRecord& record, const AddressAnswer& answer, const GifAddress& gif,
               const FieldChoice& wanted, AnswerRecord& last) {
    if (!wants_forms(wanted)) return;
    AddressForms made = address_forms(answer, gif);
    for (const ReadingField& field : readings) {
        if (wanted.wants(field.kana)) record.push_back(text_field(field.kana, made.kana.*field.item));
        if (wanted.wants(field.english))
            record.push_back(text_field(field.english, made.english.*field.item));
    }
    if (wanted.wants(forms)) last.push_back({forms, forms_of(std::move(made))});
}

}  // namespace

std::string place_text(const AddressPlace& place) {
    constexpr std::size_t usual = 96;
    std::string text;
    text.reserve(usual);
    for (const View part : {place.prefecture, place.county, place.city, place.ward}) text += part;
    text += town_text(place);
    return text += register_number(place, 0, place.numbers.size());
}

bool has_reliable_point(const AddressPlace& place) {
    const bool doubtful = place.suspicious_point && place.point.level == MatchLevel::town;
    return place.point.level != MatchLevel::none && !doubtful;
}

AnswerRecord address_record(AnsweredAddress& answered, const FieldChoice& wanted) {
    GifAddress gif = answered.take_items();
    const AddressAnswer& answer = answered.answer();
    AnswerRecord readings_of_it, forms_of_it, record;
    add_forms(readings_of_it, answer, gif, wanted, forms_of_it);
    record.reserve(wanted.all() ? std::size(items) + 2 * std::size(readings) + 13 : wanted.size() + 3);
    for (const ItemField& field : items) {
        if (wanted.wants(field.name)) record.push_back(taken_field(field.name, std::move(gif.*field.item)));
    }
    std::ranges::move(readings_of_it, std::back_inserter(record));
    const auto add = [&](const FieldName& name, auto&& value) {
        if (wanted.wants(name)) record.push_back({name, value()});
    };
    const auto text_or_nothing = [](View one) {
        return one.empty() ? AnswerValue() : AnswerValue(std::string(one));
    };
    const bool found = answer.found();
    add(level, [&] { return term_of(gif.level); });
    if (wanted.wants(latitude) || wanted.wants(longitude) || wanted.wants(point_level))
        add_point(record, answer.place, gif.level);
    add(category, [&] { return found ? AnswerValue(term_of(answer.category)) : AnswerValue(); });
    add(match, [&] { return found ? text_or_nothing(place_text(answer.place)) : AnswerValue(); });
    add(ids, [&] { return ids_of(answer.place, gif.level); });
    add(old_municipality, [&] { return text_or_nothing(answer.old_municipality); });
    add(old_until, [&] { return text_or_nothing(answer.old_until); });
    add(ended, [&] { return answer.place.ended ? AnswerValue(true) : AnswerValue(); });
    add(changes, [&] { return changes_of(answered.text(), answer); });
    std::ranges::move(forms_of_it, std::back_inserter(record));
    return record;
}

std::span<const FieldName> address_columns() {
    static const std::vector<FieldName> columns = [] {
        constexpr View keys[] = {"category",        "level",      "localGovernmentCode",
                                 "streetAddressId", "prefecture", "cityAndCounty",
                                 "streetAddress",   "cityBlock",  "buildingNameEtc",
                                 "postalCode",      "latitude",   "longitude",
                                 "coordinateLevel", "rest"};
        AnsweredAddress nothing({}, AddressAnswer{});
        const AnswerRecord record = address_record(nothing);
        std::vector<FieldName> names;
        for (const View key : keys) {
            names.push_back(
                std::ranges::find(record, key, [](const AnswerField& one) { return one.name.key; })->name);
        }
        return names;
    }();
    return columns;
}

std::vector<AnswerRecord> alternative_records(const AddressAnswer& answer) {
    std::vector<AnswerRecord> records;
    for (const AddressAlternative& alternative : answer.alternatives) {
        const AddressPlace& place = alternative.place;
        records.push_back({text_field(match, place_text(place)),
                           {level, term_of(place.level)},
                           {ids, ids_of(place, place.level)},
                           {{"reason", {"理由", "reason"}}, alternative_reason(answer, alternative)},
                           {{"tied", {"同じくらい", "as good"}}, alternative.equal}});
    }
    return records;
}

}  // namespace daicho
