#include "registries/lookup/address_fields.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "registries/lookup/address_field_list.hpp"
#include "registries/lookup/address_terms.hpp"
#include "registries/lookup/lookup.hpp"

namespace daicho {

namespace {

using View = std::string_view;
namespace list = address_list;

AnswerField taken_field(const FieldName& name, std::string&& text) {
    return {name, text.empty() ? AnswerValue() : AnswerValue(std::move(text))};
}

/// A coordinate with six decimals, which is what the index has.
std::string degrees(double value) {
    const long long micro = std::llround(value * 1e6);
    std::string digits = std::to_string(micro < 0 ? -micro : micro);
    if (digits.size() < 7) digits.insert(0, 7 - digits.size(), '0');
    digits.insert(digits.size() - 6, 1, '.');
    return micro < 0 ? '-' + digits : digits;
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
template <class Add>
void add_point(const AddressPlace& place, MatchLevel settled, const Add& add) {
    const AddressPoint& point = place.point;
    const bool known = has_reliable_point(place) && point.level <= settled;
    const auto number = [&](double value) {
        return known ? AnswerValue(AnswerNumber{degrees(value)}) : AnswerValue();
    };
    add(list::latitude, [&] { return number(point.latitude); });
    add(list::longitude, [&] { return number(point.longitude); });
    add(list::point_level, [&] {
        if (!known) return AnswerValue();
        return AnswerValue(point.of_oaza_cho ? of_oaza_cho : term_of(point.level));
    });
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

bool wants_forms(const FieldMask& wanted) {
    return wanted.has_any(list::first_reading, list::first_other) ||
           wanted.has(list::first_other + list::forms);
}

/// What of the items has to be made for the fields that are wanted.
GifAddressGroups groups_of(const FieldMask& wanted) {
    if (wants_forms(wanted)) return {};
    GifAddressGroups groups{false, false, false, false};
    for (std::size_t i = 0; i < std::size(list::items); ++i) {
        if (list::items[i].group != nullptr && wanted.has(i)) groups.*list::items[i].group = true;
    }
    return groups;
}

void add_readings(AnswerRecord& record, const AddressForms& made, const FieldMask& wanted) {
    std::size_t number = list::first_reading;
    for (const list::ReadingField& field : list::readings) {
        if (wanted.has(number++)) record.push_back(text_field(field.kana, made.kana.*field.item));
        if (wanted.has(number++)) record.push_back(text_field(field.english, made.english.*field.item));
    }
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

std::span<const FieldName> address_fields() {
    return list::all;
}

AnswerRecord address_record(AnsweredAddress& answered, const FieldMask& wanted) {
    GifAddress gif = answered.take_items(groups_of(wanted));
    const AddressAnswer& answer = answered.answer();
    std::optional<AddressForms> made;  // cost as much as all else
    if (wants_forms(wanted)) made = address_forms(answer, gif);
    AnswerRecord record;
    record.reserve(std::min(wanted.count(), list::all.size()));
    for (std::size_t i = 0; i < std::size(list::items); ++i) {
        const list::ItemField& field = list::items[i];
        if (wanted.has(i)) record.push_back(taken_field(field.name, std::move(gif.*field.item)));
    }
    if (made) add_readings(record, *made, wanted);
    const auto add = [&](list::Other other, auto&& value) {
        if (wanted.has(list::first_other + other)) record.push_back({list::others[other], value()});
    };
    const auto text_or_nothing = [](View one) {
        return one.empty() ? AnswerValue() : AnswerValue(std::string(one));
    };
    const bool found = answer.found();
    add(list::level, [&] { return term_of(gif.level); });
    add_point(answer.place, gif.level, add);
    add(list::category, [&] { return found ? AnswerValue(term_of(answer.category)) : AnswerValue(); });
    add(list::match, [&] { return found ? text_or_nothing(place_text(answer.place)) : AnswerValue(); });
    add(list::ids, [&] { return ids_of(answer.place, gif.level); });
    add(list::old_municipality, [&] { return text_or_nothing(answer.old_municipality); });
    add(list::old_until, [&] { return text_or_nothing(answer.old_until); });
    add(list::ended, [&] { return answer.place.ended ? AnswerValue(true) : AnswerValue(); });
    add(list::changes, [&] { return changes_of(answered.text(), answer); });
    add(list::forms, [&] { return forms_of(std::move(*made)); });
    return record;
}

std::span<const FieldName> address_columns() {
    static const std::vector<FieldName> columns = [] {
        constexpr View keys[] = {"category",        "level",      "localGovernmentCode",
                                 "streetAddressId", "prefecture", "cityAndCounty",
                                 "streetAddress",   "cityBlock",  "buildingNameEtc",
                                 "postalCode",      "latitude",   "longitude",
                                 "coordinateLevel", "rest"};
        std::vector<FieldName> names;
        for (const View key : keys) names.push_back(*std::ranges::find(list::all, key, &FieldName::key));
        return names;
    }();
    return columns;
}

std::vector<AnswerRecord> alternative_records(const AddressAnswer& answer) {
    std::vector<AnswerRecord> records;
    for (const AddressAlternative& alternative : answer.alternatives) {
        const AddressPlace& place = alternative.place;
        records.push_back({text_field(list::others[list::match], place_text(place)),
                           {list::others[list::level], term_of(place.level)},
                           {list::others[list::ids], ids_of(place, place.level)},
                           {{"reason", {"理由", "reason"}}, alternative_reason(answer, alternative)},
                           {{"tied", {"同じくらい", "as good"}}, alternative.equal}});
    }
    return records;
}

}  // namespace daicho
