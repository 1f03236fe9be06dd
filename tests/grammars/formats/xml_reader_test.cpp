#include "grammars/formats/xml_reader.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/text_source.hpp"
#include "grammars/formats/xml_root.hpp"

using daicho::Error;
using daicho::MemorySource;
using daicho::XmlEvent;
using daicho::XmlReader;

namespace {

/// Gives a document in portions of `portion` bytes, as a pipe does.
class Trickle final : public daicho::ByteSource {
 public:
    Trickle(std::string bytes, std::size_t portion) : bytes_(std::move(bytes)), portion_(portion) {}
    std::size_t read(char* to, std::size_t size) override {
        const std::size_t count = std::min({size, portion_, bytes_.size() - at_});
        bytes_.copy(to, count, at_);
        at_ += count;
        return count;
    }
    bool rewindable() const override { return false; }
    void rewind() override {}
    const std::string& name() const override { return name_; }

 private:
    std::string bytes_, name_ = "a.xml";
    std::size_t portion_, at_ = 0;
};

/// The events of a document in one line: +name for a start, -name for an end, texts in quotes.
std::string events(daicho::ByteSource& source) {
    std::string all;
    bool in_text = false;
    for (XmlReader reader(source); reader.next() != XmlEvent::finished;) {
        const bool text = reader.event() == XmlEvent::text;
        if (text && in_text) {
            all.pop_back();
        } else {
            all += all.empty() ? "" : " ";
            all += text ? "'" : reader.event() == XmlEvent::start ? "+" : "-";
        }
        all += text ? std::string{reader.text()} + "'" : std::string{reader.name()};
        in_text = text;
    }
    return all;
}

std::string events(const std::string& xml) {
    MemorySource source(xml, "a.xml");
    return events(source);
}

std::string refusal(const std::string& xml) {
    try {
        events(xml);
    } catch (const Error& error) {
        return error.en();
    }
    return "no error";
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    while (times-- > 0) all += text;
    return all;
}

}  // namespace

TEST_CASE("a document is read event by event, texts decoded, comments passed over") {
    CHECK(events("<?xml version=\"1.0\"?><a>1 &lt; 2<!-- c --><b/><?p i?><![CDATA[<&>]]>&#x5C71;</a>\n") ==
          "+a '1 < 2' +b -b '<&>山' -a");
}

TEST_CASE("an event knows names, namespaces, attributes, depth and line") {
    MemorySource source(
        "<?xml version=\"1.0\"?>\n"
        "<p:地図 xmlns:p=\"urn:p\" xmlns=\"urn:q\" one=\"1 &lt; 2\" p:two=\"二\">\n"
        "  <筆\n   id=\"\"/></p:地図>",
        "a.xml");
    XmlReader reader(source);
    REQUIRE(reader.next() == XmlEvent::start);
    CHECK(reader.name() == "地図");
    CHECK(reader.uri() == "urn:p");
    CHECK(reader.line() == 2);
    CHECK(reader.depth() == 1);
    REQUIRE(reader.attributes().size() == 2);
    CHECK(reader.attribute("one") == "1 < 2");
    CHECK(!reader.attribute("two"));  // it is in a namespace
    CHECK(reader.attributes()[1].uri == "urn:p");
    CHECK(reader.attributes()[1].value == "二");
    REQUIRE(reader.next_tag() == XmlEvent::start);
    CHECK(reader.uri() == "urn:q");
    CHECK(reader.line() == 4);
    CHECK(reader.depth() == 2);
    CHECK(reader.attribute("id") == "");
    CHECK(reader.next_tag() == XmlEvent::end);
    CHECK(reader.depth() == 2);
    CHECK(reader.attributes().empty());
    CHECK(reader.next_tag() == XmlEvent::end);
    CHECK(reader.name() == "地図");
    CHECK(reader.next_tag() == XmlEvent::finished);
    CHECK(reader.next() == XmlEvent::finished);
}

TEST_CASE("references in attributes are what they stand for") {
    MemorySource source("<a b=\"1 &amp; 2 &#38; &lt;\"/>", "a.xml");
    XmlReader reader(source);
    reader.next();
    CHECK(reader.attribute("b") == "1 & 2 & <");
}

TEST_CASE("a prefix that was not declared is a part of the name") {
    CHECK(events("<p:a/>") == "+p:a -p:a");
    MemorySource source("<a p:b=\"c\"/>", "a.xml");
    XmlReader reader(source);
    reader.next();
    CHECK(reader.attribute("p:b") == "c");
}

