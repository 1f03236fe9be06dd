#include "grammars/formats/header_finder.hpp"

#include <catch2/catch.hpp>

#include "grammars/formats/table_reader.hpp"

using namespace daicho;

TEST_CASE("the line of #property names the columns, whatever titles and comments stand above it") {
    const std::string table =
        "#property,名称,所在地,開始時間\n#object_type_xsd,string,string,string\n"
        "施設1,中央公民館,東京都千代田区霞が関1-1-1,09:00\n施設2,西公民館,東京都千代田区霞が関1-1-2,09:00\n"
        "施設3,東公民館,東京都千代田区霞が関1-1-3,09:00\n";
    for (const char* const above : {"", "#license,CC BY\n", "公共施設一覧\n",
                                    "公共施設一覧,,,\n令和6年4月1日現在,,,\n\n#license,CC BY,,\n"}) {
        CAPTURE(above);
        const auto reader = read_table(above + table);
        CHECK(reader->header() == std::vector<std::string>{"#property", "名称", "所在地", "開始時間"});
        std::size_t records = 0;
        for (Batch batch; reader->next(batch);) records += batch.size();
        CHECK(records == 3);
    }
}

TEST_CASE("a header below the line of #property and titles is the header") {
    const auto reader = read_table(
        "公共施設一覧,,\n#property,,\nID,名称,開始時間\n1,中央公民館,09:00\n2,西公民館,09:00\n3,東公民館,09:"
        "00\n");
    CHECK(reader->header() == std::vector<std::string>{"ID", "名称", "開始時間"});
}
