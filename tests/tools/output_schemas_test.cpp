#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "grammars/base/os.hpp"
#include "tests/support/schema_check.hpp"

using namespace daicho;
using Json = nlohmann::json;

namespace {

namespace fs = std::filesystem;

const std::string root = DAICHO_SOURCE_DIR;

/// An output that a schema of docs/schemas is of: known by the command and members that no other has.
struct SchemaUse {
    std::string_view schema;
    std::string_view command;  ///< folder of tests/golden; empty: any
    std::vector<std::string> members;
};

const std::vector<SchemaUse>& schema_uses() {
    static const std::vector<SchemaUse> uses{
        {"validate", "validate", {"files"}},
        {"validate-lines", "", {"rule", "message", "file"}},
        {"validate-lines", "", {"path", "summary"}},
        {"validate-lines", "validate", {"path", "error"}},
        {"parse", "parse", {"input"}},
        {"parse-list", "parse", {"kind", "form"}},
        {"lookup", "lookup", {"query"}},
        {"profile", "profile", {"path"}},
        {"transform-report", "transform", {"source"}},
        {"update", "update", {"op"}},
        {"events", "propagate", {"op"}},
        {"actions", "propagate", {"action"}},
        {"diff", "", {"op"}},
        {"baseline", "baseline", {"baseline"}},
        {"baseline", "baseline", {"file", "columns"}},
        {"baseline", "baseline", {"file", "fingerprint"}},
        {"history", "check", {"history"}},
        {"config", "config", {"config"}},
        {"fetch", "fetch", {"folder"}},
        {"match", "match", {"decision"}},
        {"verify-against", "verify", {"corporations"}},
        {"rule", "rules", {"title"}},
        {"review", "fix", {"review"}},
        {"review", "fix", {"decision"}},
        {"models", "models", {"classes"}},
        {"model", "models", {"class"}},
        {"model-diff", "", {"breaking"}},
        {"characters-check", "characters", {"clean"}},
        {"characters-shrink", "characters", {"units"}},
        {"characters-columns", "characters", {"codes"}},
        {"characters-compare", "characters", {"difference"}},
        {"characters-repair", "characters", {"mistakes"}},
        {"characters-detect", "characters", {"verdict"}},
        {"characters-gaiji", "characters", {"sites"}},
        {"characters-record", "characters", {"edit"}},
        {"characters-record", "characters", {"left"}},
        {"characters-record", "characters", {"end"}},
        {"characters-record", "characters", {"record", "tool"}},
    };
    return uses;
}

/// What is JSON and no report: data, and forms with schemas of their own (SARIF, OpenAPI, GeoJSON ...).
bool is_other_json(const std::string& place, const Json& value) {
    static const std::set<std::string_view> data{"convert", "serve"};
    const std::string command = place.substr(0, place.find('/'));
    if (data.contains(command)) return true;
    if (value.contains("op") && value.contains("path")) return true;  // RFC 6902
    for (const char* member : {"$schema", "openapi", "resources", "@context", "geometry"}) {
        if (value.contains(member)) return true;
    }
    static const std::vector<std::string> tables{
        "lookup/column-json",         "models/template/",       "transform/nested-json",    "patch/json/",
        "transform/shipped-map/out/", "rules/explain-of-model", "transform/once-only/out/",
    };
    return std::ranges::any_of(tables, [&](const std::string& table) { return place.starts_with(table); });
}

/// A consumer takes keys that it does not know. Here none may be missing from the schema.
void close(Json& schema) {
    if (!schema.is_object()) return;
    if (schema.contains("properties")) {
        if (!schema.contains("additionalProperties")) schema["additionalProperties"] = false;
        for (auto& [name, one] : schema["properties"].items()) close(one);
    }
    if (schema.contains("$defs")) {
        for (auto& [name, one] : schema["$defs"].items()) close(one);
    }
    for (const char* keyword : {"items", "additionalProperties"}) {
        if (schema.contains(keyword)) close(schema[keyword]);
    }
    if (schema.contains("anyOf")) {
        for (Json& one : schema["anyOf"]) close(one);
    }
}

Json schema_of(const std::string& name) {
    return Json::parse(read_file(root + "/docs/schemas/" + name + ".schema.json"));
}

const SchemaCheck& closed_check(const std::string& name) {
    static std::map<std::string, SchemaCheck> checks;
    const auto found = checks.find(name);
    if (found != checks.end()) return found->second;
    Json schema = schema_of(name);
    close(schema);
    return checks.emplace(name, SchemaCheck(std::move(schema))).first->second;
}

/// The JSON in a text: all of it, or the lines that are objects.
std::vector<Json> documents_in(const std::string& text) {
    std::vector<Json> found;
    const auto add = [&](const Json& one) {
        if (one.is_object()) found.push_back(one);
    };
    const Json whole = Json::parse(text, nullptr, false);
    if (whole.is_array()) {
        for (const Json& one : whole) add(one);
    } else {
        add(whole);
    }
    if (!whole.is_discarded()) return found;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (text[at] == '{') add(Json::parse(text.substr(at, end - at), nullptr, false));
        at = end + 1;
    }
    return found;
}

