#include "models/engine/address_check.hpp"

#include <algorithm>
#include <charconv>

#include "grammars/base/parse_number.hpp"
#include "grammars/text/join.hpp"
#include "grammars/values/earth_distance.hpp"
#include "models/engine/address_text.hpp"
#include "models/engine/far_position.hpp"
#include "models/engine/header.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

/// "1.3 km"
std::string kilometres(double metres) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, metres / 1000, std::chars_format::fixed, 1).ptr;
    return std::string(text, end) + " km";
}

std::string name_of(const LocatedAddress& found) {
    return std::string(found.prefecture) + found.city_and_county;
}

/// 東京都港区: 虎ノ門, 西新橋
std::string with_others(std::string name, const LocatedAddress& found) {
    return found.others.empty() ? name : name.append(": ").append(joined(found.others, ", "));
}

}  // namespace

/// What is compared, and what came of it.
struct AddressCheck::Record {
    std::span<const std::string_view> values;
    std::string_view text;
    const AddressPlan& plan;
    LocatedAddress found;
    std::vector<RecordProblem> problems;
    bool elsewhere = false;  ///< the code is of another municipality: nothing below it can be compared

    std::string_view value(AddressItem item) const {
        const auto slot = plan.slot(item);
        return slot ? values[*slot] : std::string_view{};
    }
    void add(RuleId rule, std::size_t slot, std::string detail) {
        problems.push_back({rule, slot, {}, std::move(detail), {}});
    }
    void add(RuleId rule, AddressItem item, std::string detail) {
        add(rule, *plan.slot(item), std::move(detail));
    }
    /// About the text of the address.
    RecordProblem& tell(RuleId rule, std::string detail) {
        return problems.emplace_back(RecordProblem{rule, plan.whole, found.town, std::move(detail), {}});
    }
};

std::vector<std::size_t> AddressCheck::slots() const {
    std::vector<std::size_t> slots{plan_.whole};
    for (const auto& item : plan_.items) {
        if (item) slots.push_back(*item);
    }
    return slots;
}

std::vector<RecordProblem> AddressCheck::problems(std::span<const std::string_view> values,
                                                  std::string_view text) const {
    Record record{values, text, plan_, {}, {}, false};
    const std::string_view own = address_municipality(plan_, values);
    record.found = addresses_.locate(text, own.empty() ? area_ : own);
    compare_municipality(record);
    tell_doubt(record);
    tell_ended(record);
    if (!record.found.sure || record.elsewhere || record.found.level < MatchLevel::town)
        return std::move(record.problems);
    compare_town(record);
    compare_postal_code(record);
    compare_coordinates(record);
    return std::move(record.problems);
}

/// Where the municipality is an item of its own a rule of the model compares it with the code.
void AddressCheck::compare_municipality(Record& record) const {
    const LocatedAddress& found = record.found;
    const std::string_view code = record.value(AddressItem::lg_code);
    if (code.empty() || found.level < MatchLevel::municipality) return;
    const CodeOfPlace relation = code_of_place(code, found, reference_);
    if (relation == CodeOfPlace::same || relation == CodeOfPlace::wider) return;
    if (relation == CodeOfPlace::unknown && reference_) return;  // another rule tells of that
    record.elsewhere = true;
    if (!found.names_municipality) return;
    const bool told =
        !record.value(AddressItem::city_and_county).empty() &&
        header_key(record.value(AddressItem::city_and_county)) == header_key(found.city_and_county);
    if (told) return;
    record.add(rules::address_elsewhere, AddressItem::lg_code,
               name_of(found) + " " + std::string(found.lg_code));
}

/// The id of a 大字 stands for the 丁目 and 小字 in it.
void AddressCheck::compare_town(Record& record) const {
    const std::string_view id = record.value(AddressItem::town_id);
    const std::string_view found = record.found.town_id;
    if (id.size() != 7 || found.size() != 7 || id == found) return;
    // A rule of the model compares the id with the town that is written beside it, where that is the
    // address's.
    const std::string_view street = record.value(AddressItem::street_address);
    if (!street.empty() && header_key(street) == header_key(record.found.street_address)) return;
    const bool whole = id.ends_with("000") || found.ends_with("000");
    if (whole && id.substr(0, 4) == found.substr(0, 4)) return;
    record.add(rules::address_of_other_town, AddressItem::town_id,
               record.found.street_address + " " + std::string(found));
}

void AddressCheck::compare_postal_code(Record& record) const {
    const std::string_view code = record.value(AddressItem::postal_code);
    const LocatedAddress& found = record.found;
    if (code.empty() || !reference_) return;
    if (code == found.postal_code) return;
    const bool told =
        !record.value(AddressItem::street_address).empty() && !record.value(AddressItem::lg_code).empty();
    if (told) return;
    const std::string key = std::string(code) + "/" + std::string(found.lg_code) + "/" + found.street_address;
    if (reference_->text("postal_code", key, "agrees") != "no") return;
    record.add(rules::postal_code_elsewhere, AddressItem::postal_code,
               name_of(found) + found.street_address +
                   (found.postal_code.empty() ? "" : " " + std::string(found.postal_code)));
}

void AddressCheck::compare_coordinates(Record& record) const {
    const LocatedAddress& found = record.found;
    const auto latitude = parse_number(record.value(AddressItem::latitude));
    const auto longitude = parse_number(record.value(AddressItem::longitude));
    if (!latitude || !longitude || (*latitude == 0 && *longitude == 0)) return;
    if (found.point_level < MatchLevel::town) return;
    const bool of_town = found.point_level == MatchLevel::town;
    const double metres = metres_between(*latitude, *longitude, found.latitude, found.longitude);
    if (!is_far(found.point_level, metres)) return;
    record.add(of_town ? rules::far_from_town : rules::far_from_house, AddressItem::latitude,
               name_of(found) + found.street_address + found.city_block + ", " + kilometres(metres));
}

void AddressCheck::tell_doubt(Record& record) const {
    const LocatedAddress& found = record.found;
    switch (found.doubt) {
        case AddressDoubt::town_unknown:
            if (!record.elsewhere)
                record.tell(rules::town_unknown, with_others(name_of(found), found)).suggestion =
                    found.suggestion;
            break;
        case AddressDoubt::town_incomplete:
            if (found.part_left_out && !found.city_block.empty())  // else no more than the town was meant
                record.tell(rules::town_incomplete, name_of(found) + found.street_address);
            break;
        case AddressDoubt::number_unknown:
            record.tell(rules::number_unknown, name_of(found) + found.street_address);
            break;
        case AddressDoubt::several_places:
            record.tell(rules::several_places, joined(found.others, ", "));
            break;
        default:
            break;
    }
}

void AddressCheck::tell_ended(Record& record) const {
    const LocatedAddress& found = record.found;
    if (!found.old_municipality.empty()) {
        RecordProblem& problem =
            record.tell(rules::old_municipality,
                        std::string(found.old_municipality) + ", " + name_of(found) +
                            (found.old_until.empty() ? "" : ", " + std::string(found.old_until)));
        problem.span = {};
    }
    if (found.sure && found.ended) record.tell(rules::ended_town, name_of(found) + found.street_address);
}

}  // namespace daicho
