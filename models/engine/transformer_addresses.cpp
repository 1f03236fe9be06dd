#include <algorithm>
#include <charconv>

#include "grammars/values/address_items.hpp"
#include "models/engine/address_text.hpp"
#include "models/engine/header.hpp"
#include "models/engine/transformer_row.hpp"
#include "models/rules/rule_ids.hpp"

// Items of addresses that the source lacks and a registry has.
namespace daicho {

namespace {

/// Six decimals, as registries give them: 35.703448.
std::string degrees(double value) {
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, 6).ptr};
}

/// A point of the town is the place of an address that names no more.
bool has_point(const LocatedAddress& found) {
    return found.point_level >= MatchLevel::block ||
           (found.point_level == MatchLevel::town && found.city_block.empty());
}

/// 町字以下 in its notation: 虎ノ門1-2-3
std::string together(const LocatedAddress& found) {
    const std::string text = found.street_address + found.city_block;
    const auto written = street_address_and_city_block_type.canonical(text, {});
    return written ? *written : text;
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
        case AddressItem::postal_code:
            return {};  // a town may have several
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

/// 町字以下 says again what two other items say: it is filled where it is asked for.
std::optional<TargetColumn::Located> Transformer::located_for(std::size_t slot, bool required) const {
    const auto& addresses = inspector_.model().addresses;
    for (const std::size_t plan : located_plans_) {
        const auto& items = addresses[plan].items;
        const auto found = std::ranges::find(items, std::optional(slot));
        if (found == items.end()) continue;
        const auto item = static_cast<AddressItem>(found - items.begin());
        if (item == AddressItem::postal_code || item == AddressItem::within) return std::nullopt;
        if (item == AddressItem::street_address_and_city_block && !required) return std::nullopt;
        return TargetColumn::Located{plan, item};
    }
    return std::nullopt;
}

std::string_view Transformer::cell_of(const Row& row, const AddressPlan& plan, AddressItem item) const {
    const auto slot = plan.slot(item);
    return slot && target_of_slot_[*slot] != npos ? row.cells[target_of_slot_[*slot]] : std::string_view{};
}

/// Whether the source names the designated city that the ward of the address is in.
bool Transformer::has_wider_code(const Row& row, const AddressPlan& plan, const LocatedAddress& found) const {
    const std::string_view code = cell_of(row, plan, AddressItem::lg_code);
    return code_of_place(code, found, inspector_.reference()) == CodeOfPlace::wider;
}

/// Empty: the address is sure, and no item of the source says otherwise.
std::string_view Transformer::reason_not_to_fill(const Row& row, const AddressPlan& plan,
                                                 const LocatedAddress& found) const {
    if (!found.sure || found.level < MatchLevel::town) return word_for(found.doubt);
    if (found.ended) return "town abolished";
    const auto differs = [&](AddressItem item, std::string_view value) {
        const std::string_view cell = cell_of(row, plan, item);
        return !cell.empty() && cell != value && header_key(cell) != header_key(value);
    };
    if (differs(AddressItem::lg_code, found.lg_code) && !has_wider_code(row, plan, found))
        return "code differs";
    if (differs(AddressItem::prefecture, found.prefecture)) return "prefecture differs";
    const std::string_view city = cell_of(row, plan, AddressItem::city_and_county);
    const bool within = found.city_and_county.ends_with(city);  // without its county
    if (!within && differs(AddressItem::city_and_county, found.city_and_county))
        return "municipality differs";
    return {};
}

/// An item that was not filled, and why.
Finding Transformer::left_empty(const Row& row, RuleId rule, std::size_t slot, std::string_view value,
                                std::string_view reason) const {
    Finding left;
    left.rule = rule;
    left.severity = Severity::info;
    left.record = row.batch.record_number(row.record);
    left.place = row.batch.place(row.record);
    const Slot& whole = inspector_.model().slots[slot];
    const auto column = inspector_.binding().column_of_slot[slot];
    left.header = column ? std::string_view(inspector_.headers()[*column]) : whole.long_label;
    left.item = whole.path;
    left.value = value;
    left.detail = reason;
    left.confidential = whole.confidential;
    return left;
}

void Transformer::tell_not_located(Row& row, const AddressPlan& plan, std::string_view text,
                                   std::string_view reason) const {
    row.out.not_located.push_back(left_empty(row, rules::filled_from_registry, plan.whole, text, reason));
}

void Transformer::fill_from_address(Row& row, std::size_t number) const {
    const AddressPlan& plan = inspector_.model().addresses[number];
    std::vector<std::size_t> empty;
    std::vector<std::string_view> values(inspector_.model().slots.size());
    for (std::size_t target = 0; target < columns_.size(); ++target) {
        const TargetColumn& column = columns_[target];
        if (column.slot && column.repetition <= 1) values[*column.slot] = row.cells[target];
        if (column.located && column.located->plan == number && column.repetition <= 1 &&
            row.cells[target].empty())
            empty.push_back(target);
    }
    if (empty.empty()) return;
    Evaluation evaluation;
    const std::string text(address_text(inspector_.model(), plan, values, evaluation));
    if (text.empty()) return;
    const LocatedAddress found = options_.addresses->locate(text, address_municipality(plan, values));
    if (const auto reason = reason_not_to_fill(row, plan, found); !reason.empty())
        return tell_not_located(row, plan, text, reason);
    const bool half = cell_of(row, plan, AddressItem::latitude).empty() !=
                      cell_of(row, plan, AddressItem::longitude).empty();
    const bool wider = has_wider_code(row, plan, found);
    for (const std::size_t target : empty) {
        const AddressItem item = columns_[target].located->item;
        if (wider && item == AddressItem::town_id) continue;  // it is one of the ward's
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
