// Tables that are made to harm, in each form: refused in words, in little time and memory.
#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/formats/table_reader.hpp"
#include "tests/support/workbook_file.hpp"

using namespace daicho;

namespace {

/// What is said of the file, or how many records it has.
std::string outcome(const std::string& bytes, const std::string& name) {
    try {
        const auto table = read_table(bytes, {}, name);
        std::size_t records = 0;
        for (Batch batch; table->next(batch);) records += batch.size();
        return std::to_string(records);
    } catch (const Error& error) {
        return error.en();
    }
}

std::string times(std::string_view text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += text;
    return out;
}

const std::string two_rows =
    workbooks::rows({{"a", "b"}}) + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>";

std::string workbook(const std::string& after, const std::string& strings = "<si><t>x</t></si>") {
    return workbooks::bytes_of({.sheets = {{"S", two_rows, after}}, .strings = strings});
}

std::string spreadsheet(const std::string& before, const std::string& inside) {
    const std::string content =
        before +
        "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        "xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><o:body><o:spreadsheet>" +
        inside + "</o:spreadsheet></o:body></o:document-content>";
    return packed::zip(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", false}, {"content.xml", content}});
}

/// The zip with the size that it tells of a member, unpacked, exchanged in both places.
std::string telling_size(std::string bytes, const std::string& member, std::uint64_t size) {
    bytes.replace(bytes.find(member) - 30 + 22, 4, packed::number(size, 4));
    bytes.replace(bytes.rfind(member) - 46 + 24, 4, packed::number(size, 4));
    return bytes;
}

const std::string doctype = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";

}  // namespace

TEST_CASE("a bomb in a workbook is stopped, whichever part it is in") {
    const std::string spaces(68'000'000, ' ');
    CHECK(outcome(workbook("", "<si><t>" + spaces + "</t></si>"), "t.xlsx").find("a zip bomb") !=
          std::string::npos);
    CHECK(outcome(spreadsheet("", spaces), "t.ods").find("a zip bomb") != std::string::npos);
}

TEST_CASE("sizes that a workbook only tells take no memory") {
    const auto whole = workbooks::bytes_of({.sheets = {{"S", two_rows}}, .strings = "<si><t>x</t></si>"});
    CHECK(outcome(whole, "t.xlsx") == "1");
    CHECK(outcome(telling_size(whole, "xl/sharedStrings.xml", 0x7FFFFFFF), "t.xlsx") == "1");
    CHECK(outcome(
              workbooks::bytes_of(
                  {.sheets = {{"S", two_rows + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"}},
                   .strings = "<si><t>x</t></si>"}),
              "t.xlsx") == "3");  // the rows between them are one blank record
}

TEST_CASE("no entity is expanded and no depth is followed, in whatever form") {
    for (const auto& [name, bytes] : std::vector<std::pair<std::string, std::string>>{
             {"t.xlsx", packed::zip({{"_rels/.rels", doctype + "<Relationships/>"}})},
             {"t.ods", spreadsheet(doctype, "&b;")},
             {"t.xml", doctype + "<r><e><a>&b;</a></e></r>"}}) {
        CAPTURE(name);
        CHECK(outcome(bytes, name).find("a DTD (<!DOCTYPE) is not read") != std::string::npos);
    }
    CHECK(outcome(workbook("<x>&a;</x>"), "t.xlsx").find("'a' not defined") != std::string::npos);
    constexpr int deep = 100'000;
    CHECK(outcome(workbook(times("<x>", deep)), "t.xlsx").find("nested too deep") != std::string::npos);
    CHECK(outcome(spreadsheet("", times("<x>", deep)), "t.ods").find("nested too deep") != std::string::npos);
    CHECK(outcome(times("<x>", deep), "t.xml").find("nested too deep") != std::string::npos);
    CHECK(outcome(times("[", deep), "t.json").find("nested too deep") != std::string::npos);
    CHECK(outcome(times("{\"a\":", deep), "t.json").find("nested too deep") != std::string::npos);
    CHECK(outcome("{\"a\":1}\n" + times("{\"a\":", deep), "t.jsonl").find("nested too deep") !=
          std::string::npos);
}

TEST_CASE("a file that was cut short is refused wherever it was cut") {
    const std::string table = "<t:table t:name=\"S\"><t:table-row><t:table-cell/></t:table-row></t:table>";
    const std::string json = "[{\"a\":[1,{\"b\":\"x\"}]},{\"a\":null}]", ods = spreadsheet("", table);
    for (std::size_t size = 3; size < json.size(); ++size) {
        CAPTURE(size);
        CHECK(outcome(json.substr(0, size), "t.json").starts_with("t.json:1:"));
    }
    for (std::size_t size = 40; size < ods.size(); size += 7) {
        CAPTURE(size);
        CHECK(outcome(ods.substr(0, size), "t.ods").starts_with("t.ods"));
    }
}
