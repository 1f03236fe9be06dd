#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/base/record_place.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/formats/text_source.hpp"
#include "grammars/workbooks/workbook.hpp"
#include "tests/support/packed_file.hpp"

using namespace daicho;

namespace {

using Cells = std::vector<std::string>;

/// A file with these tables (what stands in <office:spreadsheet>).
std::string file(const std::string& tables, const std::string& styles = {},
                 const std::string& manifest = {}) {
    const std::string content =
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
        "xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" "
        "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"><office:"
        "automatic-styles>" +
        styles + "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
        "</office:spreadsheet></office:body></office:document-content>";
    std::vector<packed::Member> members{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", false},
                                        {"content.xml", content}};
    if (!manifest.empty()) members.push_back({"META-INF/manifest.xml", manifest});
    return packed::zip(members);
}

std::string table(const std::string& rows, const std::string& attributes = "table:name=\"表\"") {
    return "<table:table " + attributes + ">" + rows + "</table:table>";
}

std::string row(const std::string& cells) {
    return "<table:table-row>" + cells + "</table:table-row>";
}

std::string text(const std::string& shown) {
    return "<table:table-cell office:value-type=\"string\"><text:p>" + shown + "</text:p></table:table-cell>";
}

std::string cell(const std::string& attributes, const std::string& shown) {
    return "<table:table-cell " + attributes + "><text:p>" + shown + "</text:p></table:table-cell>";
}

std::unique_ptr<Workbook> open(const std::string& bytes) {
    return open_ods_workbook(std::make_unique<MemorySource>(bytes, "t.ods"));
}

/// "A2=text" of each cell.
Cells cells_of(const std::string& rows, const std::string& styles = {}) {
    const auto book = open(file(table(rows), styles));
    Cells all;
    const auto read = book->rows(0);
    for (SheetRow one; read->next(one);) {
        for (const SheetRow::Cell& at : one.cells) {
            all.push_back(column_letters(at.column) + std::to_string(one.number) + "=" +
                          std::string(one.text_of(at)) + (one.hidden ? " hidden" : "") +
                          (at.note == CellNote::none ? "" : " !"));
        }
    }
    return all;
}

}  // namespace

