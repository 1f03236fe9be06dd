#include "tools/server/respond.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/small_service.hpp"
#include "tools/server/accepting.hpp"

using namespace daicho;
using Json = nlohmann::json;

namespace {

constexpr std::string_view chiyoda = "/v1/municipalities/131016";

}  // namespace

TEST_CASE("an answer names generation, data date, attribution and whether it is complete") {
    const Json answer = Json::parse(small_service().get(chiyoda).body);
    CHECK(answer["generation"] == small_service().now()->generation());
    CHECK(answer["dataDate"] == "2024-01-01");
    CHECK(answer["attribution"].size() == 1);
    CHECK(answer["complete"] == true);
    CHECK(answer["item"]["name"] == "東京都千代田区");
}

TEST_CASE("what a client has already is not answered again") {
    const Response first = small_service().get(chiyoda);
    const std::string tag = header_of(first, "ETag");
    REQUIRE(tag.starts_with("\"" + small_service().now()->generation()));
    const Response again = small_service().get(chiyoda, {{"if-none-match", "W/\"x\", " + tag}});
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(header_of(again, "ETag") == tag);
    CHECK(small_service().get(chiyoda, {{"if-none-match", "\"x\""}}).status == 200);
}

TEST_CASE("the tag of an answer is that of its query, in whatever order it is written") {
    const auto tag = [](std::string_view target) { return header_of(small_service().get(target), "ETag"); };
    const std::string base(chiyoda);
    CHECK(tag(base + "?fields=name&asOf=2020-01-01") == tag(base + "?asOf=2020-01-01&fields=name"));
    CHECK(tag(base + "?fields=name") != tag(base));
    CHECK(tag(base + "?lang=ja") != tag(base + "?lang=en"));
    CHECK(tag(base + "?fields=n%61me") == tag(base + "?fields=name"));
}

TEST_CASE("an address with the generation never changes, and ends with it") {
    const std::string generation = small_service().now()->generation();
    const Response fixed = small_service().get(std::string(chiyoda) + "?generation=" + generation);
    CHECK(fixed.status == 200);
    CHECK(header_of(fixed, "Cache-Control").find("immutable") != std::string::npos);
    const Response gone = small_service().get(std::string(chiyoda) + "?generation=0123456789abcdef");
    CHECK(gone.status == 410);
    CHECK(Json::parse(gone.body)["code"] == "other-generation");
}

TEST_CASE("wrong parameters are refused with what was probably meant") {
    const auto problem = [](std::string_view target) {
        return Json::parse(small_service().get(target).body);
    };
    const Json unknown = problem("/v1/municipalities/131016?field=name");
    CHECK(unknown["code"] == "unknown-parameter");
    CHECK(unknown["parameter"] == "field");
    CHECK(unknown["detail"] == "there is no parameter 'field'; did you mean 'fields'?");
    CHECK(unknown["messages"]["ja"].get<std::string>().find("「fields」ではありませんか") !=
          std::string::npos);
    CHECK(problem("/v1/municipalities/131016?asOf=2000")["code"] == "bad-value");
    CHECK(problem("/v1/municipalities/131016?format=jsno")["detail"] ==
          "format must be one of json, geojson, csv; did you mean 'json'?");
    CHECK(problem("/v1/municipalities/131016?fields=a&fields=b")["code"] == "bad-value");
    CHECK(problem("/v1/municipality/131016")["detail"] ==
          "there is no such path; did you mean '/v1/municipalities/{id}'?");
    CHECK(problem("/v1/geocode?address=x")["detail"].get<std::string>().starts_with(
        "there is no parameter 'address'; this path takes q, "));
}

TEST_CASE("an unknown path leads to one by what is behind the version, or to the list of them") {
    const auto detail = [](std::string_view target) {
        return Json::parse(small_service().get(target).body)["detail"].get<std::string>();
    };
    CHECK(detail("/v1/foo") == "there is no such path; /openapi.json lists them");
    CHECK(detail("/serch?q=a") == "there is no such path; did you mean '/v1/search'?");
    CHECK(detail("/v1/town/131016/0056001") == "there is no such path; did you mean '/v1/towns/{id}'?");
    CHECK(detail("/v1/reconcile/sugest/entity") ==
          "there is no such path; did you mean '/reconcile/suggest/entity'?");
}

TEST_CASE("a problem speaks the language that is asked for") {
    const auto title = [](std::string_view languages) {
        const Response response =
            small_service().get("/v1/municipalities/999999", {{"accept-language", std::string(languages)}});
        return Json::parse(response.body)["title"].get<std::string>();
    };
    CHECK(title("ja") == "該当するものがありません");
    CHECK(title("en-GB,ja;q=0.5") == "there is no such thing");
    CHECK(title("fr") == "there is no such thing");  // that of the service
}

TEST_CASE("the language that weighs most is taken, gzip only where it is accepted") {
    CHECK(accepted_language("ja,en;q=0.9", Language::en) == Language::ja);
    CHECK(accepted_language("de, en-US;q=0.2", Language::ja) == Language::en);
    CHECK(accepted_language("", Language::ja) == Language::ja);
    CHECK(accepts_gzip("deflate, GZIP;q=0.5"));
    CHECK_FALSE(accepts_gzip("gzip;q=0"));
    CHECK_FALSE(accepts_gzip(""));
}

TEST_CASE("a long answer is compressed where the client takes it, under a tag of its own") {
    const Response plain = small_service().get("/openapi.json");
    const Response packed = small_service().get("/openapi.json", {{"accept-encoding", "gzip"}});
    CHECK(packed.body.starts_with("\x1f\x8b"));
    CHECK(packed.body.size() * 3 < plain.body.size());
    CHECK(header_of(packed, "Content-Encoding") == "gzip");
}

TEST_CASE("methods that a path does not take are named") {
    CHECK(small_service().post(chiyoda, "{}").status == 405);
    Request options;
    options.method = Method::options;
    REQUIRE(read_target(chiyoda, options));
    const Response preflight = respond(small_service(), options);
    CHECK(preflight.status == 204);
    CHECK(header_of(preflight, "Access-Control-Allow-Methods") == "OPTIONS, GET");
    CHECK(header_of(preflight, "Access-Control-Allow-Origin") == "*");
}

TEST_CASE("before the registry is open the service lives and is not ready") {
    Service fresh({.knowledge = {.registry = served_registry()}}, names_of_routes());
    const auto status = [&](std::string_view target) {
        Request request;
        REQUIRE(read_target(target, request));
        return respond(fresh, request);
    };
    CHECK(status("/healthz").status == 200);
    const Response busy = status("/readyz");
    CHECK(busy.status == 503);
    CHECK(header_of(busy, "Retry-After") == "1");
    CHECK(status(chiyoda).status == 503);
    fresh.open();
    CHECK(status("/readyz").status == 200);
    CHECK(status(chiyoda).status == 200);
}
