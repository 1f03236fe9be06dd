#include "grammars/formats/csv_cell.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/formats/table_column.hpp"

using namespace daicho;

TEST_CASE("a cell of CSV has quotation marks where it needs them, or where they are asked for") {
    CHECK(csv_cell("甲") == "甲");
    CHECK(csv_cell("") == "");
    CHECK(csv_cell("甲,乙") == "\"甲,乙\"");
    CHECK(csv_cell("甲\t乙") == "甲\t乙");
    CHECK(csv_cell("甲\t乙", '\t') == "\"甲\t乙\"");
    CHECK(csv_cell("甲,乙", '\t') == "甲,乙");
    CHECK(csv_cell("a\"b\nc") == "\"a\"\"b\nc\"");
    CHECK(csv_cell("甲", ',', true) == "\"甲\"");
    std::string line = "a,";
    append_csv_cell(line, "b\rc");
    CHECK(line == "a,\"b\rc\"");
}

TEST_CASE("what ends a cell is seen wherever it stands") {
    for (std::size_t size = 1; size <= 20; ++size) {
        const std::string plain(size, '\xE5');
        CHECK(csv_cell(plain) == plain);
        for (std::size_t at = 0; at < size; ++at) {
            for (const char mark : {',', '\n', '\r'}) {
                std::string text = plain;
                text[at] = mark;
                CHECK(csv_cell(text) == '"' + text + '"');
            }
        }
    }
}

TEST_CASE("a column that is not there is refused with those that are") {
    const auto table = read_table("番号,名\n1,甲\n");
    CHECK(column_of(*table, "名", "t.csv") == 1);
    try {
        column_of(*table, "名称", "t.csv");
        FAIL("the column was found");
    } catch (const Error& error) {
        CHECK(error.en() == "t.csv: there is no column '名称'; the headers are: 番号, 名");
    }
}
