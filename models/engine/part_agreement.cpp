#include "models/engine/part_agreement.hpp"

#include <algorithm>
#include <string>

#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "models/engine/address_plan.hpp"
#include "models/engine/address_text.hpp"
#include "models/engine/header.hpp"

namespace daicho {

namespace {

std::string_view part_named(const Parts& parts, std::string_view name) {
    const auto at = std::ranges::find(parts, name, &Parts::value_type::first);
    return at == parts.end() ? std::string_view{} : std::string_view{at->second};
}

/// A name of a town without what people leave out or spell in two ways.
std::string town_key(std::string_view town) {
    constexpr std::string_view small_ke[] = {"ヶ", "ヵ", "が", "ガ", "カ"};
    for (const std::string_view front : {"大字", "字"}) {
        if (town.starts_with(front)) town.remove_prefix(front.size());
    }
    std::string key = header_key(town);
    for (const std::string_view letter : small_ke) {
        for (auto at = key.find(letter); at != key.npos; at = key.find(letter, at))
            key.replace(at, letter.size(), "ケ");
    }
    return key;
}

/// 大阪市 for 大阪市中央区, 津幡町 for 河北郡津幡町.
bool is_same_city(std::string_view cell, std::string_view city) {
    return city.ends_with(cell) || cell.ends_with(city) || city.starts_with(cell);
}

/// The runs of digits of a text in narrow notation, with a space behind each.
std::string numbers_of(std::string_view text) {
    std::string numbers;
    const Narrow narrow(text);
    for (const char c : narrow.text()) {
        if (is_ascii_digit(c)) {
            numbers += c;
        } else if (!numbers.empty() && numbers.back() != ' ') {
            numbers += ' ';
        }
    }
    if (!numbers.empty() && numbers.back() != ' ') numbers += ' ';
    return numbers;
}

/// 宝立町宗玄地内 for 宝立町宗玄: a remark stands behind it, no number and no 丁目.
bool is_town_with_remark(std::string_view cell, std::string_view town) {
    const std::string_view rest = cell.starts_with(town) ? cell.substr(town.size()) : cell;
    return rest.size() != cell.size() && numbers_of(rest).empty() && rest.find("丁目") == rest.npos;
}

bool is_code_of(std::string_view cell, const Parts& parts, const ReferenceData* reference) {
    LocatedAddress found;
    found.lg_code = part_named(parts, "localGovernmentCode");
    found.prefecture = part_named(parts, "prefecture");
    found.city_and_county = part_named(parts, "cityAndCounty");
    return code_of_place(cell, found, reference) != CodeOfPlace::other;
}

bool agrees(std::string_view name, std::string_view cell, std::string_view part, const Parts& parts,
            const ReferenceData* reference) {
    if (header_key(cell) == header_key(part)) return true;
    const auto item = find_address_item(name);
    if (!item) return false;
    switch (*item) {
        case AddressItem::lg_code:
            return is_code_of(cell, parts, reference);
        case AddressItem::city_and_county:
            return is_same_city(cell, part);
        case AddressItem::street_address:
            return is_same_town(cell, part) || is_town_with_remark(cell, part);
        case AddressItem::city_block:
            return numbers_of(cell) == numbers_of(part);
        case AddressItem::prefecture:
            return false;
        default:
            return true;  // a building has many names
    }
}

}  // namespace

bool is_same_town(std::string_view cell, std::string_view town) {
    return cell == town || town_key(cell) == town_key(town);
}

std::optional<std::string_view> contradicted_part(const TargetRow& row, const TransformPlan& plan,
                                                  const SplitPlan& split, const Parts& parts,
                                                  const ReferenceData* reference) {
    for (const SplitPlan::Part& part : split.parts) {
        const std::string_view cell = row.cell_of(plan, part.slot);
        const std::string_view told = part_named(parts, part.name);
        if (cell.empty() || told.empty()) continue;
        if (agrees(part.name, cell, told, parts, reference)) continue;
        const bool code = find_address_item(part.name) == AddressItem::lg_code;
        return code ? part_named(parts, "cityAndCounty") : told;  // what the text has for a code
    }
    return std::nullopt;
}

}  // namespace daicho
