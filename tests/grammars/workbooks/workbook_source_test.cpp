#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/workbooks/rule_ids.hpp"
#include "tests/support/workbook_file.hpp"

using namespace daicho;
using workbooks::Book;
using workbooks::rows;
using workbooks::Sheet;

namespace {

using Cells = std::vector<std::string>;

/// A table that was read to its end.
struct Read {
    Cells header;
    std::vector<Cells> records;
    std::vector<std::string> places;    ///< of the records
    std::vector<std::string> findings;  ///< "S123 一覧!A3 value|detail", those of batches first

    std::string of(std::string_view rule) const {
        for (const std::string& one : findings) {
            if (one.starts_with(rule)) return one;
        }
        return {};
    }
};

Read read(const std::string& bytes, const std::string& name = "t.xlsx", const ReadOptions& options = {}) {
    const auto table = read_table(bytes, options, name);
    Read read{.header = table->header(), .records = {}, .places = {}, .findings = {}};
    const auto tell = [&](const Finding& one) {
        read.findings.push_back(std::string(one.rule.text) + " " +
                                place_text(table->places(), one.place, one.column, "") + " " + one.value +
                                "|" + one.detail);
    };
    for (Batch batch; table->next(batch);) {
        for (std::size_t record = 0; record < batch.size(); ++record) {
            Cells& cells = read.records.emplace_back();
            for (std::size_t column = 0; column < batch.width(record); ++column)
                cells.emplace_back(batch.cell(record, column));
            read.places.push_back(place_text(table->places(), batch.place(record), 0, ""));
        }
        for (const Finding& one : batch.findings()) tell(one);
    }
    for (const Finding& one : table->findings()) tell(one);
    return read;
}

Read read(const Book& book, const ReadOptions& options = {}) {
    return read(workbooks::bytes_of(book), "t.xlsx", options);
}

/// The values of the cells of one row below a header of as many names.
Cells values(const std::string& cells, Book book = {}) {
    const Cells names{"あ", "い", "う", "え"};
    book.sheets = {{"S", workbooks::row(1, names) + "<row r=\"2\">" + cells + "</row>"}};
    const Read table = read(book);
    REQUIRE(table.records.size() == 1);
    return table.records[0];
}

std::string refusal(const std::string& bytes) {
    try {
        read(bytes);
    } catch (const Error& error) {
        return error.en();
    }
    return {};
}

}  // namespace

TEST_CASE("a workbook that is looked through several times is no bomb for that") {
    workbooks::Book book;
    for (const char* name : {"一", "二", "三"}) {
        workbooks::Sheet& sheet = book.sheets.emplace_back();
        sheet.name = name;
        sheet.data = rows({{"名称", "値"}, {"甲", "1"}});
        sheet.before = "<cols><!--" + std::string(1'000'000, ' ') + "--></cols>";
    }
    const std::string bytes = workbooks::bytes_of(book);
    const auto table = read_table(bytes, {}, "t.xlsx");
    for (int i = 0; i < 30; ++i) CHECK(table->sheets().size() == 3);  // 90 MiB in all, of some kB
}

TEST_CASE("a sheet is a table: its header is found, its rows are records, places are cells") {
    const Read table = read({.sheets = {{"避難所", rows({{"避難所一覧"},
                                                         {"名称", "住所", "電話"},
                                                         {"A館", "", "03"},
                                                         {},
                                                         {"B館", "x"},
                                                         {},
                                                         {}})}}});
    CHECK(table.header == Cells{"名称", "住所", "電話"});
    CHECK(table.records == std::vector<Cells>{{"A館", "", "03"}, {"", "", ""}, {"B館", "x", ""}});
    CHECK(table.places == Cells{"避難所!A3", "避難所!A4", "避難所!A5"});
    CHECK(table.of("S106") == "S106 避難所!A4 |");
    CHECK(table.of("S107") == "S107 避難所!A1 避難所一覧|1");
    CHECK(table.of("S101").empty());
}

