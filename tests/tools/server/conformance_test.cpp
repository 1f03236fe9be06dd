#include <set>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/schema_check.hpp"
#include "tests/support/small_service.hpp"

using namespace daicho;
using Json = nlohmann::json;

namespace {

SmallService& service() {
    return small_service();
}

const Json& document() {
    static const Json parsed = Json::parse(service().get("/openapi.json").body);
    return parsed;
}

Response made(const Json& example, bool post) {
    const auto target = example["target"].get<std::string>();
    if (!post) return service().get(target);
    return service().post(target, example.value("body", ""), example.value("type", ""));
}

/// Makes the requests of the document and checks the answers against its schemas.
void check_operation(const Json& operation, bool post) {
    const SchemaCheck check(document());
    for (const Json& example : operation["x-examples"]) {
        INFO(example.dump());
        const Response response = made(example, post);
        INFO(response.body);
        CHECK(response.status == example["status"].get<unsigned>());
        const Json& responses = operation["responses"];
        const Json& content = responses[response.status == 200 ? "200" : "default"]["content"];
        const std::string type = response.type.substr(0, response.type.find(';'));
        if (response.status != 200) CHECK(type == "application/problem+json");
        if (type == "text/csv" || type == "application/geo+json") continue;  // chosen by a parameter
        if (content.contains("*/*")) continue;
        REQUIRE(content.contains(type));
        if (!content[type].contains("schema") || type == "application/x-ndjson") continue;
        CHECK(check.wrong(Json::parse(response.body), content[type]["schema"]) == "");
    }
}

}  // namespace

TEST_CASE("every example of /openapi.json is answered as the document says") {
    for (const auto& [path, item] : document()["paths"].items()) {
        for (const auto& [method, operation] : item.items()) check_operation(operation, method == "post");
    }
}

TEST_CASE("every route has examples, and every schema that is named is there") {
    for (const Route& route : routes()) {
        INFO(route.pattern);
        CHECK_FALSE(route.examples.empty());
        CHECK_FALSE(route.help.ja.empty());
        CHECK((route.answer != nullptr) != (route.open != nullptr));
        if (!route.schema.empty())
            CHECK(document()["components"]["schemas"].contains(std::string(route.schema)));
    }
}

TEST_CASE("the document is valid OpenAPI in what its readers need") {
    CHECK(document()["openapi"] == "3.1.0");
    std::set<std::string> ids;
    for (const auto& [path, item] : document()["paths"].items()) {
        CHECK(path.starts_with('/'));
        for (const auto& [method, operation] : item.items()) {
            CHECK(ids.insert(operation["operationId"].get<std::string>()).second);
            const bool in_path = path.find("{id}") != path.npos;
            const bool told = !operation["parameters"].empty() && operation["parameters"][0]["in"] == "path";
            CHECK(in_path == told);
        }
    }
}
