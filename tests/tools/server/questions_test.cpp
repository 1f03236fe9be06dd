#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "registries/lookup/suggest.hpp"
#include "tests/support/small_service.hpp"

using namespace daicho;
using Json = nlohmann::json;

namespace {

Json answer(const std::string& path, const std::vector<std::pair<std::string, std::string>>& items) {
    std::string target = path;
    for (const auto& [name, value] : items)
        target += (&value == &items.front().second ? "?" : "&") + name + "=" + percent_encoded(value);
    return Json::parse(small_service().get(target).body);
}

std::vector<Json> lines_of(const std::string& text) {
    std::vector<Json> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        lines.push_back(Json::parse(text.substr(at, end - at)));
        at = end + 1;
    }
    return lines;
}

}  // namespace

TEST_CASE("letters that are typed become kana, as far as they are syllables") {
    const std::pair<std::string_view, std::string_view> rows[] = {{"chiyoda", "チヨダ"},
                                                                  {"chiyod", "チヨ"},
                                                                  {"ch", ""},
                                                                  {"ちyo", "チヨ"},
                                                                  {"tokyo", "トキョ"},
                                                                  {"sinnjuku", "シンジュク"},
                                                                  {"shinjuku", "シンジュク"},
                                                                  {"nippon", "ニッポ"},
                                                                  {"honna", "ホンナ"},
                                                                  {"shimbashi", "シンバシ"},
                                                                  {"hatcho", "ハッチョ"},
                                                                  {"ﾁﾖ", "チヨ"},
                                                                  {"千", ""},
                                                                  {"kon", "コ"},
                                                                  {"konn", "コン"}};
    for (const auto& [typed, kana] : rows) {
        INFO(typed);
        CHECK(kana_typed(typed) == kana);
    }
}

TEST_CASE("one and two characters, kana and Latin letters are suggested for") {
    const auto first = [](const std::string& q, const std::string& kind) {
        const Json items = answer("/v1/suggest", {{"q", q}, {"kind", kind}})["items"];
        return items.empty() ? std::string() : items[0]["text"].get<std::string>();
    };
    CHECK(first("白", "town") == "東京都文京区白山１丁目");
    CHECK(first("白山", "town") == "東京都文京区白山１丁目");
    CHECK(first("文京区白", "town") == "東京都文京区白山１丁目");
    CHECK(first("はくさ", "town") == "東京都文京区白山１丁目");
    CHECK(first("hakus", "town") == "東京都文京区白山１丁目");
    for (const std::string q : {"ト", "トシ", "toshi", "とし"}) {
        INFO(q);
        const Json items =
            answer("/v1/suggest", {{"q", q}, {"kind", "corporation"}, {"limit", "20"}})["items"];
        CHECK(items.dump().find("2270001007750") != std::string::npos);
    }
    CHECK(first("060004", "postal-code").starts_with("0600042"));
    CHECK(first("横浜市立", "school").starts_with("横浜市立"));
    const Json suggested = answer("/v1/suggest", {{"q", "chiyod"}, {"kind", "municipality"}});
    for (const Json& item : suggested["items"])
        CHECK(item["text"].get<std::string>().find("千代田") != std::string::npos);
}

TEST_CASE("pages of a search follow each other, have one total and end") {
    std::vector<std::string> ids;
    std::string cursor;
    for (int page = 0; page < 10; ++page) {
        std::vector<std::pair<std::string, std::string>> items{
            {"q", "白山"}, {"kind", "town"}, {"limit", "2"}, {"fields", "name"}};
        if (!cursor.empty()) items.emplace_back("cursor", cursor);
        const Json found = answer("/v1/search", items);
        CHECK(found["total"] == 5);
        for (const Json& item : found["items"]) ids.push_back(item["id"]);
        if (found["next"].is_null()) break;
        cursor = found["next"];
    }
    CHECK(ids == std::vector<std::string>{"1310590001001", "1310590001002", "1310590001003", "1310590001004",
                                          "1310590001005"});
}

TEST_CASE("a cursor of an earlier generation is refused, a forged one too") {
    const auto code = [](const std::string& cursor) {
        return answer("/v1/search", {{"q", "白山"}, {"kind", "town"}, {"cursor", cursor}})["code"];
    };
    CHECK(code(base64url("0123456789abcdef.2")) == "other-generation");
    CHECK(code("!") == "bad-value");
    CHECK(code(base64url("nothing")) == "bad-value");
}

TEST_CASE("geocoding tells class, id, point and each step") {
    const Json found = answer("/v1/geocode", {{"q", "文京区白山１－１－４"}});
    CHECK(found["class"] == "B");
    CHECK(found["id"] == "1310590001001-001-004");
    CHECK(found["latitude"] == 35.715173);
    CHECK(found["steps"].size() == 2);
    CHECK(found["steps"][1]["code"] == "chome-read");
    const Json again =
        Json::parse(small_service().get("/v1/addresses/" + found["id"].get<std::string>()).body);
    CHECK(again["item"]["latitude"] == found["latitude"]);
    CHECK(answer("/v1/geocode", {{"q", "どこでもない"}})["level"] == "none");
    CHECK(answer("/v1/geocode", {{"q", std::string(2000, 'x')}})["code"] == "bad-value");
}

