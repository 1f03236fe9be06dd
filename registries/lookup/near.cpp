#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

#include "grammars/values/coordinates.hpp"
#include "registries/lookup/field_names.hpp"
#include "registries/lookup/lookup.hpp"
#include "registries/lookup/nearest_place.hpp"
#include "registries/lookup/town_fields.hpp"
#include "registries/sources/place_key.hpp"

namespace daicho {

namespace {

/// What is looked for, in the order of the answer, and how far away it may be: a town is larger than what
/// stands in it.
struct Reach {
    const char* kind;
    double metres;
    AnswerTerm term;
    /// SQL with the number of what it is within the town: the items of its key are parameters.
    std::string_view number;
};

constexpr Reach reaches[] = {
    {"town", 20'000, {"town", {"町字", "town"}}, {}},
    {"block",
     300,
     {"block", {"街区", "block"}},
     "select blk_num from block where lg_code = ? and machiaza_id = ? and blk_id = ?"},
    {"residence",
     300,
     {"residence", {"住居", "residence"}},
     "select coalesce(blk_num || '-', '') || rsdt_num || coalesce('-' || rsdt_num2, '') from residence where "
     "lg_code = ? "
     "and machiaza_id = ? and blk_id = ? and rsdt_id = ? and rsdt2_id = ?"},
    {"parcel",
     300,
     {"parcel", {"地番", "parcel"}},
     "select prc_num1 || coalesce('-' || prc_num2, '') || coalesce('-' || prc_num3, '') from parcel where "
     "lg_code = ? and "
     "machiaza_id = ? and prc_id = ?"},
};

constexpr AnswerTerm nearest{"nearest", {"最も近い", "nearest"}};

constexpr FieldName level{"level", {"種別", "level"}, ShownIn::title};
constexpr FieldName distance{"distance", {"距離（m）", "distance, m"}, ShownIn::column};
constexpr FieldName latitude{"latitude", {"緯度", "latitude"}};
constexpr FieldName longitude{"longitude", {"経度", "longitude"}};
constexpr FieldName town_id{"machiaza_id", {"町字ID", "town id"}};
constexpr FieldName number{"number", {"番号", "number"}, ShownIn::nowhere};
constexpr FieldName table_of_row{"table", {"表", "table"}};
constexpr FieldName key_of_row{"key", {"キー", "key"}, ShownIn::nowhere};

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

/// Without zeros at the end.
std::string decimal(double value, int digits) {
    char text[40];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    std::string shown = text;
    if (shown.find('.') != shown.npos) {
        shown.erase(shown.find_last_not_of('0') + 1);
        if (shown.back() == '.') shown.pop_back();
    }
    return shown;
}

std::string town_name(const Registry& registry, const std::vector<std::string>& key) {
    if (!registry.has("town")) return {};
    Statement& row = registry.prepared(town_by_key);
    row.bind(0, std::string_view(key[0]));
    row.bind(1, std::string_view(key[1]));
    const std::string name = row.step() ? TownRow(row).name() : std::string();
    row.reset();
    return name;
}

std::string number_of(const Registry& registry, const Reach& reach, const std::vector<std::string>& key) {
    if (reach.number.empty() || !registry.has(reach.kind)) return {};
    Statement& row = registry.prepared(reach.number);
    for (std::size_t i = 0; i < key.size(); ++i) row.bind(static_cast<int>(i), std::string_view(key[i]));
    const std::string text(row.step() ? row.text(0) : std::string_view());
    row.reset();
    return text;
}

/// A place with its name.
struct Named {
    NearPlace place;
    std::string name;
    std::string number;   ///< within the town
    std::string town_id;  ///< of the address base registry
};

Named named(const Registry& registry, const Reach& reach, NearPlace place) {
    if (!place.name.empty()) {
        std::string name = place.name;
        return {std::move(place), std::move(name), {}, {}};
    }
    const auto key = split(place.key);
    std::string own = number_of(registry, reach, key);
    std::string name = town_name(registry, key) + own;
    return {std::move(place), std::move(name), std::move(own), key.size() > 1 ? key[1] : std::string()};
}

/// Several publications may know one place: the nearest is kept.
std::vector<Named> different(const Registry& registry, const Reach& reach, std::vector<NearPlace> places) {
    std::vector<Named> kept;
    std::set<std::string> keys;
    for (NearPlace& place : places) {
        Named one = named(registry, reach, std::move(place));
        if (keys.insert(place_key(one.name)).second) kept.push_back(std::move(one));
    }
    return kept;
}

AnswerRecord record(const Reach& reach, const Named& found) {
    const NearPlace& place = found.place;
    return {
        {level, reach.term},
        text_field(fields::name, found.name),
        {distance, AnswerNumber{decimal(place.metres, 0)}},
        text_field(fields::lg_code, place.lg_code),
        text_field(town_id, found.town_id),
        text_field(number, found.number),
        text_field(key_of_row, place.key),
        text_field(table_of_row, place.table),
        {latitude, AnswerNumber{decimal(place.latitude, 9)}},
        {longitude, AnswerNumber{decimal(place.longitude, 9)}},
    };
}

}  // namespace

std::span<const FieldName> near_columns() {
    static constexpr FieldName columns[] = {fields::name, fields::lg_code, town_id, distance};
    return columns;
}

LookupAnswer look_up_near(std::string_view query, const LookupContext& context) {
    LookupAnswer answer;
    if (!context.registry || !context.registry->has("place")) {
        answer.covered = false;
        answer.note_ja = "位置のある台帳がありません。daicho build で作ってください。";
        answer.note_en = "there is no registry with positions; make one with daicho build";
        return answer;
    }
    const auto place = parse_coordinates(query);
    if (!place) {
        answer.note_ja = "緯度と経度を「35.68 139.73」のように書いてください。";
        answer.note_en = "give latitude and longitude, as in: 35.68 139.73";
        return answer;
    }
    const double north = std::strtod(place->latitude.c_str(), nullptr);
    const double east = std::strtod(place->longitude.c_str(), nullptr);
    unsigned rank = 0;
    for (const Reach& reach : reaches) {
        const bool wide = reach.metres > 1000;
        auto found = different(
            *context.registry, reach,
            nearest_places(*context.registry, reach.kind, north, east, wide ? 10 : 1, reach.metres));
        if (found.size() > 3) found.resize(3);
        for (const Named& one : found) answer.matches.push_back({record(reach, one), nearest, rank++});
    }
    answer.covered = !answer.matches.empty();
    return answer;
}

}  // namespace daicho
