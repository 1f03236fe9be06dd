#include "models/dataset/output_columns.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

namespace daicho {

namespace {

std::vector<std::string> steps_of(std::string_view path) {
    std::vector<std::string> steps;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('.'), path.size());
        steps.emplace_back(path.substr(0, end));
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return steps;
}

std::vector<OutputStep> path_of(const Slot& slot, std::uint32_t repetition, bool english_names) {
    std::vector<std::string> steps = english_names ? steps_of(slot.path) : slot.labels;
    std::vector<OutputStep> path;
    for (std::string& step : steps) path.push_back({std::move(step)});
    if (slot.repeats && slot.repeat_step < path.size())
        path[slot.repeat_step].element = std::max<std::uint32_t>(1, repetition);
    if (!slot.separator.empty()) path.back().element = std::max<std::uint32_t>(1, path.back().element);
    return path;
}

OutputColumn::Meaning meaning_of(const Slot& slot) {
    constexpr std::array<std::string_view, 7> numbers = {"integer",  "decimal", "area_m2", "length_m",
                                                         "height_m", "people",  "yen"};
    if (!slot.kind || !slot.separator.empty()) return OutputColumn::Meaning::text;
    if (slot.kind->name == "latitude") return OutputColumn::Meaning::latitude;
    if (slot.kind->name == "longitude") return OutputColumn::Meaning::longitude;
    const bool number = std::ranges::find(numbers, slot.kind->name) != numbers.end();
    return number ? OutputColumn::Meaning::number : OutputColumn::Meaning::text;
}

/// Items that a column which is none would be taken for by its name or content where they have no place: 区,
/// or a column of names of places, for 市区町村名. One of the very name of an item gets another key in a
/// nested form (備考_2).
std::vector<bool> items_meant_by_others(const Model& model, std::span<const TargetColumn> columns,
                                        std::span<const ColumnEvidence> evidence) {
    std::set<std::string_view> items;
    for (const TargetColumn& column : columns) {
        if (column.slot) items.insert(column.header);
    }
    std::vector<std::string> others;
    std::vector<ColumnEvidence> contents;
    for (const TargetColumn& column : columns) {
        if (column.slot || items.contains(column.header)) continue;
        others.push_back(column.header);
        const bool known = column.source && *column.source < evidence.size();
        contents.push_back(known ? evidence[*column.source] : ColumnEvidence{});
    }
    std::vector<bool> meant(model.slots.size());
    for (const auto& column : match_columns(model, others, contents).columns) {
        if (column.slot) meant[*column.slot] = true;
    }
    return meant;
}

}  // namespace

std::vector<OutputColumn> output_columns(const Model& model, std::span<const TargetColumn> columns,
                                         std::span<const ColumnEvidence> evidence, bool english_names) {
    const std::vector<bool> meant = items_meant_by_others(model, columns, evidence);
    std::vector<OutputColumn> out;
    for (const TargetColumn& column : columns) {
        OutputColumn& made = out.emplace_back();
        made.header = column.header;
        made.always_written = !column.slot || meant[*column.slot];
        if (!column.slot) continue;
        const Slot& slot = model.slots[*column.slot];
        made.path = path_of(slot, column.repetition, english_names);
        made.meaning = meaning_of(slot);
        made.separator = slot.separator;
    }
    return out;
}

}  // namespace daicho
