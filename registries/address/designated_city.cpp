#include "registries/address/designated_city.hpp"

#include <algorithm>
#include <string>

#include "registries/address/place_of_index.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr std::string_view ward_letter = "区";

std::string_view without_kind(std::string_view name) {
    return name.substr(0, name.size() - std::min(name.size(), ward_letter.size()));
}

bool has_own_towns(const IndexView& index, std::uint32_t municipality) {
    const std::uint32_t root = index.town_roots[municipality];
    return index.town_names.children_begin(root) != index.town_names.children_end(root);
}

}  // namespace

bool has_towns(const IndexView& index, std::uint32_t municipality) {
    if (has_own_towns(index, municipality)) return true;
    const MunicipalityRecord& city = index.municipalities[municipality];
    if (city.ward != 0) return false;
    for (std::uint32_t i = 0; i < index.municipalities.size(); ++i) {
        const MunicipalityRecord& other = index.municipalities[i];
        if (other.city == city.city && other.prefecture == city.prefecture && has_own_towns(index, i))
            return true;
    }
    return false;
}

void put_city_of_all(const IndexView& index, AddressAnswer& answer) {
    const AddressPlace place = answer.place;
    const auto& others = answer.alternatives;
    const bool elsewhere = std::ranges::any_of(others, [&](const AddressAlternative& other) {
        return other.equal && (other.place.prefecture != place.prefecture || other.place.city != place.city);
    });
    const bool several = std::ranges::any_of(others, [&](const AddressAlternative& other) {
        return other.equal && other.place.ward != place.ward;
    });
    const bool all = others.size() >= answer.alternatives_in_all;
    if (place.ward.empty() || elsewhere || !several || !all) return;
    for (std::uint32_t i = 0; i < index.municipalities.size(); ++i) {
        const AddressPlace city = municipality_place(index, i);
        if (city.city != place.city || city.prefecture != place.prefecture || !city.ward.empty()) continue;
        answer.alternatives.insert(answer.alternatives.begin(), {place, answer.reason, true});
        ++answer.alternatives_in_all;
        answer.place = city;
        return;
    }
}

AddressReason reason_of_tie(std::uint8_t flags) {
    return (flags & region_old) != 0 ? AddressReason::several_places : AddressReason::several_municipalities;
}

bool is_place_of_today(const AddressPlace& place, std::string_view old_name, std::uint8_t flags) {
    if (place.ward.empty()) return true;
    if ((flags & ward_omitted) != 0)
        return without_kind(without_county(old_name)) == without_kind(place.ward);
    return old_name != std::string(place.city).append(place.ward);
}

std::string_view without_county(std::string_view name) {
    constexpr std::string_view county = "郡";
    const std::size_t at = name.find(county, 1);
    if (at == name.npos || name.ends_with("市") || name.ends_with("区")) return name;
    return name.substr(at + county.size());
}

bool may_lack_town(const AddressPlace& municipality) {
    return municipality.ward.empty() && !municipality.city.ends_with(ward_letter);
}

}  // namespace daicho
