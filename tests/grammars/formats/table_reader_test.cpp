#include "grammars/formats/table_reader.hpp"

#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "grammars/base/error.hpp"
#include "grammars/formats/rule_ids.hpp"

using namespace daicho;
using namespace std::string_literals;

namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Table {
    std::vector<std::string> header;
    Rows rows;
    std::vector<Finding> findings;  ///< those of the batches, then those of the file
    Dialect dialect;
    std::uint64_t header_line = 0;
};

Table read(const std::string& bytes, const ReadOptions& options = {}) {
    const auto reader = read_table(bytes, options);
    Table table;
    Batch batch;
    while (reader->next(batch)) {
        for (std::size_t r = 0; r < batch.size(); ++r) {
            auto& row = table.rows.emplace_back();
            for (std::size_t c = 0; c < batch.width(r); ++c) row.emplace_back(batch.cell(r, c));
        }
        table.findings.insert(table.findings.end(), batch.findings().begin(), batch.findings().end());
    }
    table.findings.insert(table.findings.end(), reader->findings().begin(), reader->findings().end());
    table.header = reader->header();
    table.dialect = reader->text()->dialect();
    table.header_line = reader->header_place().line;
    return table;
}

const Finding* find(const Table& table, RuleId rule) {
    for (const auto& finding : table.findings) {
        if (finding.rule == rule) return &finding;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("a plain table is read cell by cell") {
    const auto table = read("名称,数\n市役所,1\n図書館,2\n");
    CHECK(table.header == std::vector<std::string>{"名称", "数"});
    CHECK(table.rows == Rows{{"市役所", "1"}, {"図書館", "2"}});
    CHECK(table.findings.empty());
    CHECK(table.dialect.encoding == Encoding::utf8);
}

TEST_CASE("quoted cells lose their quotes, and doubled ones become one") {
    const auto table = read("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"two\nlines\",\"\"\n");
    CHECK(table.rows == Rows{{"x,y", "say \"hi\""}, {"two\nlines", ""}});
}

TEST_CASE("records and physical lines are both known") {
    const auto reader = read_table("a,b\n\"1\n2\",x\n\"3\r\n4\",y\nz,z\n");
    Batch batch;
    REQUIRE(reader->next(batch));
    REQUIRE(batch.size() == 3);
    CHECK(batch.line(0) == 2);
    CHECK(batch.line(1) == 4);
    CHECK(batch.line(2) == 6);
    CHECK(batch.record_number(2) == 3);
    CHECK(batch.raw(1).text == "\"3\r\n4\",y\n");
}

TEST_CASE("every kind of line end is understood and counted") {
    CHECK(read("a,b\r\n1,2\r\n").dialect.newline == Newline::crlf);
    CHECK(read("a,b\r1,2\r").dialect.newline == Newline::cr);
    CHECK(read("a,b").dialect.newline == Newline::none);
    const auto mixed = read("a,b\r\n1,2\n3,4\r5,6");
    CHECK(mixed.rows == Rows{{"1", "2"}, {"3", "4"}, {"5", "6"}});
    CHECK(mixed.dialect.newline == Newline::mixed);
    REQUIRE(find(mixed, rules::mixed_line_ends));
    CHECK(find(mixed, rules::mixed_line_ends)->detail == "LF 1, CRLF 1, CR 1");
    CHECK(find(mixed, rules::no_final_newline)->place.line == 4);
}

TEST_CASE("lines that end within cells, the header's too, are not mixed with the ends of records") {
    const auto table = read("a,\"b\nB\"\r\n1,\"2\n3\"\r\n");
    CHECK_FALSE(find(table, rules::mixed_line_ends));
    CHECK(table.dialect.newline == Newline::mixed);
    CHECK(find(read("a,\"b\nB\"\r\n1,2\n"), rules::mixed_line_ends)->detail == "LF 1, CRLF 1");
}

TEST_CASE("an unclosed quote costs its own record and no other") {
    const auto table = read("a,b,c\n1,x,y\n2,\"broken,y\n3,x,y\n4,\"fine\",y\n");
    CHECK(table.rows == Rows{{"1", "x", "y"}, {"2", "\"broken", "y"}, {"3", "x", "y"}, {"4", "fine", "y"}});
    const auto* finding = find(table, rules::unclosed_quote);
    REQUIRE(finding);
    CHECK(finding->record == 2);
    CHECK(finding->place.line == 3);
    CHECK(finding->column == 2);
    CHECK(finding->span == Span{0, 1});
}

TEST_CASE("an unclosed quote at the end of the file does not swallow what follows") {
    const auto table = read("a,b\n1,\"x\n2,y\n3,z\n");
    CHECK(table.rows == Rows{{"1", "\"x"}, {"2", "y"}, {"3", "z"}});
    REQUIRE(find(table, rules::unclosed_quote));
}

TEST_CASE("an unclosed quote in every record is found in every record") {
    std::string text = "a,b,c\n";
    for (int i = 0; i < 100; ++i) text += "1,\"x,z\n";
    const auto table = read(text);
    REQUIRE(table.rows.size() == 100);
    CHECK(table.rows[42] == std::vector<std::string>{"1", "\"x", "z"});
    CHECK(table.findings.size() == 100);
    CHECK(table.findings[42].rule == rules::unclosed_quote);
}

TEST_CASE("lines that fit nowhere behind a broken quote are skipped and named") {
    const auto table = read("a,b,c\n1,x,y\n2,\"broken\nrest\nmore,y\n3,x,y\n4,x,y\n");
    REQUIRE(table.rows.size() == 4);
    CHECK(table.rows[2] == std::vector<std::string>{"3", "x", "y"});
    const auto* skipped = find(table, rules::skipped_lines);
    REQUIRE(skipped);
    CHECK(skipped->detail == "4-5");
}

TEST_CASE("a stray quote stays in the text and is shown") {
    const auto table = read("a,b\n1,5\" pipe\n2,\"x\"y\n3,\"he said \"hi\" there\"\n");
    CHECK(table.rows == Rows{{"1", "5\" pipe"}, {"2", "xy"}, {"3", "he said \"hi\" there"}});
    REQUIRE(table.findings.size() >= 3);
    CHECK(table.findings[0].rule == rules::stray_quote);
    CHECK(table.findings[0].span == Span{1, 2});
    CHECK(table.findings[1].span == Span{1, 2});
    CHECK(table.findings[1].value == "xy");
    CHECK(table.findings[2].span == Span{8, 9});
}

TEST_CASE("ragged and blank records are reported with their numbers") {
    const auto table = read("a,b,c\n1,2,3\n1,2\n\n1,2,3,4\n,,\n");
    REQUIRE(table.findings.size() == 4);
    CHECK(table.findings[0].rule == rules::ragged_record);
    CHECK(table.findings[0].value == "2");
    CHECK(table.findings[0].detail == "3");
    CHECK(table.findings[1].rule == rules::blank_record);
    CHECK(table.findings[1].record == 3);
    CHECK(table.findings[2].value == "4");
    CHECK(table.findings[3].rule == rules::blank_record);
    CHECK(table.findings[3].place.line == 6);
}

TEST_CASE("control characters are reported where they are") {
    const auto table = read(
        "a,b\nx,1\x07"
        "2\ny,\"p\"\"\0q\"\n"s);
    const auto* bell = find(table, rules::control_in_file);
    REQUIRE(bell);
    CHECK(bell->record == 1);
    CHECK(bell->column == 2);
    CHECK(bell->span == Span{1, 2});
    CHECK(bell->detail == "U+0007");
    REQUIRE(table.findings.size() == 2);
    CHECK(table.findings[1].record == 2);
    CHECK(table.findings[1].span == Span{2, 3});
    CHECK(table.findings[1].detail == "U+0000");
}

TEST_CASE("the header is found below titles, comments and blank lines") {
    const auto table = read("避難所一覧,,\n,,\n# 2024年版,,\n名称,緯度,経度\nA,35.1,139.1\nB,35.2,139.2\n");
    CHECK(table.header == std::vector<std::string>{"名称", "緯度", "経度"});
    CHECK(table.header_line == 4);
    CHECK(table.rows.size() == 2);
    CHECK(find(table, rules::text_above_header)->detail == "3");
}

TEST_CASE("lines between the header and the first record that are no data are told") {
    const auto table = read("名称,緯度,経度\n# 2024年版,,\nA,35.1,139.1\nB,35.2,139.2\n");
    CHECK(table.rows.size() == 2);
    REQUIRE(find(table, rules::lines_below_header));
    CHECK(find(table, rules::lines_below_header)->value == "# 2024年版");
    CHECK(find(table, rules::lines_below_header)->detail == "1");
    CHECK_FALSE(find(read("名称,緯度\nA,35.1\nB,35.2\n"), rules::lines_below_header));
}

TEST_CASE("a table without a header numbers its columns") {
    const auto table = read("01101,060,ホッカイドウ\n01101,061,サッポロ\n");
    CHECK(table.header == std::vector<std::string>{"1", "2", "3"});
    CHECK(table.header_line == 0);
    CHECK(find(table, rules::no_header));
    CHECK(table.rows.size() == 2);
}

TEST_CASE("the caller can say which record is the header") {
    ReadOptions options;
    options.header_row = 2;
    const auto table = read("x,y\na,b\n1,2\n", options);
    CHECK(table.header == std::vector<std::string>{"a", "b"});
    CHECK(table.header_line == 2);
    options.header_row = 0;
    CHECK(read("a,b\n1,2\n", options).rows.size() == 2);
}

TEST_CASE("delimiters are found by consistency") {
    CHECK(read("a\tb\n1,5\t2\n3\t4\n").rows == Rows{{"1,5", "2"}, {"3", "4"}});
    CHECK(read("a;b\n1,5;2\n3;4\n").dialect.delimiter == ';');
    CHECK(read("a|b\n1|2\n").dialect.delimiter == '|');
    CHECK(read("名称\nA\nB\n").dialect.delimiter == ',');
}

TEST_CASE("duplicate and blank headers are reported with their columns") {
    const auto table = read("a,,a,\n1,2,3,\n");
    CHECK(find(table, rules::duplicate_header)->column == 3);
    CHECK(find(table, rules::duplicate_header)->detail == "1");
    CHECK(find(table, rules::blank_header)->column == 2);
    CHECK(find(table, rules::trailing_columns)->column == 4);
}

TEST_CASE("an empty file is a finding and not an error") {
    const auto table = read("");
    CHECK(table.rows.empty());
    CHECK(find(table, rules::empty_file));
    CHECK(find(read("\xEF\xBB\xBF"), rules::empty_file));
}

TEST_CASE("a file of bytes without a record is a finding, whatever else it has") {
    for (const char* text : {"名称,住所\n", "名称\n", "\n\n", "名称,住所\n,\n\n"}) {
        INFO(text);
        CHECK(find(read(text), rules::empty_file));
    }
    CHECK_FALSE(find(read("名称,住所\n市役所,本町\n"), rules::empty_file));
}

TEST_CASE("a page or JSON under the name of a CSV file is refused as what it is") {
    for (const char* text : {"<!DOCTYPE html>\n<html><body>404</body></html>\n", "\n<html lang=\"ja\">\n",
                             "[{\"名称\": \"市役所\"}]\n", "{\"error\": \"not found\"}\n"}) {
        INFO(text);
        CHECK_THROWS_AS(read_table(text, {}, "shelters.csv"), Error);
    }
    CHECK_NOTHROW(read_table("<名称>,住所\n市役所,本町\n", {}, "shelters.csv"));
    CHECK_NOTHROW(read_table("{名称},[住所]\n市役所,本町\n", {}, "shelters.csv"));
}

TEST_CASE("a byte that is no character is named with line and offset") {
    try {
        read("a,b\n市,1\n\x83,2\n\xFF\xFF,3\n");
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.en().find("byte 0x83 on line 3 (byte 11 of the file)") != std::string::npos);
        CHECK(error.hint() == ErrorHint::input_encoding);
    }
}

TEST_CASE("with the encoding given, broken bytes are findings and the rest is read") {
    ReadOptions options;
    options.encoding = Encoding::utf8;
    const auto table = read("a,b\n市\x83役,1\n2,3\n", options);
    CHECK(table.rows[0][0] == "市\xEF\xBF\xBD役");
    const auto* finding = find(table, rules::invalid_bytes);
    REQUIRE(finding);
    CHECK(finding->record == 1);
    CHECK(finding->column == 1);
    CHECK(finding->span == Span{3, 6});
    CHECK(finding->value == "0x83");
}

TEST_CASE("broken bytes, controls and quotes are told wherever they stand: title row, header or record") {
    const std::string table =
        "避難所一覧,,\n\n名称,所在地,備考\n本庁,千代田区霞が関,なし\n支所,丸の内,あり\n";
    const struct {
        const char* damage;
        RuleId rule;
        RuleId in_header;
    } cases[] = {
        {"\xFF", rules::invalid_bytes, rules::invalid_bytes},
        {"\xE9 \xE0", rules::invalid_bytes, rules::invalid_bytes},
        {"\x01", rules::control_in_file, rules::odd_header},
        {"x\"", rules::stray_quote, rules::stray_quote},
    };
    const struct {
        const char* before;
        std::uint64_t line, record;
        std::uint32_t column;
    } places[] = {
        {"一覧", 1, 0, 1}, {"所在地", 3, 0, 2}, {"備考", 3, 0, 3}, {"霞が関", 4, 1, 2}, {"あり", 5, 2, 3}};
    for (const auto& [damage, in_record, in_header] : cases) {
        for (const auto& place : places) {
            std::string damaged = table;
            damaged.insert(damaged.find(place.before), damage);
            INFO(damaged);
            const auto result = read(damaged);
            REQUIRE(result.header_line == 3);
            const auto* finding = find(result, place.line == 3 ? in_header : in_record);
            REQUIRE(finding);
            CHECK(finding->place.line == place.line);
            CHECK(finding->record == place.record);
            CHECK(finding->column == place.column);
        }
    }
}

TEST_CASE("cells and records of any size are read") {
    const std::string big(300000, 'x');
    const auto table = read("a,b\n1,\"" + big + "\"\n2," + big + "\n");
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0][1] == big);
    CHECK(table.rows[1][1] == big);
    std::string wide;
    for (int i = 0; i < 2500; ++i) wide += "c" + std::to_string(i) + ",";
    wide += "end\n";
    CHECK(read(wide + wide).header.size() == 2501);
}

TEST_CASE("what spans the limit of a batch is read as anything else") {
    std::string text = "id,名称\r\n";
    const int count = 60000;
    for (int i = 0; i < count; ++i) text += std::to_string(i) + ",\"第" + std::to_string(i) + "\n号\"\r\n";
    const auto table = read(text);
    REQUIRE(table.rows.size() == count);
    for (int i = 0; i < count; ++i) {
        REQUIRE(table.rows[i][0] == std::to_string(i));
        REQUIRE(table.rows[i][1] == "第" + std::to_string(i) + "\n号");
    }
}