TEST_CASE("the text of an element is gathered and an element is skipped, each to its end") {
    MemorySource source("<a><b>x<c>no</c>y</b><d><d>z</d></d><e/></a>", "a.xml");
    XmlReader reader(source);
    reader.next();
    reader.next();
    CHECK(reader.read_text() == "xy");
    CHECK(reader.event() == XmlEvent::end);
    CHECK(reader.name() == "b");
    reader.next();
    reader.skip();
    CHECK(reader.name() == "d");
    CHECK(reader.depth() == 2);
    reader.next();
    CHECK(reader.name() == "e");
    CHECK(reader.read_text().empty());
}

TEST_CASE("what is read does not depend on the portions in which the source comes") {
    const std::string xml =
        "<?xml version=\"1.0\"?><地図 a=\"一&amp;二\">安<筆>房\r\n</筆>&#x5C71;<![CDATA[本]]></地図>";
    const std::string whole = events(xml);
    CHECK(whole == "+地図 '安' +筆 '房\n' -筆 '山本' -地図");
    for (std::size_t portion = 1; portion < xml.size(); ++portion) {
        Trickle source(xml, portion);
        CHECK(events(source) == whole);
    }
}

TEST_CASE("other encodings are read as the document declares them") {
    CHECK(events("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><a>\x8E\x52\x96\x7B</a>") == "+a '山本' -a");
    CHECK(events("<?xml version=\"1.0\" encoding=\"EUC-JP\"?><a>\xBB\xB3</a>") == "+a '山' -a");
    const char utf16[] = "\xFE\xFF\0<\0a\0>\x5C\x71\0<\0/\0a\0>";
    CHECK(events(std::string{utf16, sizeof utf16 - 1}) == "+a '山' -a");
    CHECK(events("\xEF\xBB\xBF<a/>") == "+a -a");
}

TEST_CASE("bytes that the declared encoding does not have are refused") {
    const char utf16[] = "\xFE\xFF\0<\0a\0>\xDB\x00\0<\0/\0a\0>";
    CHECK_THAT(refusal(std::string{utf16, sizeof utf16 - 1}), Catch::Contains("this is not XML: "));
    CHECK_THAT(refusal("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><a>\xFF\xFF</a>"),
               Catch::Contains("this is not XML: "));
    CHECK_THAT(refusal("<?xml version=\"1.0\" encoding=\"no-such\"?><a/>"),
               Catch::Contains("this is not XML: "));
}

TEST_CASE("wherever a byte cannot be converted the document is refused, in whatever portions it comes") {
    for (const std::string encoding : {"UTF8-", "Shift_JIS", "EUC-JP"}) {
        const std::string head = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>";
        const std::string body = "<a b=\"c\">d<!-- e --><f>g</f><![CDATA[h]]>i</a>\n";
        for (std::size_t at = 0; at <= body.size(); ++at) {
            const std::string spoilt = head + body.substr(0, at) + "\xFF" + body.substr(at);
            INFO(encoding << ", byte " << at);
            CHECK_THAT(refusal(spoilt), Catch::Contains("this is not XML: "));
            Trickle source(spoilt, 7);
            CHECK_THROWS_AS(events(source), Error);
        }
    }
}