const SchemaUse* use_of(const std::string& command, const Json& value) {
    for (const SchemaUse& use : schema_uses()) {
        const bool meant = (use.command.empty() || use.command == command) &&
                           std::ranges::all_of(use.members, [&](const std::string& member) {
                               return value.contains(member);
                           });
        if (meant) return &use;
    }
    return nullptr;
}

/// The expected outputs of the golden cases, each with its place below tests/golden.
std::vector<std::string> golden_outputs() {
    std::vector<std::string> places;
    for (const auto& entry : fs::recursive_directory_iterator(root + "/tests/golden")) {
        const std::string place = fs::relative(entry.path(), root + "/tests/golden").string();
        const bool output = place.ends_with("/stdout") || place.find("/out/") != std::string::npos;
        if (entry.is_regular_file() && output) places.push_back(place);
    }
    std::ranges::sort(places);
    return places;
}

}  // namespace

TEST_CASE("every JSON output of the golden cases is as its schema says, and no key is left out") {
    std::map<std::string, int> uses;
    for (const std::string& place : golden_outputs()) {
        for (const Json& value : documents_in(read_file(root + "/tests/golden/" + place))) {
            if (is_other_json(place, value)) continue;
            const SchemaUse* use = use_of(place.substr(0, place.find('/')), value);
            INFO(place << ": " << value.dump().substr(0, 300));
            CHECK(use != nullptr);
            if (use == nullptr) continue;
            CHECK(closed_check(std::string(use->schema)).wrong(value) == "");
            ++uses[std::string(use->schema)];
        }
    }
    for (const SchemaUse& use : schema_uses()) {
        INFO(use.schema);
        if (use.schema != "models") CHECK(uses[std::string(use.schema)] > 0);
    }
}

TEST_CASE("schemas have a version, and their page lists them") {
    const std::string page = read_file(root + "/docs/schemas/README.md");
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(root + "/docs/schemas")) {
        const std::string file = entry.path().filename().string();
        if (!file.ends_with(".schema.json")) continue;
        const std::string name = file.substr(0, file.size() - std::string_view(".schema.json").size());
        INFO(file);
        const auto id = schema_of(name).at("$id").get<std::string>();
        CHECK(id.starts_with("urn:daicho:schema:" + name + ":"));
        CHECK(page.find("[`" + name + "`](" + file + ")") != std::string::npos);
        ++files;
    }
    CHECK(files >= 30);
}

TEST_CASE("the check of a schema finds what is wrong") {
    const Json finding =
        Json::parse(R"({"file":"a.csv","rule":"T250","name":"x","severity":"error","level":null,
        "record":1,"line":2,"column":1,"header":"a","item":null,"span":[0,1],"value":"x","expected":null,
        "repair":null,"message":"m"})");
    const SchemaCheck& check = closed_check("validate-lines");
    CHECK(check.wrong(finding) == "");
    for (const auto& [member, value] : std::map<std::string, Json>{
             {"severity", "fatal"}, {"span", Json::array({1})}, {"record", "1"}, {"surplus", 1}}) {
        Json changed = finding;
        changed[member] = value;
        INFO(member);
        CHECK(check.wrong(changed) != "");
    }
    Json lacking = finding;
    lacking.erase("rule");
    CHECK(check.wrong(lacking) != "");
}