TEST_CASE("values are what people see") {
    const std::string styles =
        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"0000000\"/></numFmts><cellXfs><xf "
        "numFmtId=\"0\"/><xf "
        "numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs>";
    CHECK(values("<c r=\"A2\"><v>35.690628000000004</v></c><c r=\"B2\" s=\"1\"><v>44187</v></c><c r=\"C2\" "
                 "s=\"2\"><v>123</v></c><c r=\"D2\"><v>1.3E+12</v></c>",
                 {.styles = styles}) == Cells{"35.690628", "2020-12-22", "0000123", "1300000000000"});
    CHECK(values("<c r=\"A2\" s=\"1\"><v>42725</v></c>",
                 {.styles = styles, .properties = "<workbookPr date1904=\"1\"/>"}) ==
          Cells{"2020-12-22", "", "", ""});
    CHECK(values("<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c><c "
                 "t=\"str\"><f>A1</f><v>文</v></c>") == Cells{"TRUE", "FALSE", "#N/A", "文"});
    CHECK(values("<c r=\"B2\" t=\"d\"><v>2020-12-22</v></c><c><v>7</v></c>") ==
          Cells{"", "2020-12-22", "7", ""});
    CHECK(values("<c r=\"C2\"><f>1+1</f><v>2</v></c>") == Cells{"", "", "2", ""});
}

TEST_CASE("texts have around them what their format shows, however they are stored") {
    const std::string styles =
        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"&quot;山口県&quot;@\"/></numFmts><cellXfs><xf/><xf "
        "numFmtId=\"170\"/></cellXfs>";
    CHECK(
        values("<c s=\"1\" t=\"s\"><v>0</v></c><c s=\"1\" t=\"inlineStr\"><is><t>萩市</t></is></c><c s=\"1\" "
               "t=\"str\"><v>柳井市</v></c><c s=\"1\"><v>5</v></c>",
               {.strings = "<si><t>下関市</t></si>", .styles = styles}) ==
        Cells{"山口県下関市", "山口県萩市", "山口県柳井市", "5"});
}

TEST_CASE("shared and inline strings are read without their readings, with their escapes undone") {
    const std::string strings =
        "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr/></si>"
        "<si><r><rPr><b/></rPr><t>太</t></r><r><t xml:space=\"preserve\">字 </t></r></si>"
        "<si><t>一行_x000D_\n二行_x3042__x005F_x0041_</t></si>";
    CHECK(values("<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c "
                 "t=\"inlineStr\"><is><t>外</t><rPh><t>ソト</t></rPh></is></c>",
                 {.strings = strings}) == Cells{"東京", "太字 ", "一行\n二行あ_x0041_", "外"});
}

TEST_CASE("readings stand beside the texts that they are of") {
    const std::string strings =
        "<si><t>金沢市立ABC館</t><rPh sb=\"0\" eb=\"4\"><t>カナザワシリツ</t></rPh><rPh sb=\"7\" "
        "eb=\"8\"><t>カン</t></rPh></si><si><t>読みなし</t></si>"
        "<si><t>𠮷田</t><rPh sb=\"0\" eb=\"2\"><t>ヨシ</t></rPh><rPh sb=\"2\" eb=\"3\"><t>ダ</t></rPh></si>"
        "<si><t>短い</t><rPh sb=\"0\" eb=\"9\"><t>ミジカイ</t></rPh></si>";
    const std::string styles =
        "<numFmts><numFmt numFmtId=\"170\" formatCode=\"&quot;山口県&quot;@\"/></numFmts><cellXfs><xf/><xf "
        "numFmtId=\"170\"/></cellXfs>";
    const std::string cells =
        "<c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c><c r=\"D2\" "
        "t=\"s\"><v>2</v></c><c r=\"E2\" t=\"s\"><v>3</v></c><c r=\"F2\" t=\"s\" "
        "s=\"1\"><v>2</v></c><c r=\"G2\" t=\"inlineStr\"><is><t>外</t><rPh sb=\"0\" "
        "eb=\"1\"><t>ソト</t></rPh></is></c>";
    const Book book{.sheets = {{"S", workbooks::row(1, {"あ", "い", "う", "え", "お", "か", "き"}) +
                                         "<row r=\"2\">" + cells + "</row>"}},
                    .strings = strings,
                    .styles = styles};
    const auto table = read_table(workbooks::bytes_of(book), {}, "t.xlsx");
    Batch batch;
    REQUIRE(table->next(batch));
    Cells readings;
    for (std::size_t column = 0; column < 7; ++column) readings.emplace_back(batch.reading(0, column));
    // The whole text is read, a character of two units is one; the runs of 短い are of another text, and
    // 山口県 stands in front of 𠮷田 without a reading.
    CHECK(readings == Cells{"カナザワシリツABCカン", "", "", "ヨシダ", "", "", "ソト"});
    CHECK(batch.cell(0, 0) == "金沢市立ABC館");
}

