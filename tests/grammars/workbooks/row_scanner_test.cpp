#include "grammars/workbooks/row_scanner.hpp"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/formats/text_source.hpp"
#include "tests/support/workbook_file.hpp"

using namespace daicho;

namespace {

/// What a reader makes of a sheet: its rows, and what it says where it refuses to go on.
std::string shown(const std::string& data) {
    const workbooks::Book book{
        .sheets = {{"S", data, "", "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>"}},
        .strings = "<si><t>共有</t></si><si/>",
        .styles = "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>"};
    std::string out;
    try {
        const auto workbook =
            open_ooxml_workbook(std::make_unique<MemorySource>(workbooks::bytes_of(book), "t.xlsx"));
        const auto rows = workbook->rows(0);
        for (SheetRow row; rows->next(row);) {
            out += std::to_string(row.number) + (row.hidden ? " hidden" : "");
            for (const SheetRow::Cell& cell : row.cells) {
                out += " " + std::to_string(cell.column) + "[" + std::string(row.text_of(cell)) + "]" +
                       std::to_string(static_cast<int>(cell.note)) + std::to_string(cell.traits);
            }
            out += '\n';
        }
    } catch (const Error& error) {
        out += error.en();
    }
    return out;
}

/// The same rows with a comment in each, which no row in the usual shape has: the parser of XML reads them.
std::string commented(const std::string& data) {
    std::string out;
    for (std::size_t at = 0; at < data.size();) {
        const std::size_t end = std::min(data.find("<row", at), data.size());
        out.append(data, at, end - at);
        if (end < data.size()) out += "<!--x--><row";
        at = end + 4;
    }
    for (std::size_t at = out.find("</row>"); at != out.npos; at = out.find("</row>", at + 9))
        out.insert(at, "<!--y-->");
    return out;
}

std::string row(const std::string& cells, const std::string& attributes = " r=\"1\"") {
    return "<row" + attributes + ">" + cells + "</row>";
}

constexpr std::size_t usual_cells = 13;  ///< so many of the following are in the usual shape

const std::vector<std::string>& cells_of_all_kinds() {
    static const std::vector<std::string> all{
        "<c><v>1</v></c>",
        "<c s=\"1\"><v>44187</v></c>",
        "<c t=\"s\"><v>0</v></c>",
        "<c t=\"s\" s=\"1\"><v>1</v></c>",
        "<c ph=\"1\" t='b'><v>1</v></c>",
        "<c t=\"e\"><v>#N/A</v></c>",
        "<c t=\"str\"><f>[1]A!B1&amp;\"&lt;\"</f><v>a &amp;&lt;&gt;&quot;&apos; b</v></c>",
        "<c t=\"str\"><f t=\"shared\" ref=\"A1:A2\" si=\"0\">A1</f><v>東京 &amp; 大阪</v></c>",
        "<c><f>A1</f></c>",
        "<c><f/><v/></c>",
        "<c/>",
        "<c t=\"inlineStr\"><is><t>外</t></is></c>",
        "<c t=\"inlineStr\"><is><t xml:space=\"preserve\"> 外 </t></is></c>",
        "<c  s = \"1\" />",
        "<c t=\"inlineStr\"><is><t>a_x000D_b</t></is></c>",
        "<c t=\"inlineStr\"><is><r><t>太</t></r><r><t>字</t></r></is></c>",
        "<c t=\"inlineStr\"><is><t>外</t><rPh sb=\"0\" eb=\"1\"><t>ソト</t></rPh></is></c>",
        "<c t=\"str\"><v>&#x6771;</v></c>",
        "<c t=\"str\"><v><![CDATA[<&]]></v></c>",
        "<c t=\"str\"><v>a<!-- b -->c</v></c>",
        "<c t=\"str\"><v xml:space=\"preserve\"> a </v></c>",
        "<c t=\"str\">\n\t<v>a\nb\r\nc</v>\n</c>",
        "<c><v>1</v><extLst><ext uri=\"x\"><v>9</v></ext></extLst></c>",
        "<x:c xmlns:x=\"urn:x\"><x:v>5</x:v></x:c>"};
    return all;
}

}  // namespace

