// /v1/KIND/ID: one thing by its id.
#include <algorithm>
#include <string>

#include "grammars/text/digits.hpp"
#include "registries/lookup/answer_json.hpp"
#include "tools/server/answer_forms.hpp"
#include "tools/server/endpoints/endpoints.hpp"
#include "tools/server/problem.hpp"

namespace daicho {

namespace {

bool is_digits_of(std::string_view text, std::size_t size) {
    return text.size() == size && std::ranges::all_of(text, is_ascii_digit);
}

/// Whether the text can be an id of the kind: a name is for /v1/search.
bool is_id(const ServedKind& kind, std::string_view id) {
    if (kind.kind == "corporation") return is_digits_of(id, 13);
    if (kind.kind == "town") return is_digits_of(id, 13);
    if (kind.kind == "municipality") return is_digits_of(id, 6) || is_digits_of(id, 5);
    if (kind.kind == "postal-code") return is_digits_of(id, 7);
    if (kind.kind == "code") return id.find(':') != id.npos;
    if (kind.kind == "school") return id.size() >= 4 && id.size() <= 13;
    return true;
}

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
    if (!is_id(kind, call.id)) refuse_absent(kind, call.id, {});
    LookupContext context;
    context.as_of = call.text("asOf");
    context.limit = 100;
    context.fields = fields_of(call);
    LookupAnswer found = call.data->knowledge().look_up(kind.kind, call.id, context);
    // What is like the id, or was repaired, is not it.
    std::erase_if(found.matches, [](const LookupMatch& match) { return !match.sure; });
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