TEST_CASE("the sheet with the data is read, and the others are told") {
    const auto table = rows({{"名称", "住所"}, {"A", "1"}});
    const Book book{.sheets = {{"表紙", rows({{"オープンデータ"}, {"A市"}})},
                               {"記入例", table},
                               {"隠し", table, "", "", "hidden"},
                               {"一覧", rows({{"名称", "住所"}, {"B", "2"}})},
                               {"別表", table}}};
    const Read usual = read(book);
    CHECK(usual.places == Cells{"一覧!A2"});
    CHECK(usual.of("S120") == "S120 一覧 一覧|表紙, 記入例, 隠し, 別表");
    CHECK(read(book, {.sheet = "別表"}).places == Cells{"別表!A2"});
    CHECK(read(book, {.sheet = "2"}).places == Cells{"記入例!A2"});
    CHECK(read(book, {.sheet = "2"}).of("S120").empty());
    CHECK(read(book, {.sheet = "隠し"}).of("S121") == "S121 隠し |隠し");
    CHECK_THROWS_AS(read(book, {.sheet = "無い"}), Error);
    CHECK_THROWS_AS(read(book, {.sheet = "6"}), Error);
    const Book only_hidden{.sheets = {{"a", ""}, {"b", table, "", "", "hidden"}}};
    CHECK(read(only_hidden).places == Cells{"b!A2"});
}

TEST_CASE("hidden rows and columns are read and told") {
    const Read table = read(
        {.sheets = {{"S",
                     workbooks::row(1, {"ID", "名称", "住所"}) +
                         "<row r=\"2\" hidden=\"1\"><c><v>1</v></c></row>" + workbooks::row(3, {"2", "b"}) +
                         "<row r=\"4\" hidden=\"1\"><c><v>3</v></c></row>" +
                         "<row r=\"5\" hidden=\"1\"><c><v>4</v></c></row>",
                     "",
                     "<cols><col min=\"1\" max=\"2\" hidden=\"1\"/><col min=\"9\" max=\"9\" "
                     "hidden=\"1\"/></cols>"}}});
    CHECK(table.records.size() == 4);
    CHECK(table.of("S121") == "S121 S |A:B, 2, 4:5");
}

TEST_CASE("what is merged over rows is the value of each of them, and is told once") {
    const Read table =
        read({.sheets = {{"S", rows({{"地区", "施設"}, {"北区", "A"}, {"", "B"}, {"", "C"}, {"南区", "D"}}),
                          "<mergeCells count=\"1\"><mergeCell ref=\"A2:A4\"/></mergeCells>"}}});
    CHECK(table.records == std::vector<Cells>{{"北区", "A"}, {"北区", "B"}, {"北区", "C"}, {"南区", "D"}});
    CHECK(table.of("S123") == "S123 S!A3 北区|2-4");
    CHECK(std::ranges::count_if(table.findings, [](const auto& one) { return one.starts_with("S123"); }) ==
          1);
}

TEST_CASE("a header of merged cells is joined") {
    const Read table = read(
        {.sheets = {{"S", rows({{"市", "人口", "", "計"}, {"", "男", "女", ""}, {"岩国", "1", "2", "3"}}),
                     "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell "
                     "ref=\"D1:D2\"/></mergeCells>"}}});
    CHECK(table.header == Cells{"市", "人口_男", "人口_女", "計"});
    CHECK(table.records == std::vector<Cells>{{"岩国", "1", "2", "3"}});
    CHECK(table.of("S123").empty());
}

