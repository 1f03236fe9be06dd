#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/formats/text_source.hpp"
#include "grammars/workbooks/workbook.hpp"
#include "tests/support/biff_file.hpp"

using namespace daicho;
using namespace biff_file;

namespace {

using Cells = std::vector<std::string>;

std::unique_ptr<Workbook> open(const std::string& bytes) {
    return open_biff_workbook(std::make_unique<MemorySource>(bytes, "t.xls"));
}

/// The rows of a sheet as they are, "A2=text" each cell.
Cells cells(const Workbook& book, std::size_t sheet = 0) {
    Cells all;
    const auto rows = book.rows(sheet);
    for (SheetRow row; rows->next(row);) {
        for (const SheetRow::Cell& cell : row.cells) {
            all.push_back(column_letters(cell.column) + std::to_string(row.number) + "=" +
                          std::string(row.text_of(cell)) + (row.hidden ? " hidden" : ""));
        }
    }
    return all;
}

Cells cells_of(const std::string& records, const std::string& globals = {}) {
    return cells(*open(compound(stream(globals, {{u"S", records}}))));
}

std::string refusal(const std::string& bytes) {
    try {
        const auto book = open(bytes);
        for (std::size_t sheet = 0; sheet < book->sheets().size(); ++sheet) {
            cells(*book, sheet);
            book->merged_cells(sheet);
        }
    } catch (const Error& error) {
        return error.en();
    }
    return {};
}

const std::string formats = record(0x41E, number(164, 2) + text(u"000\\-0000", false)) +
                            record(0xE0, number(0, 20)) +
                            record(0xE0, number(0, 2) + number(14, 2) + number(0, 16)) +
                            record(0xE0, number(0, 2) + number(164, 2) + number(0, 16));

}  // namespace

TEST_CASE("numbers, dates and masks of an old workbook are what people see") {
    CHECK(cells_of(number_cell(0, 0, 35.690628000000004) + number_cell(1, 1, 44187, 1) +
                       number_cell(1, 2, 1234567, 2),
                   formats) == Cells{"A1=35.690628", "B2=2020-12-22", "C2=123-4567"});
    CHECK(cells_of(number_cell(0, 0, 42725, 1), record(0x22, number(1, 2)) + formats) ==
          Cells{"A1=2020-12-22"});
    const auto rk = [](std::uint32_t value) { return record(0x27E, cell(0, 0, 0) + number(value, 4)); };
    CHECK(cells_of(rk((7u << 2) | 2)) == Cells{"A1=7"});
    CHECK(cells_of(rk((static_cast<std::uint32_t>(-5) << 2) | 2)) == Cells{"A1=-5"});
    CHECK(cells_of(rk((1234u << 2) | 3)) == Cells{"A1=12.34"});
    CHECK(cells_of(rk(0x3FF80000)) == Cells{"A1=1.5"});
    CHECK(cells_of(record(0xBD, number(2, 2) + number(1, 2) + number(0, 2) + number((7u << 2) | 2, 4) +
                                    number(0, 2) + number((8u << 2) | 2, 4) + number(2, 2))) ==
          Cells{"B3=7", "C3=8"});
}

TEST_CASE("texts of an old workbook: shared, in the cell, across records, with readings and runs") {
    const std::string rich = number(2, 2) + number(0x0D, 1) + number(1, 2) + number(6, 4) + number(u'東', 2) +
                             number(u'京', 2) + number(0, 4) + "kana  ";
    CHECK(cells_of(string_cell(0, 0, 0) + string_cell(0, 1, 1) + string_cell(0, 2, 2),
                   record(0xFC, number(3, 4) + number(3, 4) + text(u"名称") + text(u"caf\u00E9", false) +
                                    rich)) == Cells{"A1=名称", "B1=café", "C1=東京"});
    // The second part of the text is in one byte a character.
    const std::string first =
        number(1, 4) + number(1, 4) + number(4, 2) + number(1, 1) + number(u'髙', 2) + number(u'\xD842', 2);
    CHECK(cells_of(string_cell(0, 0, 0), record(0xFC, first) +
                                             record(0x3C, number(1, 1) + number(u'\xDFB7', 2)) +
                                             record(0x3C, number(0, 1) + "!")) == Cells{"A1=髙𠮷!"});
    CHECK(cells_of(record(0x204, cell(3, 0, 0) + text(u"文字"))) == Cells{"A4=文字"});
    CHECK(cells_of(record(0x204, cell(0, 0, 0) + text(u"\xD842x\xDFB7"))) == Cells{"A1=\uFFFDx\uFFFD"});
}

TEST_CASE("formulas of an old workbook are their results") {
    const auto formula = [](unsigned row, const std::string& value) {
        return record(0x06, cell(row, 0, 0) + value + number(0, 8));
    };
    const std::string none = number(0, 2);
    CHECK(cells_of(
              formula(0, of_double(2.5)) + formula(1, number(0, 6) + number(0xFFFF, 2)) +
              record(0x4BC, "shared") + record(0x207, text(u"結果")) +
              formula(2, number(1, 1) + number(0, 1) + number(1, 1) + number(0, 3) + number(0xFFFF, 2)) +
              formula(3, number(2, 1) + number(0, 1) + number(0x2A, 1) + number(0, 3) + number(0xFFFF, 2)) +
              formula(4, number(3, 6) + number(0xFFFF, 2))) ==
          Cells{"A1=2.5", "A2=結果", "A3=TRUE", "A4=#N/A"});
    CHECK(cells_of(record(0x205, cell(0, 0, 0) + number(1, 1) + number(0, 1)) +
                   record(0x205, cell(0, 1, 0) + number(7, 1) + number(1, 1))) ==
          Cells{"A1=TRUE", "B1=#DIV/0!"});
}

