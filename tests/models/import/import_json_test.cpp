#include "models/import/import_json.hpp"

#include <ctime>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/model_language/parse_model.hpp"
#include "models/engine/check_model.hpp"
#include "tests/support/scratch_folder.hpp"

namespace {

struct Imported {
    std::string model, notes;
};

Imported imported(const std::string& json) {
    const daicho::ScratchFolder folder;
    const auto result = daicho::import_json(folder.write("schema.json", json), "example.book");
    Imported out{daicho::print_model(result.model), {}};
    for (const auto& note : result.notes) {
        out.notes += note.place + ": " + note.text.en.substr(0, note.text.en.find(" is nothing")) + "\n";
    }
    daicho::ModelSet models;
    for (const auto& error :
         daicho::check_model(models, models.read(folder.write("model.gifm", out.model)))) {
        FAIL_CHECK(error.en());
    }
    return out;
}

}  // namespace

TEST_CASE("objects of a JSON Schema are classes, properties items, enumerations code lists") {
    const Imported book = imported(
        R"json({"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Book","type":"object",
"required":["isbn","author"],"additionalProperties":false,"anyOf":[{"required":["price"]},{"required":["pages","kind"]}],
"properties":{"isbn":{"type":"string","pattern":"^97[89][0-9]{10}$"},"題名/副題":{"type":["string","null"],"minLength":1},
"author":{"title":"著者","type":"object","properties":{"name":{"type":"string"},"born":{"type":"string","format":"date"}},"required":["name"]},
"tags":{"type":"array","items":{"type":"string","enum":["a","b"]},"maxItems":5},"price":{"type":"number","exclusiveMinimum":0},
"pages":{"type":"integer","exclusiveMinimum":0,"maximum":9999},"lent":{"type":"boolean"},"next":{"$ref":"#"},
"who":{"anyOf":[{"$ref":"#/$defs/P"},{"$ref":"#/$defs/Q~1R"}]},"kind":{"oneOf":[{"const":"x","title":"甲"},{"const":"y"}]},
"code":{"pattern":"a|b"},"look":{"type":"string","pattern":"^(?=x)"},"ext":{
    "$ref" : "other.json#/x"
}
}
, "$defs" : {
    "P" : {"type" : "object", "properties" : {"n" : {"type" : "string"}}}, "Q/R" : {
        "allOf" : [
            {"$ref" : "#/$defs/P"},
            {"properties" : {"m" : {"type" : "string", "format" : "email"}}, "required" : ["m"]}
        ]
    }
}
})json");
    CHECK(book.model == R"json(model example.book {
    source "schema.json";

    class Book "" en "Book" closed {
        isbn : text matches /97[89][0-9]{10}/ 1..1 required;
        題名_副題 "題名/副題" : text 0..1;
        author "著者" : class Book_author 1..1 required;
        tags : code Book_tags 0..5;
        price : decimal 0..1;
        pages : integer range 1..9999 0..1;
        lent : code TrueOrFalse 0..1;
        next : class Book 0..1;
        who : one of P | Q_R 0..1;
        kind : code Book_kind 0..1;
        code : text matches /(?s:.*)(?:a|b)(?s:.*)/ 0..1;
        look : text 0..1;
        ext : text 0..1;
        pattern MP01 { price }
        pattern MP02 { pages kind }
    }

    class P {
        n : text 0..1;
    }

    class Q_R extends P {
        m : email 1..1 required;
    }

    class Book_author "著者" {
        name : text 1..1 required;
        born : date 0..1;
    }

    codes Book_tags closed {
        a "";
        b "";
    }

    codes TrueOrFalse closed {
        true "";
        false "";
    }

    codes Book_kind closed {
        x "甲";
        y "";
    }
}
)json");
    CHECK(book.notes ==
          "Book.題名_副題: minLength\nBook.price: exclusiveMinimum\nBook.look: pattern\nBook.ext: "
          "other.json#/x\n");
}

TEST_CASE("the schemas of an OpenAPI document are classes") {
    const Imported api = imported(
        R"json({"openapi":"3.1.0","components":{"schemas":{"A":{"properties":{"b":{"$ref":"#/components/schemas/B"}}},"B":{"properties":{"c":{"type":"string"}}}}}})json");
    CHECK(api.model.find("b : class B 0..1;") != std::string::npos);
    CHECK(api.notes.empty());
}

TEST_CASE("fields of a Table Schema are items, its keys unique keys and references") {
    const Imported table = imported(
        R"json({"title":"蔵書","fields":[{"name":"isbn","type":"string","constraints":{"required":true,"pattern":"97[89]\\d{10}|x"}},
{"name":"判型 (mm)","title":"判型","type":"integer","constraints":{
    "minimum" : 1, "maximum" : 900}},{"name":"kind","constraints":{"enum":["a","b"]}},
{"name":"on","type":"date","format":"%Y/%m/%d"},{"name":"up","type":"string"},{"name":"where","type":"geopoint"}],
"missingValues":["","-"],"primaryKey":"isbn","foreignKeys":[{"fields":"up","reference":{"resource":"","fields":"isbn"}}]
})json");
    CHECK(table.model == R"json(model example.book {
    source "schema.json";

    class book "蔵書" {
        isbn : text matches /(97[89]\d{10}|x)/ 1..1 required unknown "-";
        判型_mm "判型" : integer range 1..900 0..1 unknown "-" alias "判型 (mm)";
        kind : code book_kind 0..1 unknown "-";
        on : date 0..1 unknown "-";
        up : text 0..1 unknown "-";
        where : text 0..1 unknown "-";
        unique isbn;
        reference up to isbn;
    }

    codes book_kind closed {
        a "";
        b "";
    }
}
)json");
    CHECK(table.notes == "book.on: format\nbook.where: type geopoint\n");
}