TEST_CASE("a formula without a result is told, one with a result is its result") {
    const Read table =
        read({.sheets = {{"S", workbooks::row(1, {"名", "数"}) +
                                   "<row r=\"2\"><c><v>1</v></c><c r=\"B2\"><f>SUM(A1)</f></c></row>"}}});
    CHECK(table.records == std::vector<Cells>{{"1", ""}});
    CHECK(table.of("S122") == "S122 S!B2 |");
    const Read written =
        read({.sheets = {{"S", workbooks::row(1, {"名", "数"}) +
                                   "<row r=\"2\"><c><v>1</v></c><c r=\"B2\"><f>SUM(A1)</f><v></v></c></row>"
                                   "<row r=\"3\"><c><v>1</v></c><c r=\"B3\" t=\"str\"><f>\"\"</f><v></v></c>"
                                   "</row>"}}});
    CHECK(written.of("S122") == "S122 S!B2 |");  // the text of B3 is empty
}

TEST_CASE("the content decides what a file is, and a wrong name is told") {
    const std::string bytes = workbooks::bytes_of({.sheets = {{"S", rows({{"名称", "住所"}, {"A", "1"}})}}});
    for (const char* name : {"t.xls", "t.csv", "t.CSV"}) {
        CAPTURE(name);
        const Read table = read(bytes, name);
        CHECK(table.records.size() == 1);
        CHECK(table.of("S119") == "S119 S " + std::string(name).substr(1) + "|Excel (xlsx)");
    }
    for (const char* name : {"t.xlsx", "t.XLSM", "t", "（標準入力）"})
        CHECK(read(bytes, name).of("S119").empty());
    const Read text = read("名称,住所\nA,1\n", "t.xlsx");
    CHECK(text.records == std::vector<Cells>{{"A", "1"}});
    CHECK(text.of("S119") == "S119  .xlsx|CSV");
    CHECK(read("a,b\n1,2\n", "t.txt").of("S119").empty());
}

TEST_CASE("the strict form, other prefixes and upper-case names of parts are the same") {
    const std::string sheet =
        "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row><x:c "
        "t=\"inlineStr\"><x:is><x:t>名</x:t></x:is></x:c>"
        "<x:c "
        "t=\"inlineStr\"><x:is><x:t>数</x:t></x:is></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</"
        "x:v></x:c></x:row>"
        "<x:row><x:c/><x:c><x:v>3</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell "
        "ref='A2:A3'/></x:mergeCells></x:worksheet>";
    const std::string book =
        "<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" "
        "xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><x:sheets><x:sheet name=\"S\" "
        "r:id=\"a\"/></x:sheets></x:workbook>";
    const auto related = [](const std::string& kind, const std::string& target) {
        return workbooks::relationships(
            "<Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/" + kind +
            "\" Target=\"" + target + "\"/>");
    };
    const Read table =
        read(packed::zip({{"_rels/.rels", related("officeDocument", "/XL/Book.xml")},
                          {"xl/book.xml", book},
                          {"xl/_rels/book.xml.rels", related("worksheet", "../xl/sheets/../S.xml")},
                          {"xl/s.xml", sheet}}));
    CHECK(table.records == std::vector<Cells>{{"1", "2"}, {"1", "3"}});
}

TEST_CASE(
    "rows without text between others are blank records, whether the file has something of them or not") {
    const auto places = [](const std::string& rows) {
        return read(workbooks::bytes_of({.sheets = {{"S", workbooks::row(1, {"a", "b"}) + rows}}})).places;
    };
    const auto at = [](unsigned row) { return workbooks::row(row, {"1", "2"}); };
    const std::string two("<row r=\"2\"/>"), styled("<row r=\"3\"><c r=\"A3\" s=\"0\"/></row>");
    const Cells expected{"S!A2", "S!A3", "S!A4"};
    CHECK(places(at(4)) == expected);
    CHECK(places(two + at(4)) == expected);
    CHECK(places(styled + at(4)) == expected);
    CHECK(places(two + styled + at(4)) == expected);
    CHECK(places(two + styled + at(4) + "<row r=\"5\"/>") == expected);
    CHECK(places(at(102)).size() == 101);
    CHECK(places(at(103)) == Cells{"S!A2", "S!A103"});  // far away: the gap is told once
}