TEST_CASE("a few bytes that stand for a table of any size are refused") {
    const std::string wide =
        "<table:table-cell office:value-type=\"string\" "
        "table:number-columns-repeated=\"16384\"><text:p>" +
        std::string(10'000, 'x') + "</text:p></table:table-cell>";
    CHECK_THROWS_WITH(cells_of(row(wide)), Catch::Contains("over and over"));
    const std::string tall = "<table:table-row table:number-rows-repeated=\"1000000\">" +
                             text(std::string(10'000, 'x')) + "</table:table-row>";
    CHECK_THROWS_WITH(cells_of(tall), Catch::Contains("over and over"));
}

TEST_CASE("values of an OpenDocument spreadsheet are what people see") {
    CHECK(cells_of(row(
              cell("office:value-type=\"float\" office:value=\"35.690628000000004\"", "35.69") +
              cell("office:value-type=\"float\" office:value=\"600001\"", "060-0001") +
              cell("office:value-type=\"float\" office:value=\"12\"", "0012") +
              cell("office:value-type=\"float\" office:value=\"1234\"", "1,234 ") +
              cell("office:value-type=\"float\" office:value=\"3\"", "3 ") +
              cell("office:value-type=\"percentage\" office:value=\"0.125\"", "13%") +
              cell("office:value-type=\"currency\" office:currency=\"JPY\" office:value=\"500\"", "¥500"))) ==
          Cells{"A1=35.690628", "B1=060-0001", "C1=0012", "D1=1234", "E1=3", "F1=12.5%", "G1=500"});
    CHECK(cells_of(
              row(cell("office:value-type=\"date\" office:date-value=\"2020-12-22\"", "令和2年12月22日") +
                  cell("office:value-type=\"date\" office:date-value=\"2020-12-22T09:00:00\"", "12/22 9:00") +
                  cell("office:value-type=\"time\" office:time-value=\"PT09H05M00S\"", "9:05") +
                  cell("office:value-type=\"time\" office:time-value=\"PT33H00M30S\"", "33:00:30") +
                  cell("office:value-type=\"boolean\" office:boolean-value=\"true\"", "TRUE") +
                  cell("office:value-type=\"string\" calcext:value-type=\"error\"", "#N/A"))) ==
          Cells{"A1=2020-12-22", "B1=2020-12-22T09:00", "C1=09:05", "D1=33:00:30", "E1=TRUE", "F1=#N/A !"});
}

TEST_CASE("texts of an OpenDocument spreadsheet: lines, spaces, runs, without notes and readings") {
    CHECK(cells_of(row("<table:table-cell><office:annotation><text:p>メモ</text:p></"
                       "office:annotation><text:p>一<text:span>行</text:span>"
                       "<text:s "
                       "text:c=\"2\"/>目<text:tab/>x</text:p><text:p><text:ruby><text:ruby-base>東京</"
                       "text:ruby-base><text:ruby-text>とうきょう"
                       "</text:ruby-text></text:ruby></text:p></table:table-cell>")) ==
          Cells{"A1=一行  目\tx\n東京"});
    CHECK(cells_of(row("<table:table-cell table:formula=\"of:=1\"/>" + text("a"))) == Cells{"A1= !", "B1=a"});
}

TEST_CASE("a text is read with what its format shows around it, of the cell, the row or the column") {
    const std::string styles =
        "<style:style style:name=\"in\" style:family=\"table-cell\" style:data-style-name=\"n1\"/>"
        "<style:style style:name=\"persons\" style:family=\"table-cell\" style:data-style-name=\"n2\"/>"
        "<style:style style:name=\"child\" style:family=\"table-cell\" style:parent-style-name=\"in\"/>"
        "<style:style style:name=\"wide\" style:family=\"table-cell\" style:data-style-name=\"n3\"/>"
        "<style:style style:name=\"plain\" style:family=\"table-cell\"/>"
        "<number:text-style style:name=\"n1\"><number:text>山口</number:text><number:text>県</number:text>"
        "<number:text-content/></number:text-style>"
        "<number:text-style "
        "style:name=\"n2\"><number:text-content/><number:text>様</number:text></number:text-style>"
        "<number:text-style style:name=\"n3\"><number:text> "
        "</number:text><number:text-content/></number:text-style>";
    const auto styled = [](const std::string& style, const std::string& shown) {
        return cell("office:value-type=\"string\" table:style-name=\"" + style + "\"", shown);
    };
    CHECK(cells_of(row(styled("in", "下関市") + styled("persons", "甲") + styled("wide", "乙") +
                       styled("child", "") +
                       cell("office:value-type=\"float\" office:value=\"3\" table:style-name=\"in\"", "3")),
                   styles) == Cells{"A1=山口県下関市", "B1=甲様", "C1=乙", "E1=3"});
    CHECK(cells_of(
              row(styled("in", "山口県周南市") +
                  cell("office:value-type=\"string\" office:string-value=\"防府市\" table:style-name=\"in\"",
                       "山口県防府市")),
              styles) == Cells{"A1=山口県周南市", "B1=山口県防府市"});
    CHECK(
        cells_of(
            "<table:table-column table:default-cell-style-name=\"in\" table:number-columns-repeated=\"3\"/>" +
                row(text("宇部市") + styled("plain", "萩市") + styled("child", "光市")) +
                "<table:table-row table:default-cell-style-name=\"persons\">" + text("丙") +
                "</table:table-row>",
            styles) == Cells{"A1=山口県宇部市", "B1=萩市", "C1=山口県光市", "A2=丙様"});
}

TEST_CASE("rows and cells that come again stand where they stand") {
    CHECK(cells_of(row("<table:table-cell table:number-columns-repeated=\"2\"/>" + text("c")) +
                   "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>" +
                   "<table:table-row table:number-rows-repeated=\"2\" table:visibility=\"collapse\">" +
                   "<table:table-cell office:value-type=\"float\" office:value=\"1\" "
                   "table:number-columns-repeated=\"2\"/></table:table-row>" +
                   row(text("z")) +
                   "<table:table-row table:number-rows-repeated=\"1048569\"><table:table-cell "
                   "table:number-columns-repeated=\"16384\"/></table:table-row>") ==
          Cells{"C1=c", "A5=1 hidden", "B5=1 hidden", "A6=1 hidden", "B6=1 hidden", "A7=z"});
}

TEST_CASE("sheets, hidden ones and columns, and merged cells of an OpenDocument spreadsheet") {
    const auto book =
        open(file(table("<table:table-column/><table:table-column table:visibility=\"collapse\" "
                        "table:number-columns-repeated=\"2\"/><table:table-column/>" +
                        row("<table:table-cell table:number-rows-spanned=\"2\" "
                            "table:number-columns-spanned=\"2\"><text:p>a</text:p></"
                            "table:table-cell><table:covered-table-cell/>" +
                            text("b")) +
                        row("<table:covered-table-cell table:number-columns-repeated=\"2\"/>" + text("c"))) +
                      table("", "table:name=\"隠し\" table:style-name=\"ta2\""),
                  "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties "
                  "table:display=\"false\"/></style:style>"));
    REQUIRE(book->sheets().size() == 2);
    CHECK(book->sheets()[0].name == "表");
    CHECK_FALSE(book->sheets()[0].hidden);
    CHECK(book->sheets()[1].hidden);
    const auto merged = book->merged_cells(0);
    REQUIRE(merged.size() == 1);
    CHECK(merged[0].last_row == 2);
    CHECK(merged[0].last_column == 1);
    const auto rows = book->rows(0);
    SheetRow one;
    REQUIRE(rows->next(one));
    CHECK(one.width() == 3);
    CHECK(rows->hidden_columns() == std::vector<bool>{false, true, true, false});
}

TEST_CASE("an OpenDocument spreadsheet is known by its content, and refused in words") {
    const std::string rows = row(text("名称") + text("数")) +
                             row(text("A") + cell("office:value-type=\"float\" office:value=\"5\"", "5"));
    const auto table_of = read_table(file(table(rows)), {}, "t.xlsx");
    CHECK(table_of->format() == "ods");
    CHECK(table_of->header() == Cells{"名称", "数"});
    const auto refusal = [](const std::string& bytes) {
        try {
            cells_of("");
            open(bytes)->rows(0);
        } catch (const Error& error) {
            return error.en();
        }
        return std::string();
    };
    CHECK(refusal(file("")).find("no tables") != std::string::npos);
    CHECK(refusal(file(table(rows), "", "<manifest><file-entry><encryption-data/></file-entry></manifest>"))
              .find("password") != std::string::npos);
    CHECK(refusal(file("<table:table>")).find("t.ods") == 0);
    CHECK(refusal(packed::zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", false}}))
              .find("content.xml is missing") != std::string::npos);
}
