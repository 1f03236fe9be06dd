// A thousand corporations of a real table (gBizINFO, Sabae) are matched through the reconciliation service as
// OpenRefine does it: the manifest, batches of ten with the address as a property, a preview, columns to add.

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "grammars/formats/gzip_source.hpp"
#include "grammars/formats/table_reader.hpp"
#include "tests/support/shared_data.hpp"
#include "tests/support/small_service.hpp"

using namespace daicho;
using Json = nlohmann::json;

namespace {

struct Row {
    std::string number, name, address;
};

std::vector<Row> real_table(std::size_t most) {
    InputFile file(shared_data("corporate") + "/gbizinfo/company_18207_sabae.csv.gz");
    const auto table = open_table(std::make_unique<GzipSource>(file, "company_18207_sabae.csv"), {});
    std::vector<Row> rows;
    Batch batch;
    while (table->next(batch)) {
        for (std::size_t i = 0; i < batch.size() && rows.size() < most; ++i) {
            rows.push_back({std::string(batch.cell(i, 0)), std::string(batch.cell(i, 2)),
                            std::string(batch.cell(i, 4))});
        }
    }
    return rows;
}

const std::string& registry_of_fukui() {
    static const ScratchFolder scratch;
    static const std::string path = [] {
        std::string made = scratch / "fukui.sqlite";
        build_registry(made, {shared_data("corporate") + "/zenken-2020/18_fukui_all_2020.csv.gz"}, {});
        return made;
    }();
    return path;
}

/// What OpenRefine does with a service, from the addresses in its manifest.
class Client {
 public:
    explicit Client(SmallService& service) : service_(service) { manifest_ = get("/reconcile"); }

    Json get(const std::string& target) {
        return Json::parse(service_.get(target, {{"host", "127.0.0.1:8642"}}).body);
    }
    Json post(const std::string& field, const Json& value) {
        const Response response = service_.post("/reconcile", field + "=" + percent_encoded(value.dump()),
                                                "application/x-www-form-urlencoded");
        REQUIRE(response.status == 200);
        return Json::parse(response.body);
    }
    Json match(const std::vector<Row>& rows, std::size_t begin, std::size_t end) {
        Json queries = Json::object();
        for (std::size_t i = begin; i < end; ++i) {
            queries["q" + std::to_string(i)] = {
                {"query", rows[i].name},
                {"type", "corporation"},
                {"limit", 5},
                {"properties", {{{"pid", "address"}, {"v", rows[i].address}}}}};
        }
        return post("queries", queries);
    }
    std::string preview(const std::string& id) {
        std::string url = manifest_["preview"]["url"];
        const std::string place = "{{id}}";
        url.replace(url.find(place), place.size(), percent_encoded(id));
        return service_.get(url.substr(url.find("/reconcile"))).body;
    }

 private:
    SmallService& service_;
    Json manifest_;
};

}  // namespace

TEST_CASE("a thousand corporations of a real table are matched as OpenRefine does") {
    SmallService service(registry_of_fukui());
    Client client(service);
    const std::vector<Row> rows = real_table(1000);
    REQUIRE(rows.size() == 1000);
    std::size_t known = 0, matched = 0, first = 0, wrong = 0;
    Json ids = Json::array();
    for (std::size_t begin = 0; begin < rows.size(); begin += 10) {
        const Json answers = client.match(rows, begin, begin + 10);
        REQUIRE(answers.size() == 10);
        for (std::size_t i = begin; i < begin + 10; ++i) {
            const std::string id = "corporation/" + rows[i].number;
            const bool there = service.get("/v1/corporations/" + rows[i].number).status == 200;
            const Json& results = answers["q" + std::to_string(i)]["result"];
            known += there;
            if (results.empty()) continue;
            first += results[0]["id"] == id;
            if (results[0]["match"] != true) continue;
            matched += results[0]["id"] == id;
            wrong += results[0]["id"] != id;
            if (ids.size() < 10) ids.push_back(results[0]["id"]);
            if (results[0]["id"] != id)
                UNSCOPED_INFO(rows[i].name << " " << rows[i].address << " -> " << results[0].dump());
        }
    }
    std::printf("known %zu: first %zu, matched %zu, matched wrongly %zu\n", known, first, matched, wrong);
    CHECK(known >= 950);
    CHECK(first * 100 >= known * 98);
    CHECK(matched * 100 >= known * 96);
    CHECK(wrong == 0);
    const Json extended =
        client.post("extend", {{"ids", ids}, {"properties", {{{"id", "address"}}, {{"id", "status"}}}}});
    for (const Json& id : ids) {
        CHECK_FALSE(extended["rows"][id.get<std::string>()]["address"].empty());
        CHECK(client.preview(id).find(id.get<std::string>().substr(12)) != std::string::npos);
    }
}