TEST_CASE("what is damaged is refused in words, and no row or cell is lost in silence") {
    const auto sheet = [](const std::string& data) {
        return workbooks::bytes_of(
            {.sheets = {{"S", workbooks::row(1, {"a", "b"}) + data}}, .strings = "<si><t>x</t></si>"});
    };
    CHECK(refusal(sheet("<row r=\"1\"/>")).find("row 1 behind row 1") != std::string::npos);
    CHECK(refusal(sheet("<row r=\"1048577\"/>")).find("damaged") != std::string::npos);
    CHECK(refusal(sheet("<row r=\"2\"><c r=\"B2\"/><c r=\"A2\"/></row>")).find("cell A2 in row 2") !=
          std::string::npos);
    CHECK(refusal(sheet("<row r=\"2\"><c r=\"A3\"/></row>")).find("cell A3 in row 2") != std::string::npos);
    CHECK(refusal(sheet("<row r=\"2\"><c r=\"XFE2\"/></row>")).find("cell XFE2") != std::string::npos);
    CHECK(refusal(sheet("<row r=\"2\"><c t=\"s\"><v>1</v></c></row>")).find("no string 1") !=
          std::string::npos);
    CHECK(refusal(sheet("<row r=\"2\"><c t=\"s\"><v>x</v></c></row>")).find("no string x") !=
          std::string::npos);
    CHECK(refusal(sheet("<row r=\"2\"><c></row>")).find("t.xlsx") == 0);
    CHECK(refusal(packed::zip({{"a.txt", "x"}})).find("no Excel workbook") != std::string::npos);
    CHECK(refusal(packed::zip({{"_rels/.rels", workbooks::relationships(workbooks::relationship(
                                                   "a", "officeDocument", "x.xml"))}}))
              .find("x.xml is missing") != std::string::npos);
    CHECK(refusal(workbooks::bytes_of({})).find("no Excel workbook") != std::string::npos);
    const std::string whole = sheet("<row r=\"2\"><c><v>1</v></c></row>");
    for (std::size_t size = 4; size < whole.size(); size += 37)
        CHECK(refusal(whole.substr(0, size)).find("t.xlsx") == 0);
    CHECK(read(sheet("<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>")).places ==
          Cells{"S!A2", "S!A1048576"});
    CHECK(read(sheet("<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>")).records[0].size() == 16384);
}

TEST_CASE("parts that lead to one another, sizes that lie and wrong checksums lose no cell in silence") {
    const std::string kind = "officeDocument";
    const auto leading_to = [&](const std::string& target) {
        return packed::zip(
            {{"_rels/.rels", workbooks::relationships(workbooks::relationship("a", kind, "xl/workbook.xml"))},
             {"xl/_rels/workbook.xml.rels",
              workbooks::relationships(workbooks::relationship("r", "worksheet", target))},
             {"xl/workbook.xml",
              workbooks::xml("workbook", "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r\"/></sheets>")}});
    };
    CHECK(refusal(leading_to("workbook.xml")).find("there is a workbook in the place of a sheet") !=
          std::string::npos);
    CHECK(refusal(leading_to("_rels/workbook.xml.rels")).find("there is a Relationships") !=
          std::string::npos);
    CHECK(refusal(leading_to("none.xml")).find("none.xml is missing") != std::string::npos);

    const std::string cells = rows({{"a", "b"}, {"1", "2"}});
    Book circle{.sheets = {{"S", cells}}};
    circle.more = {{"xl/worksheets/_rels/sheet1.xml.rels",
                    workbooks::relationships(workbooks::relationship("a", "comments", "sheet1.xml") +
                                             workbooks::relationship("b", "drawing", "../workbook.xml"))}};
    CHECK(read(circle).records.size() == 1);
    CHECK(read({.sheets = {{"S", cells, "", "<dimension ref=\"A1:A0\"/>"}}}).records ==
          std::vector<Cells>{{"1", "2"}});
}

TEST_CASE("a byte that is changed is refused with the name of the file, or changes nothing") {
    const std::string whole = workbooks::bytes_of({.sheets = {{"S", rows({{"a", "b"}, {"1", "2"}})}}});
    std::size_t refused = 0;
    for (std::size_t at = 0; at < whole.size(); at += 5) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x11);
        if (!damaged.starts_with("PK")) continue;
        CAPTURE(at);
        try {
            const auto records = read(damaged).records;
            CHECK(records == std::vector<Cells>{{"1", "2"}});
        } catch (const Error& error) {
            CHECK(error.en().starts_with("t.xlsx"));
            ++refused;
        }
    }
    CHECK(refused > 50);
}

