#include "grammars/workbooks/workbook_writer.hpp"

#include <catch2/catch.hpp>

#include <random>

#include "grammars/base/error.hpp"
#include "grammars/formats/output_form.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/formats/text_source.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/workbooks/workbook.hpp"

using namespace daicho;

namespace {

using Records = std::vector<std::vector<std::string>>;

std::string written(const Records& records, std::vector<OutputColumn> columns = {}) {
    std::string bytes;
    const auto writer =
        find_output_form("xlsx")->create(memory_sink(bytes), {"表.xlsx", {}, {}, std::move(columns)});
    for (std::size_t i = 0; i < records.size(); ++i) {
        const std::vector<std::string_view> cells(records[i].begin(), records[i].end());
        i == 0 ? writer->write_header(cells) : writer->write_record(cells);
    }
    writer->finish();
    return bytes;
}

/// The cells of the first sheet.
Records read_back(const std::string& bytes) {
    const auto book = open_ooxml_workbook(std::make_unique<MemorySource>(bytes, "表.xlsx"));
    const auto rows = book->rows(0);
    Records records;
    for (SheetRow row; rows->next(row);) {
        auto& cells = records.emplace_back(row.width());
        for (const auto& cell : row.cells) cells[cell.column] = row.text_of(cell);
    }
    return records;
}

std::vector<std::string> sheet_names(WorkbookWriter& book) {
    std::string bytes;
    const auto sink = memory_sink(bytes);
    book.finish(*sink);
    const auto read = open_ooxml_workbook(std::make_unique<MemorySource>(bytes, "t.xlsx"));
    std::vector<std::string> names;
    for (const SheetInfo& sheet : read->sheets()) names.push_back(sheet.name);
    return names;
}

char32_t any_character(std::mt19937& random) {
    constexpr char32_t favourites[] = {U'_',    U'x',    U'0',          U'A',      U'\n', U'\t',
                                       U' ',    U'=',    U'"',          U'&',      U'<',  U'>',
                                       U'\'',   U'辻',   U'\U000E0100', U'𠮷',     U'😀',  U'\u200B',
                                       U'\x01', U'\x1F', U'\uFFFD',     U'\u3000', U'+',  U'-'};
    if (random() % 3 != 0) return favourites[random() % std::size(favourites)];
    const auto value = static_cast<char32_t>(1 + random() % 0x10FFFF);
    const bool no_text = (value >= 0xD800 && value <= 0xDFFF) || value == U'\r' || (value & 0xFFFE) == 0xFFFE;
    return no_text ? U'無' : value;
}

}  // namespace

TEST_CASE("a workbook holds every text as it is") {
    std::mt19937 random(20261124);
    Records records{{"見出し", "列"}};
    for (int i = 0; i < 2000; ++i) {
        auto& cells = records.emplace_back(2);
        for (std::string& cell : cells) {
            const std::size_t size = 1 + random() % 12;
            while (cell.size() < size) append_utf8(cell, any_character(random));
        }
    }
    for (const char* text : {"0012", "1e5", "=1+1", "2024-04-01", "TRUE", "#N/A", "_x0041_", "_x000D_\n",
                             "  両端 ", "http://example.jp", "1234567890123", "'引用", "@A1", "{=1}"})
        records.push_back({text, "x"});
    CHECK(read_back(written(records)) == records);
}

TEST_CASE("line ends within a cell are those of Excel") {
    CHECK(read_back(written({{"a"}, {"一\r\n二\r三\n四"}})).back().front() == "一\n二\r三\n四");
}

TEST_CASE("the same table is the same bytes") {
    const Records records{{"名称", "値"}, {"甲", "1"}};
    CHECK(written(records) == written(records));
}

TEST_CASE("columns at the end that have neither a name nor a value leave no trace in a workbook") {
    CHECK(written({{"名称", "", "備考", "", ""}, {"甲", "", "x", "", ""}, {"", "", "", "", ""}}) ==
          written({{"名称", "", "備考"}, {"甲", "", "x"}}));
    const Records valued{{"名称"}, {"甲", "", "乙"}};
    CHECK(read_back(written({{"名称", "", ""}, {"甲", "", "乙"}})) == valued);
}

TEST_CASE("numbers are numbers where the column has them and nothing of them is lost") {
    std::vector<OutputColumn> columns{{"緯度", {}, OutputColumn::Meaning::latitude}, {"番号", {}}};
    const Records records{{"緯度", "番号"}, {"35.690628", "0012"}, {"-0.5", "12"},
                          {"35.10", "3"},   {"0123", "4"},         {"1234567890123456789", "5"},
                          {"", "6"},        {"-0", "7"},           {"0.1000000000001", "8"}};
    const std::string bytes = written(records, columns);
    CHECK(read_back(bytes) == records);
}

TEST_CASE("what a sheet cannot hold is refused with the cell") {
    const std::string long_text(32'768, 'a');
    CHECK_THROWS_WITH(written({{"見出し"}, {long_text}}), Catch::Contains("A2"));
    CHECK_THROWS_AS(written({{"見出し"}, {std::string("a\0b", 3)}}), Error);
    CHECK_THROWS_AS(written({std::vector<std::string>(16'385, "x")}), Error);
    CHECK(read_back(written({{"見出し"}, {std::string(32'767, 'a')}})).back().front().size() == 32'767);
}

TEST_CASE("sheets get names that a workbook may have") {
    WorkbookWriter book("t.xlsx");
    book.add_sheet("一覧");
    book.add_sheet("一覧");
    book.add_sheet("a/b:c");
    book.add_sheet("");
    book.add_sheet(std::string(40, 'n'));
    book.add_sheet(std::string(40, 'N'));
    CHECK(sheet_names(book) == std::vector<std::string>{"一覧", "一覧 (2)", "a_b_c", "Sheet",
                                                        std::string(31, 'n'), std::string(27, 'N') + " (2)"});
}
