#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "grammars/formats/table_reader.hpp"

using namespace daicho;

namespace {

struct XmlRead {
    std::vector<std::string> header;
    std::vector<std::string> rows;    ///< cells with '|' between them
    std::vector<std::string> places;  ///< of the cells of each record, with '|' between them
    std::vector<Finding> findings;
};

XmlRead read_xml(const std::string& bytes, const std::string& records = {}) {
    ReadOptions options;
    options.records = records;
    const auto table = read_table(bytes, options, "t.xml");
    XmlRead all{table->header(), {}, {}, {}};
    for (Batch batch; table->next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            std::string row, places;
            for (std::size_t c = 0; c < batch.width(i); ++c) {
                row.append(batch.cell(i, c)) += '|';
                places += place_text(table->places(), batch.place(i), static_cast<std::uint32_t>(c + 1),
                                     table->header()[c]) +
                          "|";
            }
            all.rows.push_back(row);
            all.places.push_back(places);
        }
    }
    all.findings = table->findings();
    return all;
}

}  // namespace

TEST_CASE("elements that repeat are the records of XML, what is in them the columns") {
    const auto table = read_xml(
        "<?xml version=\"1.0\"?>\n<一覧 更新=\"2024\">\n <施設 番号=\"1\"><名称> 北館 "
        "</名称><電話>1</電話><電話>2"
        "</電話></施設>\n <施設 番号=\"2\"><名称>南&amp;館</名称><住所><町字>甲</町字></住所></施設></一覧>");
    CHECK(table.header == std::vector<std::string>{"@番号", "名称", "電話", "電話[2]", "住所_町字"});
    CHECK(table.rows == std::vector<std::string>{"1| 北館 |1|2||", "2|南&館|||甲|"});
    CHECK(table.places[1] ==
          "/一覧/施設[2]/@番号|/一覧/施設[2]/名称|/一覧/施設[2]/電話|/一覧/施設[2]/電話[2]|/一覧/施設[2]/"
          "住所/町字|");
}

TEST_CASE("spaces are a part of a value, lines that set it apart from its tags are not") {
    const auto table = read_xml("<l><r><a>\n  北 館\n </a><b> </b></r><r><a>南\n館 </a><b>\n</b></r></l>");
    CHECK(table.rows == std::vector<std::string>{"北 館| |", "南\n館 ||"});
}

TEST_CASE("a code with its label and a text are one column, in whatever record which is") {
    const auto table = read_xml(
        "<l><r><性別><code>1</code><value>男</value></性別></r><r><性別>女</性別></r>"
        "<r><性別><value>不明</value></性別></r></l>");
    CHECK(table.header == std::vector<std::string>{"性別"});
    CHECK(table.rows == std::vector<std::string>{"1|", "女|", "不明|"});
}

TEST_CASE("where nothing repeats the root is the record") {
    const auto table = read_xml("<r><a x='1'>甲</a><b/></r>");
    CHECK(table.header == std::vector<std::string>{"a.@x", "a", "b"});
    CHECK(table.rows == std::vector<std::string>{"1|甲||"});
}

TEST_CASE("attributes of one name in several namespaces are all read") {
    const auto table = read_xml("<r xmlns:x='u'><a id='1' x:id='2' x:n='3'/><a x:id='4' id='5' n='6'/></r>");
    CHECK(table.header == std::vector<std::string>{"@id", "@id[2]", "@n"});
    CHECK(table.rows == std::vector<std::string>{"1|2|3|", "4|5|6|"});
}

TEST_CASE("text between records is told") {
    const auto table = read_xml("<r>甲<a><n>1</n></a><a><n>2</n></a></r>");
    REQUIRE(table.findings.size() == 1);
    CHECK(table.findings[0].rule == rules::beside_records);
    CHECK(table.findings[0].detail == "/r");
}