TEST_CASE("a row in the usual shape is read, and its parts are parts of one") {
    SharedStrings strings;
    strings.add("共有");
    const std::vector<NumberFormat> formats;
    RowScanner scanner({strings, formats});
    std::string cells;
    for (std::size_t i = 0; i < usual_cells; ++i) {
        if (cells_of_all_kinds()[i].find("<v>1</v>") == std::string::npos) cells += cells_of_all_kinds()[i];
    }
    SheetRow read;
    const std::string text = " " + row(cells, " r=\"7\" spans='1:9'");
    CHECK(scanner.read(text + row(""), 6, read) == RowScanner::Found::row);
    CHECK(scanner.size() == text.size());
    CHECK(read.number == 7);
    CHECK(read.cells.size() == 9);  // those with something to tell
    for (std::size_t size = 0; size < text.size(); ++size) {
        CAPTURE(size);
        CHECK(scanner.read(text.substr(0, size), 6, read) == RowScanner::Found::part);
    }
    CHECK(scanner.read(row("<!---->"), 6, read) == RowScanner::Found::unusual);
    CHECK(scanner.read(text, 7, read) == RowScanner::Found::unusual);
}

TEST_CASE("a row is read alike with and without the parser of XML") {
    for (const std::string& cell : cells_of_all_kinds()) {
        const std::string data = row(cell + "<c t=\"str\"><v>z</v></c>");
        CAPTURE(data);
        CHECK(shown(data) == shown(commented(data)));
        CHECK(shown(data).find("[z]") != std::string::npos);
    }
}

TEST_CASE("what is no row of a sheet is refused alike with and without the parser of XML") {
    const std::vector<std::string> rows{
        row("<c><v>1</c></v>"),
        row("<c><v>1</v>"),
        row("<c r=\"A1\" r=\"B1\"/>"),
        row("<c t=\"str\"><v>]]></v></c>"),
        row("<c t=\"str\"><v>\x01</v></c>"),
        row("<c t=\"str\"><v>\xE3\x81</v></c>"),
        row("<c t=\"str\"><v>\xEF\xBF\xBF</v></c>"),
        row("<c t=\"str\"><v>&nbsp;</v></c>"),
        row("<c t=\"str\"><v>&amp</v></c>"),
        row("<c s=\"<\"/>"),
        row("<c s=1/>"),
        row("<c s=\"1\"t=\"n\"/>"),
        row("<c t=\"s\"><v>2</v></c>"),
        row("<c t=\"s\"><v>-1</v></c>"),
        row("<c r=\"B1\"/><c r=\"A1\"/>"),
        row("<c r=\"A2\"/>"),
        row("<c r=\"XFE1\"/>"),
        row("<c/>", " r=\"1\" r=\"1\""),
        row("<c/>", " r=\"1048577\""),
        row("<c/>", " r=\"2\"") + row("<c/>", " r=\"2\""),
    };
    for (const std::string& data : rows) {
        CAPTURE(data);
        CHECK(shown(data) == shown(commented(data)));
        CHECK(shown(data).find("t.xlsx") != std::string::npos);
    }
}

TEST_CASE("rows in any order of shapes are read alike, however they fall into pieces") {
    std::mt19937 random(7);
    const auto& cells = cells_of_all_kinds();
    std::string data;
    for (int i = 0; i < 3000; ++i) {
        std::string content;
        const bool usual = random() % 20 != 0;
        for (unsigned c = random() % 8; c-- > 0;)
            content += cells[random() % (usual ? usual_cells : cells.size())];
        content += "<c t=\"str\"><v>" + std::string(random() % 200, 'x') + "</v></c>";
        data += std::string(random() % 2, '\n') +
                row(content, random() % 3 == 0 ? " spans=\"1:9\" x14ac:dyDescent=\"0.2\" hidden=\"1\"" : "");
    }
    CHECK(shown(data) == shown(commented(data)));
    CHECK(shown(data).find("\n3000") != std::string::npos);
    // The error is told at its line, whatever was read before it.
    const std::string broken = data + "<row><c></row>";
    CHECK(shown(broken) == shown(commented(broken)));
}