TEST_CASE("values about persons are taken by POST only") {
    for (const std::string type : {"person-name", "phone", "email", "individual-number"}) {
        INFO(type);
        CHECK(answer("/v1/normalize", {{"type", type}, {"q", "x"}})["code"] == "personal-data");
        const Response posted =
            small_service().post("/v1/normalize", Json{{"type", type}, {"q", "x"}}.dump());
        CHECK(posted.status == 200);
    }
    const Response secret =
        small_service().post("/v1/normalize", R"({"type":"individual-number","q":"123456789018"})");
    CHECK(secret.body.find("123456789018") == std::string::npos);
}

TEST_CASE("a batch keeps the order and the ids of its lines, wherever its parts are cut") {
    std::string body;
    for (int i = 0; i < 50; ++i) {
        body += i % 3 == 0 ? "131016\n"
                           : "{\"id\":" + std::to_string(i) +
                                 ",\"op\":\"get\",\"kind\":\"town\",\"q\":\"1310590001001\"}\r\n";
    }
    body += "{broken\n\xFF\n{\"id\":\"x\",\"q\":\"999999\"}";
    const std::string whole =
        small_service().post("/v1/batch?kind=municipality", body, "application/x-ndjson").body;
    const std::vector<Json> lines = lines_of(whole);
    REQUIRE(lines.size() == 54);
    for (std::size_t i = 0; i < 50; ++i) {
        CHECK(lines[i]["for"] == (i % 3 == 0 ? Json("131016") : Json(i)));
        CHECK(lines[i]["status"] == "found");
    }
    CHECK(lines[50]["error"]["code"] == "bad-body");
    CHECK(lines[51]["error"]["code"] == "bad-body");
    CHECK(lines[52]["status"] == "not-found");
    CHECK(lines[52]["for"] == "x");
    CHECK(lines[53]["lines"] == 53);

    Request request;
    request.method = Method::post;
    REQUIRE(read_target("/v1/batch?kind=municipality", request));
    for (const std::size_t size : {1u, 7u, 64u, 1000u}) {
        Plan plan = plan_answer(small_service(), request);
        Response head;
        const auto stream = open_stream(small_service(), request, plan, head);
        REQUIRE(stream);
        std::string out;
        for (std::size_t at = 0; at < body.size(); at += size)
            stream->take(std::string_view(body).substr(at, size), out);
        stream->finish(out);
        CHECK(out == whole);
    }
}

TEST_CASE("the feed of changes goes on where it was, and begins anew where it cannot") {
    std::size_t after = 0;
    std::string at;
    std::vector<std::size_t> sequences;
    for (int page = 0; page < 10; ++page) {
        std::vector<std::pair<std::string, std::string>> items{{"limit", "6"},
                                                               {"after", std::to_string(after)}};
        if (!at.empty()) items.emplace_back("at", at);
        const Json feed = answer("/v1/changes", items);
        CHECK(feed["reset"] == false);
        for (const Json& change : feed["changes"]) {
            sequences.push_back(change["sequence"]);
            CHECK_FALSE(change["states"].empty());
        }
        after = feed["next"];
        at = feed["nextAt"];
        if (!feed["more"].get<bool>()) break;
    }
    CHECK(sequences.size() == answer("/v1/changes", {{"limit", "1"}})["last"]);
    for (std::size_t i = 0; i < sequences.size(); ++i) CHECK(sequences[i] == i + 1);
    CHECK(answer("/v1/changes", {{"after", "9999"}})["reset"] == true);
    CHECK(answer("/v1/changes", {{"after", "2"}, {"at", "1999-01-01/1"}})["reset"] == true);
}

TEST_CASE("a table or a record is checked and rewritten, and no client names files of the machine") {
    const Json checked =
        Json::parse(small_service()
                        .post("/v1/validate?model=Facility", "名称,連絡先電話番号\n本庁,5253\n", "text/csv")
                        .body);
    CHECK(checked["files"][0]["findings"][0]["rule"] == "T262");
    const Json nested =
        Json::parse(small_service()
                        .post("/v1/validate?model=Facility", R"([{"名称":"本庁","連絡先電話番号":"5253"}])")
                        .body);
    CHECK(nested["files"][0]["findings"][0]["rule"] == "T262");
    const Response made =
        small_service().post("/v1/transform?model=Facility&to=csv",
                             "名称,連絡先電話番号\n本庁,０３－５２５３－５１１１\n", "text/csv");
    CHECK(made.body.find("(03)5253-5111") != std::string::npos);
    for (const std::string path : {"..%2Fx.gifm", "x.gifm", "%2Fetc%2Fpasswd", "x.gift"}) {
        INFO(path);
        CHECK(small_service().post("/v1/validate?model=" + path, "a\n1\n", "text/csv").status == 400);
        CHECK(small_service().post("/v1/validate?map=" + path, "a\n1\n", "text/csv").status == 400);
    }
}
