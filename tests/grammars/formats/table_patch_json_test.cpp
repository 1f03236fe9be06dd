#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/formats/json_table.hpp"
#include "grammars/formats/table_patch.hpp"

using namespace daicho;

namespace {

struct Patched {
    std::string text;
    PatchOutcome outcome;
};

Patched patched(const std::string& table, const std::vector<CellEdit>& edits) {
    Patched made;
    made.outcome = apply_patch_json(table, made.text, edits, "table");
    return made;
}

template <class Call>
std::string refused(const Call& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.en();
    }
    return "";
}

std::string refused_patch(const std::string& operations) {
    return refused([&] { read_patch_json("[" + operations + "]", "p"); });
}

const std::vector<CellEdit> renamed = {{2, "番号", "2", "名", "乙", "丁", false}};

}  // namespace

TEST_CASE("a patch as RFC 6902 is read as it was written") {
    const std::vector<CellEdit> edits = {{1, "番号", "1", "名/称", "甲", "\"乙\"", false},
                                         {1, "番号", "1", "~所", "", "東", false},
                                         {3, "番号", "3", "番号", "3", "4", false}};
    const auto read = read_patch_json(patch_json(edits), "p");
    REQUIRE(read.size() == edits.size());
    for (std::size_t i = 0; i < edits.size(); ++i) {
        CAPTURE(i);
        CHECK(read[i].record == edits[i].record);
        CHECK(read[i].key_field == edits[i].key_field);
        CHECK(read[i].key == edits[i].key);
        CHECK(read[i].field == edits[i].field);
        CHECK(read[i].before == edits[i].before);
        CHECK(read[i].after == edits[i].after);
    }
}

TEST_CASE("operations that a guarded patch does not have are refused by their number") {
    const std::string test = R"({"op":"test","path":"/0/名","value":"甲"})",
                      replace = R"({"op":"replace","path":"/0/名","value":"乙"})";
    CHECK(refused_patch(test + "," + replace).empty());
    CHECK(refused_patch(replace).find("operation 1: it replaces a value without testing") !=
          std::string::npos);
    CHECK(refused_patch(test + "," + test).find("operation 2") != std::string::npos);
    CHECK(refused_patch(test + "," + replace + "," + replace).find("operation 3") != std::string::npos);
    CHECK(refused_patch(R"({"op":"remove","path":"/0/名"})").find("operation 1") != std::string::npos);
    for (const char* path : {"", "/0", "/-/名", "/00/名", "/0/名/所", "/0/~2", "名"}) {
        CAPTURE(path);
        const std::string operation = std::string(R"({"op":"test","value":"甲","path":")") + path + "\"}";
        CHECK(refused_patch(operation).find("operation 1") != std::string::npos);
    }
    CHECK(refused_patch(R"({"op":"test","path":"/0/名","value":1})").find("operation 1") !=
          std::string::npos);
    CHECK(refused([] { read_patch_json("{}", "p"); }).find("not an RFC 6902") != std::string::npos);
}

TEST_CASE("the order of the operations on different records does not matter") {
    const auto edits = read_patch_json(
        R"([{"op":"test","path":"/1/番号","value":"2"},{"op":"test","path":"/0/番号","value":"1"},
            {"op":"test","path":"/1/名","value":"乙"},{"op":"test","path":"/0/名","value":"甲"},
            {"op":"replace","path":"/1/名","value":"丁"},{"op":"replace","path":"/0/名","value":"戊"}])",
        "p");
    REQUIRE(edits.size() == 2);
    CHECK(patched(R"([{"番号":"1","名":"甲"},{"番号":"2","名":"乙"}])", edits).text ==
          R"([{"番号":"1","名":"戊"},{"番号":"2","名":"丁"}])");
}

TEST_CASE("a test without a replacement only asks") {
    const auto edits = read_patch_json(
        R"([{"op":"test","path":"/0/名","value":"甲"},{"op":"test","path":"/0/所","value":"東"},
            {"op":"replace","path":"/0/名","value":"乙"}])",
        "p");
    CHECK(patched(R"([{"名":"甲","所":"東"}])", edits).text == R"([{"名":"乙","所":"東"}])");
    const auto other = patched(R"([{"名":"甲","所":"西"}])", edits);
    CHECK(other.text == R"([{"名":"甲","所":"西"}])");
    CHECK(other.outcome.refused.size() == 2);
}

