#include "grammars/formats/xml_document.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"

using daicho::Error;
using daicho::read_xml;

namespace {

std::string refusal(const std::string& xml) {
    try {
        read_xml(xml, "a.xml");
    } catch (const Error& error) {
        return error.en();
    }
    return "no error";
}

}  // namespace

TEST_CASE("an element knows its name, namespace, attributes, text, line and children") {
    const auto root = read_xml(
        "<?xml version=\"1.0\"?>\n"
        "<p:a xmlns:p=\"urn:p\" xmlns=\"urn:q\" one=\"1 &lt; 2\" p:two=\"二\">\n"
        "  住<b/>所<![CDATA[<&>]]>\n"
        "  <p:c>x</p:c><!-- no text --></p:a>",
        "a.xml");
    CHECK(root.name == "a");
    CHECK(root.uri == "urn:p");
    CHECK(root.line == 2);
    REQUIRE(root.attribute("one"));
    CHECK(*root.attribute("one") == "1 < 2");
    CHECK(!root.attribute("two"));  // it is in a namespace
    REQUIRE(root.attributes.size() == 2);
    CHECK(root.attributes[1].uri == "urn:p");
    CHECK(root.attributes[1].value == "二");
    CHECK(root.text == "\n  住所<&>\n  ");
    REQUIRE(root.children.size() == 2);
    CHECK(root.children[0].uri == "urn:q");
    CHECK(root.children[1].line == 4);
    REQUIRE(root.child("c"));
    CHECK(root.child("c")->text == "x");
    CHECK(!root.child("b"));  // it is in another namespace
    REQUIRE(root.namespaces.size() == 2);
    CHECK(root.namespaces[0] == std::pair<std::string, std::string>{"p", "urn:p"});
}

TEST_CASE("what is no XML is refused with its line") {
    CHECK_THAT(refusal("<a>\n<b></a>"), Catch::StartsWith("a.xml:2: this is not XML: "));
    CHECK_THAT(refusal(""), Catch::StartsWith("a.xml: ") || Catch::StartsWith("a.xml:1: "));
    CHECK_THAT(refusal("<a>\xFF</a>"), Catch::Contains("this is not XML"));
}

TEST_CASE("a document with a DTD is refused, so that no entity is expanded or fetched") {
    CHECK_THAT(refusal("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>"),
               Catch::Contains("DTD"));
    CHECK_THAT(refusal("<!DOCTYPE a SYSTEM \"http://127.0.0.1/a.dtd\"><a/>"), Catch::Contains("DTD"));
    CHECK_THAT(refusal("<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a d=\"&c;\"/>"),
               Catch::Contains("DTD"));
}

TEST_CASE("a document that is nested too deep is refused") {
    std::string deep;
    for (int i = 0; i < 1000; ++i) deep += "<a>";
    CHECK_THAT(refusal(deep), Catch::Contains("this is not XML"));
}

TEST_CASE("bytes behind the root that the declared encoding does not have are not dropped") {
    const std::string sjis = "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><a>\x8E\x52</a>";
    CHECK(read_xml(sjis + "\n", "a.xml").text == "山");
    CHECK(refusal(sjis + "\xFF") == "a.xml: this is not XML: its encoding cannot be converted");
}
