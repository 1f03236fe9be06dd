// /v1/normalize, /v1/match, /v1/geocode, /v1/reverse.
#include <string>

#include "tools/server/answer_forms.hpp"
#include "tools/server/body_items.hpp"
#include "tools/server/endpoints/endpoints.hpp"
#include "tools/server/problem.hpp"
#include "tools/server/question.hpp"

namespace daicho {

namespace {

Response answer_one(const Call& call, const Question& question) {
    Response response;
    const bool complete = answer_question(*call.data, call.language, question, response.body);
    close_answer(response.body, *call.data, kind_of_question(question), complete,
                 complete ? "" : "more-exist-or-not-covered");
    return response;
}

Question question_of(const Call& call, std::string_view op) {
    return {.op = op,
            .kind = call.text("kind"),
            .q = call.text("q"),
            .address = call.text("address"),
            .area = call.text("area"),
            .as_of = {},
            .type = call.text("type"),
            .target = call.text("target"),
            .limit = call.number("limit", 6),
            .fields = fields_of(call)};
}

Response answer_normalizing(const Call& call) {
    return answer_one(call, question_of(call, "normalize"));
}

Response answer_normalize_get(const Call& call) {
    if (is_personal(call.text("type"))) {
        throw Refusal{problems::personal_data,
                      {"氏名・電話番号などは URL に残らないよう POST で送ってください。",
                       "send names, telephone numbers and the like by POST, so that no URL has them"},
                      "type"};
    }
    return answer_normalizing(call);
}

Response answer_normalize_post(const Call& call) {
    return answer_with_body(call, answer_normalizing);
}

Response answer_match_get(const Call& call) {
    return answer_one(call, question_of(call, "match"));
}

Response answer_match_post(const Call& call) {
    return answer_with_body(call, answer_match_get);
}

Response answer_geocode_get(const Call& call) {
    return answer_one(call, question_of(call, "geocode"));
}

Response answer_geocode_post(const Call& call) {
    return answer_with_body(call, answer_geocode_get);
}

Response answer_reverse_get(const Call& call) {
    const std::string place = std::string(call.text("lat")).append(" ").append(call.text("lon"));
    Question question = question_of(call, "reverse");
    question.q = place;
    return answer_one(call, question);
}

const std::vector<std::string_view> item_types{"application/json", "application/x-www-form-urlencoded"};

/// A route for GET, and where `body` is given the same for POST.
void add_both(std::vector<Route>& routes, const Route& route, Response (*post)(const Call&),
              std::vector<RouteExample> post_examples) {
    routes.push_back(route);
    Route other = route;
    other.method = Method::post;
    other.answer = post;
    other.cached = false;
    other.body_types = item_types;
    other.examples = std::move(post_examples);
    for (RouteParameter& parameter : other.parameters) parameter.needed = false;
    routes.push_back(std::move(other));
}

const RouteParameter text_parameter{"q", {"文字列", "the text"}, ParameterKind::text, {}, 0, true};
const RouteParameter area_parameter{
    "area", {"住所の市区町村のコード（6桁）", "code of the municipality that the address is of, 6 digits"}};
const RouteParameter target_parameter{"target",
                                      {"住居か地番か", "the register that numbers are of"},
                                      ParameterKind::words,
                                      {"residence", "parcel"}};
const RouteParameter limit_parameter{
    "limit", {"候補の数（既定 6）", "how many candidates (default 6)"}, ParameterKind::number, {}, 50};
const RouteParameter fields_parameter{"fields", {"答えに含める項目", "fields of the item"}};

}  // namespace

void add_text_routes(std::vector<Route>& routes) {
    add_both(
        routes,
        {.pattern = "/v1/normalize",
         .group = "texts",
         .help = {"文字列を値として読み、標準の表記にする", "the standard form of a value"},
         .parameters = {text_parameter,
                        {"type", {"値の種類（既定 address）", "kind of value (default address)"}}},
         .answer = answer_normalize_get,
         .schema = "Normalize",
         .examples = {{"/v1/normalize?type=date&q=%E4%BB%A4%E5%92%8C6%E5%B9%B44%E6%9C%8818%E6%97%A5"},
                      {"/v1/normalize?q=%E6%96%87%E4%BA%AC%E5%8C%BA%E7%99%BD%E5%B1%B11-1-4"},
                      {"/v1/normalize?type=dtae&q=x", 400},
                      {"/v1/normalize?type=phone&q=0352531111", 405}}},
        answer_normalize_post,
        {{"/v1/normalize", 200, R"({"type":"phone","q":"０３－５２５３－１１１１"})", "application/json"},
         {"/v1/normalize", 400, "[1]", "application/json"},
         {"/v1/normalize", 415, "x", "text/plain"}});
    add_both(routes,
             {.pattern = "/v1/match",
              .group = "texts",
              .help = {"どの住所・法人かを決める（決まらないときはその理由）",
                       "which address or corporation a text means, or why that is not decided"},
              .parameters = {text_parameter,
                             {"kind",
                              {"対象（既定 address）", "what (default address)"},
                              ParameterKind::words,
                              {"address", "corporation"}},
                             {"address", {"法人の所在地", "address of the corporation"}},
                             area_parameter,
                             target_parameter,
                             limit_parameter,
                             fields_parameter},
              .answer = answer_match_get,
              .schema = "Match",
              .examples = {{"/v1/match?q=%E6%96%87%E4%BA%AC%E5%8C%BA%E7%99%BD%E5%B1%B1%EF%BC%91%EF%BC%8D1-4"},
                           {"/v1/"
                            "match?kind=corporation&q=%E6%A0%AA%E5%BC%8F%E4%BC%9A%E7%A4%BE%E3%83%88%E3%82%B7%"
                            "E3%82%B1%E3%83%B3&address=%E9%B3%A5%E5%8F%96%E5%B8%82%E6%BB%9D%E5%B1%B1337-4"}}},
             answer_match_post,
             {{"/v1/match", 200, R"({"q":"文京区白山1-1-4"})", "application/json"},
              {"/v1/match", 200, "q=%E6%96%87%E4%BA%AC%E5%8C%BA", "application/x-www-form-urlencoded"}});
    add_both(
        routes,
        {.pattern = "/v1/geocode",
         .group = "texts",
         .help = {"住所の座標。読み替えた段階ごとの理由と、確かさ A・B・C を付ける",
                  "the point of an address, with each step of the reading and its class A, B or C"},
         .parameters = {text_parameter, area_parameter, target_parameter, limit_parameter, fields_parameter},
         .answer = answer_geocode_get,
         .schema = "Geocode",
         .examples = {{"/v1/geocode?q=%E6%96%87%E4%BA%AC%E5%8C%BA%E7%99%BD%E5%B1%B11-1-4"},
                      {"/v1/geocode?q=%E7%99%BD%E5%B1%B1&limit=2"}}},
        answer_geocode_post,
        {{"/v1/geocode", 200, R"({"q":"文京区白山1-1-4","fields":"prefecture,city"})", "application/json"}});
    routes.push_back({.pattern = "/v1/reverse",
                      .group = "texts",
                      .help = {"座標の近くの町字・住居・地番", "town, residence and parcel near a point"},
                      .parameters = {{"lat", {"緯度", "latitude"}, ParameterKind::degrees, {}, 0, true},
                                     {"lon", {"経度", "longitude"}, ParameterKind::degrees, {}, 0, true},
                                     limit_parameter},
                      .answer = answer_reverse_get,
                      .schema = "Reverse",
                      .examples = {{"/v1/reverse?lat=35.715173&lon=139.752243"},
                                   {"/v1/reverse?lat=0&lon=0", 400},
                                   {"/v1/reverse?lat=north&lon=0", 400},
                                   {"/v1/reverse?lat=95&lon=135", 400}}});
}

}  // namespace daicho
