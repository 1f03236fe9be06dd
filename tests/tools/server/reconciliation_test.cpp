#include <map>
#include <string>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "grammars/base/os.hpp"
#include "tests/support/schema_check.hpp"
#include "tests/support/small_service.hpp"

using namespace daicho;
using Json = nlohmann::json;

namespace {

/// A schema of W3C, with what it refers to put into its place.
SchemaCheck w3c(const std::string& name) {
    const std::string folder = std::string(DAICHO_SOURCE_DIR) + "/tests/data/reconciliation/";
    std::string text = Json::parse(read_file(folder + name + ".json")).dump();
    const std::string reference = R"("$ref":"type.json")";
    const auto inside = [&](std::string schema) {
        for (std::size_t at = 0; (at = schema.find(reference)) != std::string::npos;)
            schema.replace(at, reference.size(), R"("$ref":"#/$defs/type")");
        return Json::parse(schema);
    };
    Json whole = inside(text);
    whole["$defs"]["type"] = inside(Json::parse(read_file(folder + "type.json")).dump());
    return SchemaCheck(whole);
}

Json answered(const std::string& target) {
    const Response response = small_service().get(target, {{"host", "127.0.0.1:8642"}});
    CHECK(response.status == 200);
    CHECK(header_of(response, "Access-Control-Allow-Origin") == "*");
    return Json::parse(response.body);
}

/// As OpenRefine posts its batches.
Json posted(const std::string& field, const Json& value) {
    const Response response = small_service().post("/reconcile", field + "=" + percent_encoded(value.dump()),
                                                   "application/x-www-form-urlencoded");
    CHECK(response.status == 200);
    return Json::parse(response.body);
}

/// The path of an address that the manifest gives, with its text put in.
std::string path_of(const Json& service, const std::string& text) {
    return service["service_path"].get<std::string>() + "?prefix=" + percent_encoded(text);
}

const std::map<std::string, std::string> corporations{
    {"株式会社トシケン", "2270001007750"},
    {"有限会社こかね", "2270002005836"},
    {"（一財）米子市勤労者福祉サービスセンター", "2270005003787"},
    {"㈱徳田商店", "3270001000481"},
    {"(有)ナカオ", "3270002001611"}};

}  // namespace

TEST_CASE("the manifest is one of version 0.2 and leads back to the service") {
    const Json manifest = answered("/reconcile");
    CHECK(w3c("manifest").wrong(manifest) == "");
    CHECK(manifest["suggest"]["entity"]["service_url"] == "http://127.0.0.1:8642");
    CHECK(manifest["preview"]["url"] == "http://127.0.0.1:8642/reconcile/preview?id={{id}}");
}

TEST_CASE("a client as OpenRefine is matches corporations in batches and extends them") {
    Json queries = Json::object();
    std::map<std::string, std::string> expected;
    for (const auto& [name, number] : corporations) {
        const std::string key = "q" + std::to_string(queries.size());
        queries[key] = {{"query", name},
                        {"type", "corporation"},
                        {"type_strict", "should"},
                        {"limit", 3},
                        {"properties", {{{"pid", "address"}, {"v", "鳥取県"}}}}};
        expected[key] = "corporation/" + number;
    }
    const Json batch = posted("queries", queries);
    CHECK(w3c("reconciliation-result-batch").wrong(batch) == "");
    REQUIRE(batch.size() == queries.size());
    Json ids = Json::array();
    for (const auto& [key, id] : expected) {
        INFO(queries[key].dump());
        REQUIRE_FALSE(batch[key]["result"].empty());
        const Json& best = batch[key]["result"][0];
        CHECK(best["id"] == id);
        CHECK(best["score"] <= 100);
        ids.push_back(best["id"]);
    }
    const Json rows =
        posted("extend",
               {{"ids", ids}, {"properties", {{{"id", "address"}}, {{"id", "status"}}, {{"id", "none"}}}}});
    CHECK(w3c("data-extension-response").wrong(rows) == "");
    for (const Json& id : ids) {
        const Json& row = rows["rows"][id.get<std::string>()];
        CHECK(row["address"][0]["str"].get<std::string>().starts_with("鳥取県"));
        CHECK(row["none"].empty());
    }
}

TEST_CASE("municipalities, schools and addresses are matched as well, and what is nowhere is not") {
    const Json batch = posted("queries", {{"a", {{"query", "千代田区"}, {"type", "municipality"}}},
                                          {"b", {{"query", "横浜市立旭小学校"}, {"type", "school"}}},
                                          {"c", {{"query", "文京区白山1-1-4"}, {"type", {"address"}}}},
                                          {"d\"\n", {{"query", "架空の会社"}}}});
    CHECK(w3c("reconciliation-result-batch").wrong(batch) == "");
    CHECK(batch["a"]["result"][0]["id"] == "municipality/131016");
    CHECK(batch["a"]["result"][0]["match"] == true);
    CHECK(batch["b"]["result"][0]["id"] == "school/B114210020019");
    CHECK(batch["c"]["result"][0]["id"] == "address/1310590001001");
    CHECK(batch["d\"\n"]["result"].empty());
}

TEST_CASE("entities, properties and types are suggested where the manifest says") {
    const Json suggest = answered("/reconcile")["suggest"];
    const Json entities = answered(path_of(suggest["entity"], "トシ"));
    CHECK(w3c("suggest-entities-response").wrong(entities) == "");
    CHECK(entities.dump().find("\"corporation/2270001007750\"") != std::string::npos);
    const Json properties = answered(path_of(suggest["property"], "addr"));
    CHECK(w3c("suggest-properties-response").wrong(properties) == "");
    CHECK(properties["result"][0]["id"] == "address");
    const Json types = answered(path_of(suggest["type"], "corp"));
    CHECK(w3c("suggest-types-response").wrong(types) == "");
    CHECK(types["result"].size() == 1);
    const Json proposal = answered("/reconcile/properties?type=school&limit=10");
    CHECK(w3c("data-extension-property-proposal").wrong(proposal) == "");
    CHECK(proposal["type"] == "school");
}

TEST_CASE("a preview is a page on which nothing runs") {
    const Response page = small_service().get("/reconcile/preview?id=corporation%2F2270001007750");
    CHECK(page.status == 200);
    CHECK(page.body.find("2270001007750") != std::string::npos);
    CHECK(page.body.find("<script") == std::string::npos);
    CHECK(header_of(page, "Content-Security-Policy").starts_with("default-src 'none'"));
    CHECK(small_service().get("/reconcile/preview?id=%3Cscript%3E").status == 404);
}
