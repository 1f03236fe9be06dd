#include "models/engine/address_filler.hpp"

#include <charconv>

#include "grammars/values/address_items.hpp"
#include "grammars/values/rule_ids.hpp"
#include "models/engine/address_text.hpp"
#include "models/engine/header.hpp"
#include "models/engine/part_agreement.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

/// Six decimals, as registries give them: 35.703448.
std::string degrees(double value) {
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, 6).ptr};
}

/// The middle of a town is the place of no facility in it.
bool has_point(const LocatedAddress& found) {
    return found.point_level >= MatchLevel::block;
}

/// 町字以下 in its notation: 虎ノ門1-2-3
std::string together(const LocatedAddress& found) {
    const std::string text = found.street_address + found.city_block;
    const auto written = street_address_and_city_block_type.canonical(text, {});
    return written ? *written : text;
}

/// Whether `town`, as the record has it, is that of the address: 白山1丁目 is 白山一丁目.
bool is_town_of(std::string_view town, const LocatedAddress& found) {
    if (is_same_town(town, found.street_address)) return true;
    const auto written = street_address_type.canonical(town, {});
    return written && is_same_town(*written, found.street_address);
}

/// What is known of an item; empty: nothing.
std::string known(const LocatedAddress& found, AddressItem item) {
    switch (item) {
        case AddressItem::lg_code:
            return std::string(found.lg_code);
        case AddressItem::town_id:
            return std::string(found.town_id);
        case AddressItem::prefecture:
            return std::string(found.prefecture);
        case AddressItem::city_and_county:
            return found.city_and_county;
        case AddressItem::street_address:
            return found.street_address;
        case AddressItem::city_block:
            return found.city_block;
        case AddressItem::street_address_and_city_block:
            return together(found);
        case AddressItem::building:
            return found.building;
        case AddressItem::within:
            return {};
        case AddressItem::postal_code:
            return std::string(found.postal_code);  // none where the town is divided among several
        case AddressItem::latitude:
            return has_point(found) ? degrees(found.latitude) : "";
        case AddressItem::longitude:
            return has_point(found) ? degrees(found.longitude) : "";
    }
    return {};
}

std::string_view word_for(AddressDoubt doubt) {
    switch (doubt) {
        case AddressDoubt::no_municipality:
            return "no municipality";
        case AddressDoubt::municipality:
            return "no town";
        case AddressDoubt::not_covered:
            return "not covered";
        case AddressDoubt::town_unknown:
            return "town unknown";
        case AddressDoubt::number_unknown:
            return "number unknown";
        case AddressDoubt::several_places:
            return "several places";
        default:
            return "unsure";
    }
}

}  // namespace

/// Whether the source names the designated city that the ward of the address is in.
bool AddressFiller::has_wider_code(const TargetRow& row, const AddressPlan& plan,
                                   const LocatedAddress& found) const {
    const std::string_view code = row.cell_of(plan_, plan.slot(AddressItem::lg_code));
    return code_of_place(code, found, inspector_.reference()) == CodeOfPlace::wider;
}

/// Whether the record has a town or a block of its own that are not those of the address. A 丁目 may stand
/// with the town or with the block.
bool AddressFiller::has_other_town(const TargetRow& row, const AddressPlan& plan,
                                   const LocatedAddress& found) const {
    const std::string_view town = row.cell_of(plan_, plan.slot(AddressItem::street_address));
    const std::string_view block = row.cell_of(plan_, plan.slot(AddressItem::city_block));
    if (town.empty() && block.empty()) return false;
    LocatedAddress own;
    own.street_address = town.empty() ? found.street_address : town;
    own.city_block = block.empty() ? found.city_block : block;
    const std::string written = together(own);
    const std::string registered = together(found);
    return !written.ends_with(registered) &&
           !is_same_town(written, registered);  // the streets of Kyoto stand in front
}

/// Whether the town of the record, which has another name, and its block are those of the address, but
/// divided at another place: 新田 and 2-2-2, where 2丁目 belongs to the town. A town that the registry has
/// with less (野々江町ユ) stays.
bool AddressFiller::is_divided_elsewhere(const TargetRow& row, const AddressPlan& plan,
                                         const LocatedAddress& found) const {
    LocatedAddress own;
    own.street_address = row.cell_of(plan_, plan.slot(AddressItem::street_address));
    own.city_block = row.cell_of(plan_, plan.slot(AddressItem::city_block));
    return !found.city_block.empty() && found.city_block.size() <= own.city_block.size() &&
           is_same_town(together(own), together(found));
}