TEST_CASE("sheets, what is hidden and what is merged in an old workbook") {
    const auto book = open(compound(stream(
        "",
        {{u"表", number_cell(1, 0, 1) + number_cell(0, 0, 2) +
                     record(0x208, number(1, 2) + number(0, 10) + number(0x20, 2)) +
                     record(0x7D, number(1, 2) + number(2, 2) + number(0, 4) + number(1, 2)) +
                     record(0xE5, number(1, 2) + number(0, 2) + number(3, 2) + number(1, 2) + number(2, 2))},
         {u"グラフ", "", 0, 2},
         {u"隠し", number_cell(0, 0, 3), 1}})));
    REQUIRE(book->sheets().size() == 2);
    CHECK(book->sheets()[0].name == "表");
    CHECK_FALSE(book->sheets()[0].hidden);
    CHECK(book->sheets()[1].name == "隠し");
    CHECK(book->sheets()[1].hidden);
    CHECK(cells(*book) == Cells{"A1=2", "A2=1 hidden"});
    CHECK(cells(*book, 1) == Cells{"A1=3"});
    CHECK(book->rows(0)->hidden_columns() == std::vector<bool>{false, true, true});
    const auto merged = book->merged_cells(0);
    REQUIRE(merged.size() == 1);
    CHECK(merged[0].first_row == 1);
    CHECK(merged[0].last_row == 4);
    CHECK(merged[0].first_column == 1);
    CHECK(merged[0].last_column == 2);
}

TEST_CASE("a compound file is read in its small sectors as well, and over many tables") {
    CHECK(cells(*open(compound(stream("", {{u"S", number_cell(0, 0, 1)}}), "Workbook", true))) ==
          Cells{"A1=1"});
    std::string many;
    for (unsigned row = 0; row < 20'000; ++row) many += number_cell(row, 0, row);
    const auto all = cells(*open(compound(stream("", {{u"S", many}}))));
    REQUIRE(all.size() == 20'000);
    CHECK(all.back() == "A20000=19999");
}

TEST_CASE("what cannot be read of an old workbook is said in words") {
    CHECK(refusal(compound("x", "EncryptedPackage")).find("protected by a password") != std::string::npos);
    CHECK(
        refusal(compound(stream(record(0x2F, number(1, 2)), {{u"S", ""}}))).find("protected by a password") !=
        std::string::npos);
    CHECK(refusal(compound(stream("", {{u"S", ""}}, 0x500), "Book")).find("Excel 95") != std::string::npos);
    CHECK(refusal(compound("x", "WordDocument")).find("no Excel workbook") != std::string::npos);
    CHECK(refusal(compound(stream("", {}))).find("no sheets") != std::string::npos);
    CHECK(refusal(compound(stream("", {{u"S", string_cell(0, 0, 0)}}))).find("there is no string 0") !=
          std::string::npos);
    CHECK(refusal(compound(stream("", {{u"S", number_cell(0, 256, 1)}}))).find("column 257") !=
          std::string::npos);
}

TEST_CASE("a damaged old workbook is refused or read, never worse") {
    const std::string whole =
        compound(stream(record(0xFC, number(1, 4) + number(1, 4) + text(u"名称")) + formats,
                        {{u"S", string_cell(0, 0, 0) + number_cell(1, 0, 44187, 1)}}));
    CHECK(refusal(whole).empty());
    for (std::size_t size = 8; size < whole.size(); size += 101) {
        const std::string said = refusal(whole.substr(0, size));
        CHECK((said.empty() || said.starts_with("t.xls")));
    }
    for (std::size_t at = 8; at < whole.size(); at += 7) {
        for (const char byte : {'\0', '\x7F', '\xFF'}) {
            std::string damaged = whole;
            damaged[at] = byte;
            const std::string said = refusal(damaged);
            CHECK((said.empty() || said.starts_with("t.xls")));
        }
    }
    std::string circle = whole;
    circle.replace(circle.size() - 512 + 8, 4,
                   number(2, 4));  // the first sector of the stream leads to itself
    CHECK(refusal(circle).find("damaged") != std::string::npos);
}

TEST_CASE("the content of an old workbook decides, whatever its name says") {
    const std::string bytes = compound(stream(
        record(0xFC, number(2, 4) + number(2, 4) + text(u"名称") + text(u"数")),
        {{u"S", string_cell(0, 0, 0) + string_cell(0, 1, 1) + string_cell(1, 0, 0) + number_cell(1, 1, 5)}}));
    for (const char* name : {"t.xls", "t.xlsx", "t.csv"}) {
        const auto table = read_table(bytes, {}, name);
        CHECK(table->format() == "xls");
        CHECK(table->header() == Cells{"名称", "数"});
        CHECK(table->findings().empty() == (std::string(name) == "t.xls"));
    }
}