TEST_CASE("a long document keeps exact lines beyond 65535, in bounded steps") {
    const std::string record = "<r>\n<n>1</n>\n</r>\n";
    MemorySource source("<a>\n" + repeated(record, 100'000) + "</a>", "a.xml");
    XmlReader reader(source);
    std::uint64_t records = 0;
    bool exact = true;
    while (reader.next_tag() != XmlEvent::finished) {
        if (reader.event() != XmlEvent::start || reader.name() != "n") continue;
        exact = exact && reader.line() == 3 + 3 * records;
        ++records;
    }
    CHECK(exact);
    CHECK(records == 100'000);
}

TEST_CASE("what is no XML is refused with its line, behind the events before it") {
    CHECK_THAT(refusal("<a>\n<b></a>"), Catch::StartsWith("a.xml:2: this is not XML: "));
    CHECK_THAT(refusal(""), Catch::Contains("this is not XML: "));
    CHECK_THAT(refusal("a,b\n1,2\n"), Catch::StartsWith("a.xml:1: this is not XML: "));
    CHECK_THAT(refusal("<a>\xFF</a>"), Catch::Contains("this is not XML"));
    CHECK_THAT(refusal("<a>&unknown;</a>"), Catch::Contains("this is not XML"));
    CHECK_THAT(refusal("<a/><b/>"), Catch::Contains("this is not XML"));
    MemorySource source("<a><b/>\n<c></a>", "a.xml");
    XmlReader reader(source);
    CHECK(reader.next() == XmlEvent::start);
    CHECK(reader.next() == XmlEvent::start);
    CHECK(reader.next() == XmlEvent::end);
    CHECK(reader.next_tag() == XmlEvent::start);
    CHECK_THROWS_AS(reader.next(), Error);
    CHECK_THROWS_AS(reader.next(), Error);
}

TEST_CASE("a document that was cut short is refused wherever it was cut") {
    const std::string xml = "<?xml version=\"1.0\"?><a b=\"c\">d<e>f</e><!-- g --></a>";
    for (std::size_t size = 0; size < xml.size(); ++size) {
        CHECK_THAT(refusal(xml.substr(0, size)), Catch::Contains("this is not XML: "));
    }
}

TEST_CASE("any DTD is refused before a word of it counts") {
    CHECK_THAT(refusal("\n<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>"),
               Catch::StartsWith("a.xml:2: ") && Catch::Contains("DTD"));
    CHECK_THAT(refusal("<!DOCTYPE a SYSTEM \"http://127.0.0.1/a.dtd\"><a/>"), Catch::Contains("DTD"));
    std::string bomb = "<!DOCTYPE a [<!ENTITY e0 \"ha\">";
    for (int i = 1; i < 30; ++i) {
        const std::string inner = "&e" + std::to_string(i - 1) + ";";
        bomb += "<!ENTITY e" + std::to_string(i) + " \"" + repeated(inner, 10) + "\">";
    }
    CHECK_THAT(refusal(bomb + "]><a>&e29;</a>"), Catch::Contains("DTD"));
}

TEST_CASE("depth, tags and comments have limits, long texts have none") {
    CHECK(events(repeated("<a>", 256) + repeated("</a>", 256)).size() > 256);
    CHECK_THAT(refusal(repeated("<a>\n", 257) + repeated("</a>", 257)),
               Catch::StartsWith("a.xml:257: ") && Catch::Contains("nested too deep"));
    const std::string million(1'000'000, 'x');
    CHECK_THAT(refusal("<a b=\"" + million + "\"/>"), Catch::Contains("is too long"));
    CHECK(events("<a><!--" + million + "--></a>") == "+a -a");
    CHECK_THAT(refusal("<a><!--" + million + million + "--></a>"), Catch::Contains("is too long"));
    CHECK(events("<a>" + repeated(million, 20) + "</a>").size() == 20'000'008);
    CHECK(events("<a><![CDATA[" + million + "]]></a>").size() == 1'000'008);
    CHECK_THAT(refusal("<a><![CDATA[" + million + million + "]]></a>"), Catch::Contains("is too long"));
    MemorySource source("<a>" + million + million + "</a>", "a.xml");
    XmlReader reader(source);
    reader.next();
    CHECK_THROWS_AS(reader.read_text(), Error);
}

TEST_CASE("a tag with thousands of attributes is no trap") {
    std::string tag = "<a";
    for (int i = 0; tag.size() < 60'000; ++i) tag += " a" + std::to_string(i) + "=\"\"";
    CHECK(events(tag + "/>") == "+a -a");
}

TEST_CASE("an endless supply of names comes to an end") {
    std::string xml = "<a>";
    for (int i = 0; i < 200'000; ++i) xml += "<n" + std::to_string(i) + "/>";
    CHECK_THAT(refusal(xml + "</a>"), Catch::Contains("too many different names"));
}

TEST_CASE("the start of a document tells its root") {
    const auto root = daicho::xml_root("<?xml version=\"1.0\"?>\n<!-- c --><地図 xmlns=\"urn:a\"><b");
    REQUIRE(root);
    CHECK(root->name == "地図");
    CHECK(root->uri == "urn:a");
    CHECK(!daicho::xml_root("<?xml version=\"1.0\"?>\n<地図 xmlns="));
    CHECK(!daicho::xml_root("a,b\n1,2\n"));
    CHECK(!daicho::xml_root("<!DOCTYPE a><a/>"));
    CHECK(!daicho::xml_root(""));
}