TEST_CASE("an element with a few that repeat in it is the record; what stands beside a list is told") {
    const std::string part = "<電話><番号>1</番号><種別>a</種別></電話>";
    const auto one = read_xml("<施設><名称>甲</名称>" + part + part + "</施設>");
    CHECK(one.rows == std::vector<std::string>{"甲|1|a|1|a|"});
    CHECK(one.findings.empty());

    const auto list = read_xml("<l version='1'><更新日>x</更新日>" + part + part + "</l>");
    CHECK(list.rows == std::vector<std::string>{"1|a|", "1|a|"});
    REQUIRE(list.findings.size() == 1);
    CHECK(list.findings[0].rule == rules::beside_records);
    CHECK(list.findings[0].detail == "/l, /l/更新日");

    std::string many = "<施設><名称>甲</名称>";
    for (int i = 0; i < 10; ++i) many += part;
    CHECK(read_xml(many + "</施設>").rows.size() == 10);
    CHECK(read_xml(many + "</施設>").findings[0].detail == "/施設/名称");
    CHECK(read_xml(many + "</施設>", "/").rows.size() == 1);
}

TEST_CASE("the records of XML can be named by path or name") {
    const std::string two =
        "<r><s><a><n>1</n></a><a><n>2</n></a></s><t><b><m>3</m></b><b><m>4</m></b><b><m>5</m></b></t></r>";
    const auto found = read_xml(two);
    CHECK(found.rows == std::vector<std::string>{"3|", "4|", "5|"});
    REQUIRE(found.findings.size() == 1);
    CHECK(found.findings[0].rule == rules::other_records);
    CHECK(found.findings[0].detail == "/r/s/a (2)");
    CHECK(read_xml(two, "/r/s/a").rows == std::vector<std::string>{"1|", "2|"});
    CHECK(read_xml(two, "a").rows == std::vector<std::string>{"1|", "2|"});
    CHECK_THROWS_WITH(read_xml(two, "/none"), Catch::Contains("/r/s/a (2), /r/t/b (3)"));
}

TEST_CASE("namespaces, CDATA, comments and mixed text of XML") {
    const auto table = read_xml(
        "<r xmlns='u' xmlns:p='v' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><i "
        "xsi:type='T'><p:n>a<!-- "
        "x -->b</p:n></i><i><p:n><![CDATA[<c>]]></p:n></i></r>");
    CHECK(table.header == std::vector<std::string>{"n"});
    CHECK(table.rows == std::vector<std::string>{"ab|", "<c>|"});
    CHECK(read_xml("<r><i>text<b>x</b></i><i/></r>").rows == std::vector<std::string>{"x|text|", "||"});
}

TEST_CASE("an encoding that XML declares and does not have is not believed, one that it has is") {
    std::string wrong = "<?xml version='1.0' encoding='Shift_JIS' standalone='yes'?>\n<r>";
    for (int i = 0; i < 30'000; ++i)
        wrong += "<i><n>北館</n></i>";  // characters across the parts that are read
    wrong += "</r>";
    const auto table = read_xml(wrong);
    REQUIRE(table.rows.size() == 30'000);
    CHECK(table.rows.front() == "北館|");
    CHECK(table.rows.back() == "北館|");
    REQUIRE(table.findings.size() == 1);
    CHECK(table.findings[0].rule == rules::wrong_declaration);
    CHECK(table.findings[0].value == "Shift_JIS");
    const auto right = read_xml(
        "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><r><i><n>\x96\x6B</n></i><i><n>a</n></i></r>");
    CHECK(right.rows == std::vector<std::string>{"北|", "a|"});
    CHECK(right.findings.empty());
}

TEST_CASE("XML that is damaged or would fetch something is refused") {
    CHECK_THROWS_WITH(read_xml("<r><i>1</i>"), Catch::Contains("t.xml"));
    CHECK_THROWS_AS(read_xml("<!DOCTYPE r [<!ENTITY a 'b'>]><r><i>&a;</i></r>"), Error);
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    CHECK_THROWS_AS(read_xml(deep), Error);
}
