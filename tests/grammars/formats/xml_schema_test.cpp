#include "grammars/formats/xml_schema.hpp"

#include <catch2/catch.hpp>

#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/text_source.hpp"
#include "tests/support/scratch_folder.hpp"

using daicho::MemorySource, daicho::XmlSchema, daicho::XmlViolation;

namespace {

const std::string head = "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">";
const std::string list = head +
                         "<xs:element name=\"list\"><xs:complexType><xs:sequence>"
                         "<xs:element name=\"item\" maxOccurs=\"unbounded\"><xs:complexType><xs:sequence>"
                         "<xs:element name=\"n\" type=\"xs:integer\" maxOccurs=\"2\"/></xs:sequence>"
                         "<xs:attribute name=\"id\" type=\"xs:date\"/></xs:complexType></xs:element>"
                         "</xs:sequence></xs:complexType></xs:element></xs:schema>";

std::vector<std::string> told(const std::string& schema, const std::string& document) {
    const daicho::ScratchFolder folder;
    const XmlSchema compiled(folder.write("list.xsd", schema));
    MemorySource source(document, "list.xml");
    std::vector<std::string> out;
    compiled.check(source, "/list/item", [&](const XmlViolation& one) {
        out.push_back(one.path + ":" + std::to_string(one.line) + " " + std::to_string(one.record) +
                      (one.of_value ? " value: " : " structure: ") + one.given + " | " + one.expected +
                      (one.what.empty() ? "" : " | " + one.what));
    });
    return out;
}

}  // namespace

TEST_CASE("a document that is as its schema has it has no violation") {
    CHECK(told(list, "<list><item id=\"2020-01-01\"><n>1</n></item></list>").empty());
}

TEST_CASE("violations are told with line, record and path, a value once") {
    const auto all = told(list,
                          "<list>\n<item><n>1</n><n>x</n></item>\n<item id=\"1\"><m/></item>\n<item/>\n"
                          "<item><n>1</n><n>2</n>\n<n>3</n></item></list>");
    CHECK(all == std::vector<std::string>{
                     "/list/item/n[2]:2 1 value: x | xs:integer", "/list/item[2]/@id:3 2 value: 1 | xs:date",
                     "/list/item[2]/m:3 2 structure:  | n", "/list/item[3]:4 3 structure:  | n",
                     "/list/item[4]/n[3]:6 4 structure:  | "});
    CHECK(told(list, "<other/>").size() == 1);
}

TEST_CASE("what the schema has is told without a sentence of the library") {
    const auto simple = [](const std::string& facets, const std::string& value) {
        const auto all =
            told(head + "<xs:element name=\"v\"><xs:simpleType><xs:restriction base=\"xs:" + facets +
                     "</xs:restriction></xs:simpleType></xs:element></xs:schema>",
                 "<v>" + value + "</v>");
        return all.empty() ? "" : all[0].substr(all[0].find("value: ") + 7);
    };
    CHECK(simple("string\"><xs:pattern value=\"[0-9]{4}\"/>", "1'2") == "1'2 | [0-9]{4}");
    CHECK(simple("string\"><xs:enumeration value=\"a\"/><xs:enumeration value=\"b\"/>", "c") ==
          "c | 'a', 'b'");
    CHECK(simple("string\"><xs:maxLength value=\"2\"/>", "abc") == " | maxLength 2");
    CHECK(simple("string\"><xs:minLength value=\"2\"/>", "a") == " | minLength 2");
    CHECK(simple("string\"><xs:length value=\"2\"/>", "a") == " | length 2");
    CHECK(simple("integer\"><xs:minInclusive value=\"0\"/>", "-1") == "-1 | minInclusive 0");
    CHECK(simple("integer\"><xs:maxInclusive value=\"9\"/>", "10") == "10 | maxInclusive 9");
    CHECK(simple("integer\"><xs:minExclusive value=\"0\"/>", "0") == "0 | minExclusive 0");
    CHECK(simple("integer\"><xs:maxExclusive value=\"9\"/>", "9") == "9 | maxExclusive 9");
    CHECK(simple("decimal\"><xs:totalDigits value=\"2\"/>", "123") == "123 | totalDigits 2");
    CHECK(simple("decimal\"><xs:fractionDigits value=\"1\"/>", "1.25") == "1.25 | fractionDigits 1");
    CHECK(told(list, "<list><item no=\"1\"><n>1</n></item></list>") ==
          std::vector<std::string>{"/list/item/@no:1 1 structure:  | "});
}

TEST_CASE("lines beyond 65535 are told, in memory that does not grow") {
    std::string document = "<list>\n";
    for (int i = 0; i < 70'000; ++i) document += "<item><n>1</n></item>\n";
    document += "<item><n>x</n></item></list>";
    const auto all = told(list, document);
    REQUIRE(all.size() == 1);
    CHECK(all[0].starts_with("/list/item[70001]/n:70002 70001 value"));
}

TEST_CASE("a document that declares an encoding that it is not in is read as it is") {
    const std::string text = head + "<xs:element name=\"名\" type=\"xs:string\"/></xs:schema>";
    CHECK(told(text, "<?xml version=\"1.0\" encoding=\"shift_jis\"?><名>山</名>").empty());
    CHECK(told(text, "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><\x96\xBC>\x8E\x52</\x96\xBC>").empty());
}

TEST_CASE("what is no schema, imports what is not there, or would have to be fetched is refused") {
    const auto refused = [](const std::string& schema) {
        CAPTURE(schema);
        CHECK_THROWS_AS(told(schema, "<list/>"), daicho::Error);
    };
    refused("");
    refused("<list/>");
    refused(head + "<xs:element name=\"list\" type=\"none\"/></xs:schema>");
    refused(head + "<xs:include schemaLocation=\"none.xsd\"/></xs:schema>");
    refused(head + "<xs:include schemaLocation=\"http://127.0.0.1:9/list.xsd\"/></xs:schema>");
    CHECK_THROWS_AS(XmlSchema("/nonexistent/list.xsd"), daicho::Error);
}

TEST_CASE("damaged documents and documents with a DTD are refused") {
    for (const char* text :
         {"<list><item>", "<list><item></list>", "", "<!DOCTYPE list [<!ENTITY a 'b'>]><list>&a;</list>"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(told(list, text), daicho::Error);
    }
}