/// Puts the 丁目 or 小字 that stands with the block where the registry has it, with the town.
void AddressFiller::divide_as_registered(TargetRow& row, const AddressPlan& plan,
                                         const LocatedAddress& found) const {
    const auto put = [&](AddressItem item, const std::string& value) {
        const std::size_t target = plan_.target_of_slot[*plan.slot(item)];
        row.write(target, row.batch.line(row.record), row.cells[target], value, rules::part_of_another_item,
                  RepairKind::provable);
    };
    put(AddressItem::street_address, found.street_address);
    put(AddressItem::city_block, found.city_block);
}

/// Empty: the address is sure, and no item of the source says otherwise.
std::string_view AddressFiller::reason_not_to_fill(const TargetRow& row, const AddressPlan& plan,
                                                   const LocatedAddress& found) const {
    if (!found.sure || found.level < MatchLevel::town) return word_for(found.doubt);
    if (found.ended) return "town abolished";
    const auto differs = [&](AddressItem item, std::string_view value) {
        const std::string_view cell = row.cell_of(plan_, plan.slot(item));
        return !cell.empty() && cell != value && header_key(cell) != header_key(value);
    };
    if (differs(AddressItem::lg_code, found.lg_code) && !has_wider_code(row, plan, found))
        return "code differs";
    if (differs(AddressItem::prefecture, found.prefecture)) return "prefecture differs";
    const std::string_view city = row.cell_of(plan_, plan.slot(AddressItem::city_and_county));
    const bool within = found.city_and_county.ends_with(city);  // without its county
    if (!within && differs(AddressItem::city_and_county, found.city_and_county))
        return "municipality differs";
    if (has_other_town(row, plan, found)) return "town differs";
    return {};
}

void AddressFiller::fill(TargetRow& row, std::size_t number) const {
    const AddressPlan& plan = inspector_.model().addresses[number];
    std::vector<std::size_t> empty;
    std::vector<std::string_view> values(inspector_.model().slots.size());
    for (std::size_t target = 0; target < plan_.columns.size(); ++target) {
        const TargetColumn& column = plan_.columns[target];
        if (column.slot && column.repetition <= 1) values[*column.slot] = row.cells[target];
        if (column.located && column.located->plan == number && column.repetition <= 1 &&
            row.cells[target].empty())
            empty.push_back(target);
    }
    if (empty.empty()) return;
    Evaluation evaluation;
    const std::string text(address_text(inspector_.model(), plan, values, evaluation));
    if (text.empty()) return;
    const LocatedAddress found = addresses_.locate(text, address_municipality(plan, values));
    if (const auto reason = reason_not_to_fill(row, plan, found); !reason.empty())
        return row.out.not_located.push_back(
            left_empty(inspector_, row, rules::filled_from_registry, plan.whole, text, reason));
    row.located.push_back(plan.whole);
    const std::string_view town = row.cell_of(plan_, plan.slot(AddressItem::street_address));
    bool other_name = !town.empty() && !is_town_of(town, found);
    if (other_name && is_divided_elsewhere(row, plan, found)) {
        divide_as_registered(row, plan, found);
        other_name = false;
    }
    const bool half = row.cell_of(plan_, plan.slot(AddressItem::latitude)).empty() !=
                      row.cell_of(plan_, plan.slot(AddressItem::longitude)).empty();
    const bool wider = has_wider_code(row, plan, found);
    for (const std::size_t target : empty) {
        const AddressItem item = plan_.columns[target].located->item;
        // It is one of the ward's, or would stand beside another name.
        if ((wider || other_name) && item == AddressItem::town_id) continue;
        const bool of_point = item == AddressItem::latitude || item == AddressItem::longitude;
        if (of_point && half) continue;  // one of the two is the source's own
        std::string value = known(found, item);
        if (value.empty()) continue;
        const auto level = of_point ? found.point_level : found.level;
        row.write(target, row.batch.line(row.record), {}, std::move(value), rules::filled_from_registry,
                  RepairKind::provable,
                  std::string(found.exact ? "exact " : "changed ").append(to_string(level)));
    }
}

}  // namespace daicho