TEST_CASE("a resource of codes that others refer to is a code list") {
    const Imported package = imported(
        R"json({"resources":[{"name":"books","title":"本","schema":{"fields":[{"name":"kind","type":"string"}],
"foreignKeys":[{"fields":"kind","reference":{"resource":"kinds","fields":"code"}}]}},
{"name":"kinds","data":[{"code":"1","label":"小説"}],"schema":{"fields":[{"name":"code"}],"primaryKey":"code"}}]})json");
    CHECK(package.model.find("kind : code kinds 0..1;") != std::string::npos);
    CHECK(package.model.find("1 \"小説\";") != std::string::npos);
}

TEST_CASE("JSON that no model can be made of is refused, and circles end") {
    CHECK_THROWS_AS(imported("[1,2]"), daicho::Error);
    CHECK_THROWS_AS(imported(R"json({"a":1})json"), daicho::Error);
    CHECK_THROWS_AS(imported(R"json({"$ref":"#"})json"), daicho::Error);
    CHECK_THROWS_AS(imported(R"json({"allOf":[{"$ref":"#"}]})json"), daicho::Error);
    CHECK_THROWS_AS(imported(R"json({"resources":[{"name":"a"}]})json"), daicho::Error);
    CHECK_THROWS_AS(imported(R"json({"$schema":"x","type":"string"})json"), daicho::Error);
    CHECK_NOTHROW(imported(R"json({"properties":{"a":{"anyOf":[{"$ref":"#/properties/a"}]}}})json"));
    CHECK_NOTHROW(
        imported(R"json({"$defs":{"A":{"allOf":[{"$ref":"#/$defs/A"},{"properties":{"x":{}}}]}}})json"));
}

TEST_CASE("schemas that refer to one another in very many ways are read in time") {
    for (const std::string word : {"allOf", "anyOf"}) {
        std::string definitions = "\"C40\":{\"properties\":{\"x\":{}}}";
        for (int i = 0; i < 40; ++i) {
            const std::string next = "{\"$ref\":\"#/$defs/C" + std::to_string(i + 1) + "\"}";
            definitions += ",\"C" + std::to_string(i) + "\":{\"" + word + "\":[" + next + "," + next +
                           "],\"items\":" + next + ",\"then\":" + next + "}";
        }
        CHECK_NOTHROW(
            imported("{\"properties\":{\"a\":{\"$ref\":\"#/$defs/C0\"}},\"$defs\":{" + definitions + "}}"));
        CHECK_NOTHROW(imported("{\"$ref\":\"#/$defs/C0\",\"$defs\":{" + definitions + "}}"));
    }
}

namespace {

/// Schemas of which each is all of the next one and, where `adds`, a property; the first one last where
/// `backwards`.
std::string chained_schemas(int count, bool adds, bool backwards) {
    std::string text = R"({"$defs":{"C":{"properties":{"a":{"type":"string"}}})";
    for (int i = 0; i < count; ++i) {
        const int at = backwards ? i : count - 1 - i;
        const std::string next = at == 0 ? "C" : "C" + std::to_string(at - 1);
        text += ",\"C" + std::to_string(at) + R"(":{"allOf":[{"$ref":"#/$defs/)" + next +
                R"("},{"required":["a"])";
        if (adds) text += ",\"properties\":{\"p" + std::to_string(at) + R"(":{}})";
        text += "}]}";
    }
    return text + "}}";
}

double seconds_to_import(const std::string& json) {
    const daicho::ScratchFolder folder;
    const std::string path = folder.write("schema.json", json);
    const std::clock_t begin = std::clock();
    daicho::import_json(path, "example.chain");
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("schemas that are chained by allOf take time in proportion to their number") {
    for (const bool adds : {false, true}) {
        for (const bool backwards : {false, true}) {
            CAPTURE(adds, backwards);
            const double few = seconds_to_import(chained_schemas(1000, adds, backwards));
            CHECK(seconds_to_import(chained_schemas(8000, adds, backwards)) < 20 * few + 0.2);
        }
    }
}
