#include <cstdlib>
#include <string>
#include <vector>

#include "grammars/base/short_decimal.hpp"
#include "grammars/values/coordinates.hpp"
#include "registries/embedded/municipality_history.hpp"
#include "registries/lookup/field_names.hpp"
#include "registries/lookup/lookup.hpp"
#include "registries/lookup/town_of_point.hpp"

namespace daicho {

namespace {

/// What stands near the point, beside its town.
struct Reach {
    const char* kind;
    AnswerTerm term;
};
constexpr Reach reaches[] = {
    {"block", {"block", {"街区", "block"}}},
    {"residence", {"residence", {"住居", "residence"}}},
    {"parcel", {"parcel", {"地番", "parcel"}}},
};
constexpr double farthest = 300;
constexpr AnswerTerm town_level{"town", {"町字", "town"}};
constexpr AnswerTerm municipality_level{"municipality", {"市区町村", "municipality"}};

constexpr std::size_t towns_told = 3;
/// Farther away than this a town is not told without a word.
constexpr double remarkable = 3'000;

constexpr AnswerTerm nearest{"nearest", {"最も近い", "nearest"}};
constexpr AnswerTerm inside{"inside", {"境界の中", "inside the outline"}};

constexpr AnswerTerm bases[] = {
    {"outline", {"登記所備付地図の外形", "outline of a land registry map"}},
    {"town-outline", {"町丁・字等の境界", "outline of the town"}},
    {"residence", {"住居の位置", "positions of residences"}},
    {"block", {"街区の位置", "positions of blocks"}},
    {"parcel", {"地番の位置", "positions of lots"}},
    {"municipality-outline",
     {"市区町村の境界と町字の代表点", "outline of the municipality, points of its towns"}},
    {"towns", {"町字の代表点", "representative points of towns"}},
};
constexpr AnswerTerm certainties[] = {
    {"none", {"なし", "nothing"}},
    {"municipality", {"市区町村まで", "municipality"}},
    {"oaza-cho", {"大字・町まで", "oaza or cho"}},
    {"town", {"町字まで", "town"}},
};

constexpr FieldName level{"level", {"種別", "level"}, ShownIn::title};
constexpr FieldName distance{"distance", {"距離（m）", "distance, m"}, ShownIn::column};
constexpr FieldName latitude{"latitude", {"緯度", "latitude"}};
constexpr FieldName longitude{"longitude", {"経度", "longitude"}};
constexpr FieldName town_id{"machiaza_id", {"町字ID", "town id"}};
constexpr FieldName number{"number", {"番号", "number"}, ShownIn::nowhere};
constexpr FieldName table_of_row{"table", {"表", "table"}};
constexpr FieldName key_of_row{"key", {"キー", "key"}, ShownIn::nowhere};
constexpr FieldName basis{"basis", {"位置の根拠", "based on"}};
constexpr FieldName certain{"certain", {"確かな範囲", "certain down to"}};

/// What is known of a town beside a place; null for what is no town.
struct TownWords {
    const AnswerTerm* basis = nullptr;
    const AnswerTerm* certain = nullptr;
};

AnswerRecord record(const AnswerTerm& term, const NamedPlace& found, const std::string& name,
                    const TownWords& town = {}) {
    const auto word = [](const AnswerTerm* one) { return one ? AnswerValue(*one) : AnswerValue(); };
    const NearPlace& place = found.place;
    return {
        {level, term},
        text_field(fields::name, name),
        {distance, AnswerNumber{short_decimal(place.metres, 0)}},
        text_field(fields::lg_code, found.lg_code),
        text_field(town_id, found.machiaza_id),
        text_field(number, town.basis ? std::string_view() : found.number),
        text_field(key_of_row, place.key),
        text_field(table_of_row, place.table),
        {latitude, AnswerNumber{short_decimal(place.latitude, 9)}},
        {longitude, AnswerNumber{short_decimal(place.longitude, 9)}},
        {basis, word(town.basis)},
        {certain, word(town.certain)},
    };
}

bool is_inside(const PointTown& town) {
    return town.basis == PointBasis::outline ||
           (town.basis == PointBasis::town_outline && town.named.place.metres == 0);
}

void add_towns(LookupAnswer& answer, const TownsOfPoint& found) {
    unsigned rank = 0;
    for (const PointTown& town : found.towns) {
        const auto sure = rank == 0 ? found.certainty : PointCertainty::none;
        const TownWords words{&bases[static_cast<std::size_t>(town.basis)],
                              &certainties[static_cast<std::size_t>(sure)]};
        answer.matches.push_back({record(town_level, town.named, town.named.town, words),
                                  is_inside(town) ? inside : nearest, rank++, sure == PointCertainty::town});
    }
}

/// The municipality of an outline as it is today, where it became one.
NamedPlace municipality_of_today(const NearPlace& outline) {
    const MunicipalityHistory& history = MunicipalityHistory::embedded();
    const auto code = history.code_of_today(outline.lg_code);
    const MunicipalityPeriod* today = code.empty() ? nullptr : history.holder(code, {});
    NamedPlace named{.place = outline};
    named.name = today ? full_name(*today) : outline.name;
    named.lg_code = today ? std::string(today->lg_code) : outline.lg_code;
    return named;
}

/// Where no town of it is known, the municipality is the answer.
void add_municipality(LookupAnswer& answer, const TownsOfPoint& found) {
    if (!found.towns.empty() || !found.municipality) return;
    const NamedPlace named = municipality_of_today(*found.municipality);
    const bool around = named.place.metres == 0;
    const auto sure = around ? PointCertainty::municipality : PointCertainty::none;
    const TownWords words{&bases[static_cast<std::size_t>(PointBasis::municipality_outline)],
                          &certainties[static_cast<std::size_t>(sure)]};
    answer.matches.push_back(
        {record(municipality_level, named, named.name, words), around ? inside : nearest, 0, around});
}

void add_note(LookupAnswer& answer, const TownsOfPoint& found) {
    if (found.municipality && found.municipality->metres > 0) {
        const std::string away = short_decimal(found.municipality->metres, 0);
        answer.note_ja = "どの市区町村の境界の中でもありません。" + away + " m 離れた市区町村を示します。";
        answer.note_en =
            "the point lies in the outline of no municipality; one is shown that is " + away + " m away";
        return;
    }
    if (found.towns.empty()) return;
    const NamedPlace& first = found.towns.front().named;
    if (first.ended) {
        answer.note_ja = "台帳の町字は廃止された市区町村のものです。新しい公表データで作り直すと分かります。";
        answer.note_en = "the registry has this town in a municipality that was abolished; load newer towns";
    } else if (first.place.metres > remarkable) {
        const std::string far = short_decimal(first.place.metres / 1000, 1);
        answer.note_ja = "最も近い町字の代表点でも " + far + " km 離れています。地図で確かめてください。";
        answer.note_en = "the nearest representative point of a town is " + far + " km away; check a map";
    } else if (found.certainty != PointCertainty::town &&
               found.towns.front().basis != PointBasis::town_outline) {
        answer.note_ja = "町字の境界は台帳にありません。近い町字を代表点から選びました。";
        answer.note_en = "outlines of towns are not in the registry; the likeliest by their points are shown";
    }
}

void add_nearest(LookupAnswer& answer, const Registry& registry, const PlaceNamer& namer, double north,
                 double east, std::string_view area) {
    for (const Reach& reach : reaches) {
        for (NearPlace& place : nearest_places(registry, reach.kind, north, east, 3, farthest, area)) {
            const auto named = namer.name(std::move(place));
            if (!named) continue;
            const auto rank = static_cast<unsigned>(answer.matches.size());
            answer.matches.push_back({record(reach.term, *named, named->name), nearest, rank});
            break;
        }
    }
}

}  // namespace

std::span<const FieldName> near_columns() {
    static constexpr FieldName columns[] = {fields::name, fields::lg_code, town_id, distance, certain};
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
    const PlaceNamer namer(*context.registry, context.addresses);
    const TownsOfPoint found =
        towns_of_point(*context.registry, namer, north, east, context.area, towns_told);
    add_towns(answer, found);
    add_municipality(answer, found);
    add_note(answer, found);
    add_nearest(answer, *context.registry, namer, north, east, context.area);
    answer.covered = !answer.matches.empty();
    return answer;
}

}  // namespace daicho