TEST_CASE(
    "a long text that is shared by all cells is read in each, though the first rows are more than is kept") {
    const std::string text(200'000, 'x');
    std::string data = workbooks::row(1, {"名称", "説明"});
    for (int row = 2; row <= 121; ++row) {
        const std::string number = std::to_string(row);
        data += "<row r=\"" + number + "\"><c r=\"A" + number + "\"><v>" + number + "</v></c><c r=\"B" +
                number + "\" t=\"s\"><v>0</v></c></row>";
    }
    const Read table = read(Book{.sheets = {{"S", data}}, .strings = "<si><t>" + text + "</t></si>"});
    CHECK(table.header == Cells{"名称", "説明"});
    REQUIRE(table.records.size() == 120);
    for (std::size_t i = 0; i < table.records.size(); ++i)
        CHECK((table.records[i][0] == std::to_string(i + 2) && table.records[i][1] == text));
}

TEST_CASE("an empty sheet is an empty table") {
    const Read table = read({.sheets = {{"S", ""}}});
    CHECK(table.records.empty());
    CHECK(table.of("F001") == "F001 S |");
}

namespace {

/// A workbook laid out for the eye, with comments, a picture and formulas into another workbook.
Book office_book() {
    Book book;
    const std::string data =
        workbooks::row(1, {"地区", "人口", "世帯"}) +
        "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>北</t></is></c><c r=\"B2\"><v>10</v></c>"
        "<c r=\"C2\"><f>B2/2</f><v>5</v></c></row>"
        "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>南</t></is></c><c r=\"B3\"><v>20</v></c>"
        "<c r=\"C3\"><f>[1]表!A1</f><v>9</v></c></row>"
        "<row r=\"4\"><c r=\"A4\" s=\"1\" t=\"inlineStr\"><is><t>東</t></is></c>"
        "<c r=\"B4\" t=\"inlineStr\"><is><t>30</t></is></c><c r=\"C4\"><v>7</v></c></row>";
    book.sheets = {{"S", data, "<mergeCells><mergeCell ref=\"A5:B5\"/></mergeCells>"}};
    book.styles =
        "<fills><fill><patternFill/></fill><fill><patternFill patternType=\"solid\"><fgColor "
        "rgb=\"FFFF0000\"/>"
        "</patternFill></fill></fills><cellXfs><xf fillId=\"0\"/><xf fillId=\"1\"/></cellXfs>";
    book.more = {
        {"xl/worksheets/_rels/sheet1.xml.rels",
         workbooks::relationships(workbooks::relationship("a", "comments", "../comments1.xml") +
                                  workbooks::relationship("b", "drawing", "../drawings/drawing1.xml"))},
        {"xl/comments1.xml",
         workbooks::xml("comments",
                        "<commentList><comment ref=\"B3\"><text><r><t>要確認</t></r></text></comment>"
                        "<comment ref=\"A2\"><text><t>旧名</t></text></comment></commentList>")},
        {"xl/drawings/drawing1.xml",
         "<d:wsDr xmlns:d=\"urn:d\"><d:twoCellAnchor/><d:oneCellAnchor/></d:wsDr>"}};
    return book;
}

}  // namespace

TEST_CASE("comments and formulas into other workbooks are told, the layout where it is asked for") {
    const Read table = read(office_book());
    CHECK(table.of("S137 ") == "S137 S B3: 要確認|2");
    CHECK(table.of("S136 ") == "S136 S C|1");
    CHECK(table.of("S135 ").empty());
    CHECK(table.records[1] == Cells{"南", "20", "9"});

    ReadOptions options;
    options.layout = true;
    const Read whole = read(office_book(), options);
    CHECK(whole.of("S130 ") == "S130 S A5:B5|1");
    CHECK(whole.of("S131 ") == "S131 S |2");
    CHECK(whole.of("S132 ") == "S132 S A|1");
    CHECK(whole.of("S133 ") == "S133 S!B 30|1");
    CHECK(whole.of("S135 ") == "S135 S C|2");

    Book two_rows;
    two_rows.sheets = {
        {"S", rows({{"地区", "人口", "人口"}, {"", "男", "女"}, {"北", "1", "2"}, {"南", "3", "4"}}),
         "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>"}};
    CHECK(read(two_rows, options).of("S134 ") == "S134 S |2");
}
