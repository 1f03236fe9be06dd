// /v1/KIND/ID: one thing by its id.
#include <string>

#include "registries/lookup/answer_json.hpp"
#include "tools/server/answer_forms.hpp"
#include "tools/server/endpoints/endpoints.hpp"
#include "tools/server/problem.hpp"
#include "tools/server/thing.hpp"

namespace daicho {

namespace {

const ServedKind& kind_of_call(const Call& call) {
    std::string_view path = call.route.pattern;
    path.remove_prefix(std::string_view("/v1/").size());
    return *served_kind(path.substr(0, path.find('/')));
}

[[noreturn]] void refuse_absent(const ServedKind& kind, std::string_view id, const LookupAnswer& found) {
    BothTexts detail{found.note_ja, found.note_en};
    if (detail.empty()) {
        detail = {"「" + std::string(id) + "」の" + std::string(kind.name.ja) + "はありません。",
                  "there is no " + std::string(kind.name.en) + " '" + std::string(id) + "'"};
    }
    throw Refusal{found.covered ? problems::not_found : problems::not_covered, std::move(detail)};
}

void write_matches(JsonWriter& json, const ServedKind& kind, const LookupAnswer& found) {
    json.key("item");
    write_item(json, {&kind, &found.matches.front()});
    json.key("others").begin_array();
    for (std::size_t i = 1; i < found.matches.size(); ++i) write_item(json, {&kind, &found.matches[i]});
    json.end_array();
}

Response shaped(const Call& call, const ServedKind& kind, const LookupAnswer& found) {
    const AnswerShape shape = shape_of(call);
    Response response{200, std::string(type_of(shape)), {}, {}};
    if (shape == AnswerShape::csv) {
        std::vector<ListedMatch> listed;
        for (const LookupMatch& match : found.matches) listed.push_back({&kind, &match});
        response.body = csv_of(listed, call.language);
        return response;
    }
    JsonWriter json{response.body};
    if (shape == AnswerShape::geojson) {
        write_feature(json, {&kind, &found.matches.front()});
        response.body.pop_back();
    } else {
        json.begin_object().key("kind").string(kind.kind).key("id").string(call.id);
        json.key("asOf").string_or_null(call.text("asOf"));
        write_matches(json, kind, found);
        json.key("note").string_or_null(found.note(call.language));
    }
    close_answer(response.body, *call.data, &kind, true);
    return response;
}

Response answer_point(const Call& call) {
    const ServedKind& kind = kind_of_call(call);
    LookupContext context;
    context.as_of = call.text("asOf");
    const bool shown = shape_of(call) == AnswerShape::geojson;
    context.fields = fields_of(
        call, shown ? std::vector<std::string>{"latitude", "longitude"} : std::vector<std::string>());
    const LookupAnswer found = find_by_id(*call.data, kind, call.id, context);
    if (found.matches.empty()) refuse_absent(kind, call.id, found);
    return shaped(call, kind, found);
}

const std::vector<RouteParameter> point_parameters{
    {"asOf",
     {"この日の状態（YYYY-MM-DD）。なければ最新", "state of this day, else the newest"},
     ParameterKind::day},
    {"fields",
     {"答えに含める項目（コンマ区切り）。なければ全部",
      "fields of the answer, separated by commas, else all"}},
};

struct PointRow {
    std::string_view pattern;
    Text help;
    std::vector<RouteExample> examples;
};

}  // namespace

void add_point_routes(std::vector<Route>& routes) {
    const PointRow rows[] = {
        {"/v1/addresses/{id}",
         {"住所（町字・街区・住居・地番のID。町字IDの後にハイフンで街区ID・住居ID、または地番ID）",
          "an address by its ids: town, and behind hyphens block and residence, or parcel"},
         {{"/v1/addresses/1310590001001"},
          {"/v1/addresses/1310590001001-001-004"},
          {"/v1/addresses/1310590001001-001-004?format=geojson"},
          {"/v1/addresses/4650540000121-000010000000000"},
          {"/v1/addresses/1310590001001-001-999", 404}}},
        {"/v1/towns/{id}",
         {"町字（全国地方公共団体コード6桁と町字ID7桁）", "a town: municipality code and town id, 13 digits"},
         {{"/v1/towns/1310590001001"},
          {"/v1/towns/1310590001001?format=csv"},
          {"/v1/towns/0000000000000", 404}}},
        {"/v1/corporations/{id}",
         {"法人（法人番号）", "a corporation by its corporate number"},
         {{"/v1/corporations/2270001007750"},
          {"/v1/corporations/2270001007750?fields=name,address"},
          {"/v1/corporations/2270001007750?asOf=2020-06-05"},
          {"/v1/corporations/1234567890123", 404}}},
        {"/v1/municipalities/{id}",
         {"都道府県・市区町村（コード）", "a municipality or prefecture by its code"},
         {{"/v1/municipalities/131016"},
          {"/v1/municipalities/112054?asOf=2000-01-01"},
          {"/v1/municipalities/131016?format=csv&fields=lg_code,name"},
          {"/v1/municipalities/131016?asof=2000-01-01", 400},
          {"/v1/municipalities/999999", 404}}},
        {"/v1/postal-codes/{id}",
         {"郵便番号（7桁）。同じ番号の町域は others に入る",
          "a postal code, 7 digits; other areas that have it are in `others`"},
         {{"/v1/postal-codes/0600042"}, {"/v1/postal-codes/0000000", 404}}},
        {"/v1/characters/{id}",
         {"文字（文字そのもの、U+9AD9、MJ028902 など）", "a character: itself, U+9AD9, MJ028902 ..."},
         {{"/v1/characters/U%2B9AD9"}, {"/v1/characters/%E9%AB%98"}}},
        {"/v1/codes/{id}",
         {"コード（体系:コード）", "a code, as SYSTEM:CODE"},
         {{"/v1/codes/POI:0101"}, {"/v1/codes/none:1", 404}}},
        {"/v1/schools/{id}",
         {"学校（学校コード）", "a school by its code"},
         {{"/v1/schools/B114110000024"}, {"/v1/schools/F101110100010"}, {"/v1/schools/none", 404}}},
        {"/v1/programmes/{id}",
         {"支援制度（制度番号）", "a support programme by its number"},
         {{"/v1/programmes/none", 404}}},
    };
    for (const PointRow& row : rows) {
        routes.push_back({.pattern = row.pattern,
                          .group = "points",
                          .help = row.help,
                          .parameters = point_parameters,
                          .answer = answer_point,
                          .schema = "Point",
                          .examples = row.examples});
    }
}

}  // namespace daicho
