#include "models/engine/transform_plan.hpp"

#include <algorithm>
#include <map>

#include "grammars/characters/rule_ids.hpp"
#include "models/engine/address_text.hpp"
#include "models/engine/header.hpp"

namespace daicho {

namespace {

/// Fills in a plan, one part after the other: later ones look at earlier ones.
class TargetPlanner {
 public:
    TargetPlanner(const Inspector& inspector, const TransformOptions& options)
        : inspector_(inspector), options_(options) {}

    TransformPlan plan();

 private:
    void plan_items();
    void plan_repetitions(std::size_t slot);
    void plan_own_columns();
    void name_columns();
    std::string header_of(const TargetColumn& target, bool brief) const;
    std::optional<TargetColumn::Part> split_for(std::size_t slot) const;
    std::optional<std::size_t> join_for(std::size_t slot) const;
    std::optional<TargetColumn::Located> located_for(std::size_t slot, bool required) const;
    std::optional<std::size_t> corporation_for(std::size_t slot) const;
    bool is_shrunk(std::size_t slot) const;
    bool keeps_originals(std::size_t slot) const;
    bool is_reading(std::size_t slot) const;

    const Inspector& inspector_;
    const TransformOptions& options_;
    TransformPlan plan_;
};

TransformPlan TargetPlanner::plan() {
    const Model& model = inspector_.model();
    for (std::size_t address = 0; address < model.addresses.size(); ++address) {
        if (options_.addresses && has_address_text(model.addresses[address], inspector_.binding()))
            plan_.located.push_back(address);
    }
    plan_items();
    plan_own_columns();
    name_columns();
    plan_.target_of_slot.assign(model.slots.size(), TransformPlan::npos);
    plan_.target_of_column.assign(inspector_.headers().size(), TransformPlan::npos);
    for (std::size_t target = 0; target < plan_.columns.size(); ++target) {
        const TargetColumn& column = plan_.columns[target];
        if (column.source) plan_.target_of_column[*column.source] = target;
        for (const std::uint32_t further : column.further) plan_.target_of_column[further] = target;
        if (column.slot && column.repetition <= 1) plan_.target_of_slot[*column.slot] = target;
        plan_.shrunk.push_back(column.slot && is_shrunk(*column.slot));
    }
    return std::move(plan_);
}

void TargetPlanner::plan_items() {
    const Model& model = inspector_.model();
    const auto& pattern = inspector_.pattern().entries;
    const auto& bound = inspector_.binding().columns;
    for (std::size_t slot = 0; slot < model.slots.size(); ++slot) {
        TargetColumn target;
        target.item = model.slots[slot].path;
        target.slot = slot;
        target.source = inspector_.binding().column_of_slot[slot];
        target.split = split_for(slot);
        if (!target.split) target.join = join_for(slot);
        const bool required =
            std::ranges::find(pattern, slot, &RequiredPattern::Entry::slot) != pattern.end();
        target.located = located_for(slot, required || target.source.has_value());
        target.corporation = corporation_for(slot);
        const bool mapped = target.source && bound[*target.source].how == BoundBy::mapping;
        target.origin = mapped                  ? Origin::mapping
                        : target.source         ? Origin::column
                        : target.located        ? Origin::address
                        : target.corporation    ? Origin::name
                        : target.split          ? Origin::split
                        : target.join           ? Origin::join
                        : keeps_originals(slot) ? Origin::original
                        : is_reading(slot)      ? Origin::reading
                                                : Origin::nothing;
        if (target.origin == Origin::nothing && !required) continue;
        if (target.origin == Origin::nothing) plan_.unfilled.push_back(slot);
        if (target.source) target.repetition = bound[*target.source].repetition;
        plan_.columns.push_back(std::move(target));
        plan_repetitions(slot);
    }
}

/// Further columns of an item that has several. A list is one column, whether the source has an array of it,
/// which is read as so many columns, or one cell.
void TargetPlanner::plan_repetitions(std::size_t slot) {
    const auto& binding = inspector_.binding();
    const std::size_t first = plan_.columns.size() - 1;
    const Slot& item = inspector_.model().slots[slot];
    if (item.is_list()) plan_.columns[first].repetition = 0;
    for (std::uint32_t i = 0; i < binding.columns.size(); ++i) {
        if (binding.columns[i].slot != slot || binding.column_of_slot[slot] == i) continue;
        const std::uint32_t number = std::max<std::uint32_t>(1, binding.columns[i].repetition);
        const auto is_same_list = [&](const TargetColumn& target) {
            return item.is_list() || std::max<std::uint32_t>(1, target.repetition) == number;
        };
        const auto same = std::find_if(plan_.columns.begin() + static_cast<std::ptrdiff_t>(first),
                                       plan_.columns.end(), is_same_list);
        if (!item.separator.empty() && same != plan_.columns.end()) {
            same->further.push_back(i);
            continue;
        }
        if (plan_.columns[first].repetition == 0) plan_.columns[first].repetition = 1;
        TargetColumn target;
        target.item = plan_.columns[first].item;
        target.slot = slot;
        target.source = i;
        target.origin = plan_.columns[first].origin;
        target.repetition = binding.columns[i].repetition;
        plan_.columns.push_back(std::move(target));
    }
}

void TargetPlanner::plan_own_columns() {
    const auto& bound = inspector_.binding().columns;
    for (std::uint32_t i = 0; i < bound.size(); ++i) {
        if (bound[i].slot) continue;
        if (!options_.keep_unmapped) {
            plan_.dropped.push_back(i);
            continue;
        }
        TargetColumn target;
        target.header = inspector_.headers()[i];
        target.origin = Origin::own;
        target.source = i;
        plan_.columns.push_back(std::move(target));
    }
}

/// A header is the shortest path that no other column of the result shares and by which a reader finds the
/// item.
void TargetPlanner::name_columns() {
    const auto& slots = inspector_.model().slots;
    std::map<std::string, int> uses;
    for (const auto& target : plan_.columns) {
        if (target.repetition > 1) continue;
        ++uses[header_key(target.slot ? slots[*target.slot].label : target.header)];
    }
    std::vector<std::string> headers;
    for (auto& target : plan_.columns) {
        if (target.slot) {
            const bool alone = !options_.nested && uses[header_key(slots[*target.slot].label)] == 1;
            target.header = header_of(target, alone && target.repetition == 0);
        }
        headers.push_back(target.header);
    }
    const Binding read_back = bind_columns(inspector_.model(), headers, {});
    for (std::size_t i = 0; i < plan_.columns.size(); ++i) {
        TargetColumn& target = plan_.columns[i];
        if (target.slot && read_back.columns[i].slot != target.slot) target.header = header_of(target, false);
    }
}

std::string TargetPlanner::header_of(const TargetColumn& target, bool brief) const {
    const Slot& slot = inspector_.model().slots[*target.slot];
    std::string header = options_.english_names ? slot.path : brief ? slot.label : slot.long_label;
    if (target.repetition == 0) return header;
    const std::string number = "[" + std::to_string(target.repetition) + "]";
    return header.insert(options_.english_names ? slot.repeat_path : slot.repeat_label, number);
}

std::optional<TargetColumn::Part> TargetPlanner::split_for(std::size_t slot) const {
    const auto& splits = inspector_.model().splits;
    for (std::size_t plan = 0; plan < splits.size(); ++plan) {
        const bool joined = !inspector_.binding().column_of_slot[splits[plan].whole];
        if (joined && !join_for(splits[plan].whole)) continue;
        for (std::size_t part = 0; part < splits[plan].parts.size(); ++part) {
            if (splits[plan].parts[part].slot == slot) return TargetColumn::Part{plan, part, joined};
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> TargetPlanner::join_for(std::size_t slot) const {
    const auto& joins = inspector_.model().joins;
    for (std::size_t join = 0; join < joins.size(); ++join) {
        const bool any = std::ranges::any_of(joins[join].slots, [&](auto part) {
            return inspector_.binding().column_of_slot[part].has_value();
        });
        if (joins[join].whole == slot && any) return join;
    }
    return std::nullopt;
}

/// 町字以下 says again what two other items say: it is filled where it is asked for.
std::optional<TargetColumn::Located> TargetPlanner::located_for(std::size_t slot, bool required) const {
    const auto& addresses = inspector_.model().addresses;
    for (const std::size_t plan : plan_.located) {
        const auto& items = addresses[plan].items;
        const auto found = std::ranges::find(items, std::optional(slot));
        if (found == items.end()) continue;
        const auto item = static_cast<AddressItem>(found - items.begin());
        if (item == AddressItem::within) return std::nullopt;
        if (item == AddressItem::street_address_and_city_block && !required) return std::nullopt;
        return TargetColumn::Located{plan, item};
    }
    return std::nullopt;
}

/// The corporation whose number the slot is, where the table has its name.
std::optional<std::size_t> TargetPlanner::corporation_for(std::size_t slot) const {
    if (!options_.corporations) return std::nullopt;
    const auto& corporations = inspector_.model().corporations;
    for (std::size_t plan = 0; plan < corporations.size(); ++plan) {
        const auto name = corporations[plan].slot(CorporationPlanItem::name);
        if (corporations[plan].number == slot && name && inspector_.binding().column_of_slot[*name])
            return plan;
    }
    return std::nullopt;
}

/// Not codes, and not what is as in a register: an item that keeps originals, or one whose characters may be
/// any.
bool TargetPlanner::is_shrunk(std::size_t slot) const {
    const auto& slots = inspector_.model().slots;
    if (!options_.shrink || slots[slot].codes) return false;
    const CharacterProfile* profile = slots[slot].characters;
    if (profile && profile->weight_of(rules::outside_repertoire) == RuleWeight::off) return false;
    return std::ranges::none_of(slots, [&](const Slot& other) { return other.original == slot; });
}

bool TargetPlanner::keeps_originals(std::size_t slot) const {
    const auto& slots = inspector_.model().slots;
    if (!options_.shrink) return false;
    for (std::size_t other = 0; other < slots.size(); ++other) {
        if (slots[other].original != slot) continue;
        if (inspector_.binding().column_of_slot[other] || split_for(other) || join_for(other)) return true;
    }
    return false;
}

/// Of a text that the table has.
bool TargetPlanner::is_reading(std::size_t slot) const {
    const auto& pairs = inspector_.reading_pairs();
    return options_.take_readings && std::ranges::find(pairs, slot, &ReadingPair::reading) != pairs.end();
}

}  // namespace

TransformPlan plan_transform(const Inspector& inspector, const TransformOptions& options) {
    return TargetPlanner(inspector, options).plan();
}

std::string_view to_string(Origin origin) {
    constexpr std::string_view names[] = {"column",  "split",    "join",    "map",  "own",
                                          "nothing", "original", "address", "name", "reading"};
    return names[static_cast<int>(origin)];
}

}  // namespace daicho