TEST_CASE("of a JSON table only the text that is meant changes, and the reverse patch restores it") {
    const std::string tables[] = {
        R"([{"番号":"1","名":"甲"},{"番号":"2","名":"乙"}])",
        "\xEF\xBB\xBF[ {\"名\" : \"甲\"}\r\n, {\"名\" :\t\"乙\", \"x\": {\"名\": \"乙\", \"y\": [1, "
        "\"]}\\\"\"]}, "
        "\"番号\": \"2\" }\n]\n\n",
        "{\"番号\":\"1\"}\n{\"番号\":\"2\",\"名\":\"乙\",\"n\":1.50e3}\n",
        "{\"番号\":\"1\"}\r\n\r\n{\"番号\":\"2\",\"n\":null,\"名\":\"乙\"}",
        R"([{}, {"\u756a\u53f7": "2", "\u540d": "\u4e59", "url": "https:\/\/example.jp"}])",
    };
    for (const std::string& table : tables) {
        CAPTURE(table);
        const auto there = patched(table, renamed);
        CHECK(there.outcome.made == 1);
        CHECK(there.text != table);
        CHECK(there.text.size() == table.size());
        const auto again = patched(there.text, renamed);
        CHECK((again.outcome.made == 0 && again.outcome.already == 1 && again.text == there.text));
        CHECK(patched(there.text, reversed(renamed, {false})).text == table);
    }
}

TEST_CASE("values that are no texts, twice there or escaped in their own way are left alone") {
    for (const char* table : {
             R"([{},{"番号":"2","名":null}])",
             R"([{},{"番号":2,"名":"乙"}])",
             R"([{},{"番号":"2"}])",
             R"([{},{"番号":"2","名":"乙","名":"乙"}])",
             R"([{},{"番号":"2","名":"\u4E59"}])",
         }) {
        CAPTURE(table);
        const auto made = patched(table, renamed);
        CHECK(made.text == table);
        REQUIRE(made.outcome.refused.size() == 1);
        CHECK(made.outcome.refused[0].why == RefusedEdit::Why::unwritable);
    }
    CHECK(patched("[]", renamed).outcome.refused.at(0).why == RefusedEdit::Why::no_row);
    CHECK(patched(R"([{},{"番号":"3","名":"乙"}])", renamed).outcome.refused.at(0).why ==
          RefusedEdit::Why::other_row);
}

TEST_CASE("characters beyond the first plane are escaped in pairs where the document does so") {
    const std::vector<CellEdit> edits = {
        {1, "名", "\xF0\xA0\xAE\xB7", "名", "\xF0\xA0\xAE\xB7", "吉\n", false}};
    const std::string table = R"([{"\u540d":"\ud842\udfb7"}])";
    const auto there = patched(table, edits);
    CHECK(there.text == R"([{"\u540d":"\u5409\n"}])");
    CHECK(patched(there.text, reversed(edits, {false})).text == table);
}

TEST_CASE("what is no JSON table is refused with its line") {
    const auto message = [](const std::string& table) {
        return refused([&] { csv_of_json(table, "t.json"); });
    };
    CHECK(message("[{},\n1]").rfind("t.json:2:", 0) == 0);
    CHECK(message("[{}").rfind("t.json:1:", 0) == 0);
    CHECK(message("{}\n[]\n").rfind("t.json:2:", 0) == 0);
    CHECK(message("{}\n{\"a\":\n").rfind("t.json:2:", 0) == 0);
    CHECK(message("a,b\n").rfind("t.json:1:", 0) == 0);
    CHECK(message("[]").empty());
    CHECK(message("").empty());
}

TEST_CASE("a JSON table as CSV has the members of all records, texts in quotation marks") {
    const auto made = csv_of_json("[{\"a\":\"x\\\"y\",\"b\":1},\n\n{\"c\":null,\"a\":[\"z\"]}]", "t");
    CHECK(made.csv == "\"a\",\"b\",\"c\"\n\"x\"\"y\",1,\n\"[\"\"z\"\"]\",,\n");
    CHECK(made.lines == std::vector<std::uint64_t>{1, 3});
}
