#include "models/engine/misplaced_parts.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "models/dataset/validate.hpp"
#include "models/rules/rule_ids.hpp"

using namespace daicho;

namespace {

/// The headers that M616 is told of.
std::set<std::string> misplaced(const std::string& name, const std::string& document) {
    static Models models;
    std::set<std::string> headers;
    for (const Finding& one :
         validate(memory_source(document, name), {.model = "Facility"}, models).findings) {
        if (one.rule == rules::misplaced_part) headers.emplace(one.header);
    }
    return headers;
}

}  // namespace

TEST_CASE("a part that the model nests differently is told of JSON and of XML alike") {
    const struct {
        const char *json, *xml;
        std::set<std::string> headers;
    } cases[] = {
        {R"({"名称":["中央公民館","中央会館"]})",
         "<名称>中央公民館</名称><名称>中央会館</名称>",
         {"名称[2]"}},
        {R"({"名称":{"漢字":"北館"}})", "<名称><漢字>北館</漢字></名称>", {"名称_漢字"}},
        {R"({"名称":"北館","施設住所":"東京都"})",
         "<名称>北館</名称><施設住所>東京都</施設住所>",
         {}},  // the whole address in one text
        {R"({"名称":"北館","独自":{"欄":"1"}})", "<名称>北館</名称><独自><欄>1</欄></独自>", {}},
    };
    for (const auto& one : cases) {
        CAPTURE(one.xml);
        CHECK(misplaced("t.json", "[" + std::string(one.json) + R"(,{"名称":"南館"}])") == one.headers);
        CHECK(misplaced("t.xml", "<一覧><施設>" + std::string(one.xml) +
                                     "</施設><施設><名称>南館</名称></施設></一覧>") == one.headers);
    }
}
