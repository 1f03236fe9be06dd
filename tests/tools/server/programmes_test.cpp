#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/small_service.hpp"

using namespace daicho;
using Json = nlohmann::json;

namespace {

constexpr const char* dataset =
    "制度番号,制度所管組織,タイトル（制度名）,概要,内容,対象者,地域,給付上限額,公募開始日,公募終了日\n"
    "P-001,経済産業省,設備補助金,設備の費用を補助します。,費用の一部です。,中小企業者,全国,10000000,2026-04-"
    "01,2026-06-30\n"
    "P-002,内閣府,再建支援金,再建を支援します。,支援金です。,被災した世帯,172049,3000000,2026-01-10,2028-01-"
    "09\n"
    "P-003,経済産業省,設備補助金,設備の費用を補助します。,費用の一部です。,中小企業者,全国,10000000,2027-04-"
    "01,2027-06-30\n";

SmallService& service() {
    static const ScratchFolder folder;
    static const std::string path = [] {
        std::string made = folder / "r.sqlite";
        build_registry(made, {folder.write("programmes_20260801.csv", dataset)}, {});
        return made;
    }();
    static SmallService made(path);
    return made;
}

std::vector<std::string> found(const std::string& question) {
    const Json answer = Json::parse(service().get("/v1/programmes?" + question).body);
    std::vector<std::string> numbers;
    for (const Json& item : answer["items"]) numbers.push_back(item["id"].get<std::string>());
    return numbers;
}

}  // namespace

TEST_CASE("programmes are asked for by words, place, audience, amount and call") {
    using Numbers = std::vector<std::string>;
    CHECK(found("") == Numbers{"P-002", "P-003", "P-001"});
    CHECK(found("q=" + percent_encoded("再建")) == Numbers{"P-002"});
    CHECK(found("audience=victim") == Numbers{"P-002"});
    CHECK(found("amount=" + percent_encoded("500万円")) == Numbers{"P-003", "P-001"});
    CHECK(found("area=131016") == Numbers{"P-003", "P-001"});
    CHECK(found("open=true&asOf=2026-05-01") == Numbers{"P-002", "P-001"});
    CHECK(found("asOf=2026-08-01") == Numbers{"P-002", "P-003", "P-001"});
    CHECK(found("q=" + percent_encoded("月への旅行")).empty());
}

TEST_CASE("a programme that is over says so, and one that stands twice names the other") {
    const Json one = Json::parse(service().get("/v1/programmes/P-001?asOf=2026-08-01").body);
    CHECK(one["item"]["status"] == "closed");
    const Json both = Json::parse(service().get("/v1/programmes?q=" + percent_encoded("設備")).body);
    CHECK(both["items"][0]["item"]["same_as"] == "P-001");
    CHECK(both["items"][1]["item"]["same_as"] == "P-003");
    CHECK(both["items"][0]["item"]["status"].is_null());
    CHECK(both["items"][1]["item"]["status"] == "closed");  // by the day of the dataset
    CHECK(both["items"][1]["item"]["status_on"] == "2026-08-01");
    CHECK(service().get("/v1/programmes/" + percent_encoded("設備補助金")).status == 404);
}

TEST_CASE("a registry without programmes says that it has none") {
    const Json answer = Json::parse(small_service().get("/v1/programmes").body);
    CHECK(answer["items"].empty());
    CHECK(answer["note"].get<std::string>().find("programmes") != std::string::npos);
}
