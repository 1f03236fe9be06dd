#include "registries/lookup/place_name.hpp"

#include <algorithm>
#include <vector>

#include "registries/address/area_match.hpp"
#include "registries/embedded/municipality_history.hpp"
#include "registries/lookup/address_fields.hpp"
#include "registries/lookup/town_fields.hpp"

namespace daicho {

namespace {

/// SQL with the number of what it is within the town: the items of its key are parameters.
struct NumberQuery {
    std::string_view kind, sql;
};
constexpr NumberQuery number_queries[] = {
    {"block", "select blk_num from block where lg_code = ? and machiaza_id = ? and blk_id = ?"},
    {"residence",
     "select coalesce(blk_num || '-', '') || rsdt_num || coalesce('-' || rsdt_num2, '') from residence where "
     "lg_code = ? and machiaza_id = ? and blk_id = ? and rsdt_id = ? and rsdt2_id = ?"},
    {"parcel",
     "select prc_num1 || coalesce('-' || prc_num2, '') || coalesce('-' || prc_num3, '') from parcel where "
     "lg_code = ? and machiaza_id = ? and prc_id = ?"},
};

const std::string town_by_key = select_towns("t.lg_code = ?1 and t.machiaza_id = ?2");

std::vector<std::string> split(const std::string& key) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= key.size();) {
        const std::size_t end = std::min(key.find('/', at), key.size());
        parts.push_back(key.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

std::string number_of(const Registry& registry, std::string_view kind, const std::vector<std::string>& key) {
    const auto* query = std::ranges::find(number_queries, kind, &NumberQuery::kind);
    if (query == std::end(number_queries) || !registry.has(kind)) return {};
    Statement& row = registry.prepared(query->sql);
    for (std::size_t i = 0; i < key.size(); ++i) row.bind(static_cast<int>(i), std::string_view(key[i]));
    std::string text(row.step() ? row.text(0) : std::string_view());
    row.reset();
    return text;
}

bool is_of_today(std::string_view lg_code) {
    const MunicipalityPeriod* holder = MunicipalityHistory::embedded().holder(lg_code, {});
    return holder == nullptr || holder->ended.empty();
}

}  // namespace

bool PlaceNamer::name_by_key(NamedPlace& named) const {
    const auto key = split(named.place.key);
    if (key.size() < 2 || !registry_.has("town")) return false;
    Statement& row = registry_.prepared(town_by_key);
    row.bind(0, std::string_view(key[0]));
    row.bind(1, std::string_view(key[1]));
    if (row.step()) {
        const TownRow town(row);
        named.town = town.name();
        named.oaza_cho = town.name_of_oaza_cho();
    }
    row.reset();
    if (named.town.empty()) return false;
    named.lg_code = key[0];
    named.machiaza_id = key[1];
    named.number = number_of(registry_, named.place.kind, key);
    return named.place.kind == "town" || !named.number.empty();
}

void PlaceNamer::name_of_today(NamedPlace& named) const {
    if (matcher_ == nullptr) return;
    const AddressAnswer answer = matcher_->match(named.town);
    if (!is_sure(answer) || answer.place.level < MatchLevel::town) return;
    AddressPlace place = answer.place;
    if (named.number.empty()) named.number = std::string(slice(named.town, answer.spans.numbers));
    place.numbers = {};
    named.town = place_text(place);
    place.chome = place.koaza = {};
    named.oaza_cho = place_text(place);
    named.lg_code = place.lg_code;
    named.machiaza_id = place.machiaza_id;
}

std::optional<NamedPlace> PlaceNamer::name(NearPlace place) const {
    NamedPlace named{.place = std::move(place)};
    if (named.place.name.empty()) {
        if (!name_by_key(named)) return std::nullopt;
        if (!is_of_today(named.lg_code)) name_of_today(named);
    } else {
        named.town = named.place.name;
        named.lg_code = named.place.lg_code;
        name_of_today(named);
    }
    named.name = named.town + named.number;
    named.ended = !is_of_today(named.lg_code);
    return named;
}

}  // namespace daicho
