#include <catch2/catch.hpp>
#include <string>

#include "grammars/base/error.hpp"
#include "grammars/model_language/parse_model.hpp"

namespace {

std::string error_of(const std::string& statement, bool japanese = false) {
    try {
        daicho::parse_transform("transform t to A {\n    " + statement + "\n}\n", "a.gift");
    } catch (const daicho::Error& error) {
        return japanese ? error.ja() : error.en();
    }
    return "no error";
}

}  // namespace

TEST_CASE("a mistake in a pivot is shown with its line, column and a caret") {
    CHECK(error_of("pivot \"昼間\" \"夜間\" <- \"種別\" \"電話番号\" bye \"ID\";") ==
          "a.gift:2:36: unknown word 'bye'; did you mean 'by'?\n"
          "      pivot \"昼間\" \"夜間\" <- \"種別\" \"電話番号\" bye \"ID\";\n" +
              std::string(47, ' ') + "^");
    CHECK(error_of("pivot \"昼間\" \"夜間\" <- \"種別\";", true) ==
          "a.gift:2:28: 値の列の見出しを引用符で囲んで書いてください。\n"
          "      pivot \"昼間\" \"夜間\" <- \"種別\";\n" +
              std::string(35, ' ') + "^");
}

TEST_CASE("what is missing in a pivot is told in words an author knows") {
    struct Mistake {
        std::string statement, message;
    };
    const Mistake mistakes[] = {
        {"pivot -> a;", "2:11: expected a text in quotes"},
        {"pivot \"a\" -> \"b\";",
         "2:14: expected '<-', the header of the column with the names and that of the values"},
        {"pivot \"a\" <- ;",
         "2:17: expected '<-', the header of the column with the names and that of the values"},
        {"pivot \"a\" <- \"b\" \"c\";", "2:25: expected 'by' and the columns whose values make records one"},
        {"pivot \"a\" <- \"b\" \"c\" by;", "2:28: expected the header of a column in quotes after 'by'"},
        {"pivot \"a\" <- \"b\" \"c\" by \"d\"",
         "2:32: expected another header or ';' after the columns of 'by'"},
        {"pivt \"a\" <- \"b\" \"c\" by \"d\";", "2:9: expected '<-' after the item"},
    };
    for (const auto& mistake : mistakes) {
        INFO(mistake.statement);
        const std::string error = error_of(mistake.statement);
        CHECK(error.substr(0, error.find('\n')) == "a.gift:" + mistake.message);
    }
}

TEST_CASE("an item may be called pivot") {
    const auto tree = daicho::parse_transform("transform t to A { pivot <- [a]; }", "a.gift");
    CHECK(tree.pivots.empty());
    REQUIRE(tree.assignments.size() == 1);
    CHECK(tree.assignments.front().target.text == "pivot");
}

TEST_CASE("the parts of a pivot know their places") {
    const auto tree = daicho::parse_transform(
        "transform t to A {\npivot \"a\" \"b\" <- \"c\" \"d\" by \"e\";\n}", "a.gift");
    REQUIRE(tree.pivots.size() == 1);
    const auto& pivot = tree.pivots.front();
    CHECK(pivot.where.begin == 19);
    REQUIRE(pivot.names.size() == 2);
    CHECK(pivot.names[1].text == "b");
    CHECK(pivot.names[1].where.begin == 29);
    CHECK(pivot.names[1].where.end == 32);
    CHECK(pivot.key.where.begin == 36);
    CHECK(pivot.value.where.begin == 40);
    REQUIRE(pivot.groups.size() == 1);
    CHECK(pivot.groups[0].where.begin == 47);
}
