// What the scanner reads is what libxml2 reads: a document in UTF-8, of which the scanner reads what it can,
// gives the events and the refusal of the same document in UTF-16, of which it reads nothing.

#include "grammars/formats/xml_scanner.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/text_source.hpp"
#include "grammars/formats/xml_reader.hpp"

using namespace daicho;

namespace {

/// Events in order, one a line, and the refusal: texts that follow each other are one.
std::string told(const std::string& bytes) {
    MemorySource source(bytes, "a.xml");
    std::string all;
    bool in_text = false;
    try {
        for (XmlReader reader(source); reader.next() != XmlEvent::finished;) {
            const bool text = reader.event() == XmlEvent::text;
            if (!text || !in_text) all += text ? "\n'" : reader.event() == XmlEvent::start ? "\n+" : "\n-";
            in_text = text;
            all += text ? reader.text() : reader.name();
            if (text) continue;
            all.append(" {").append(reader.uri()).append("} ");
            all += std::to_string(reader.depth()) + " at " + std::to_string(reader.line());
            for (const XmlReader::Attribute& one : reader.attributes())
                all.append(" ").append(one.name).append("{").append(one.uri).append("}=").append(one.value);
        }
    } catch (const Error& error) {
        all += "\nrefused: " + error.en().substr(0, error.en().find(": "));  // its line
    }
    return all;
}

std::string in_utf16(const std::string& text) {
    std::string bytes = "\xFF\xFE";
    Encoder(Encoding::utf16le).encode(text, bytes);
    return bytes;
}

/// The first lines that differ; "" where none do.
std::string difference(const std::string& a, const std::string& b) {
    if (a == b) return "";
    const auto at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    const auto line = [&](const std::string& text) {
        const std::size_t from = text.rfind('\n', at) + 1;
        return text.substr(from, text.find('\n', at) - from);
    };
    return line(a) + " / " + line(b);
}

/// A document as programs write it, with traps strewn in; now and then one that is broken.
class DrawnXml {
 public:
    explicit DrawnXml(unsigned seed) : random_(seed) {}

    std::string document() {
        std::string all = "<一覧 xmlns:p='urn:p'" + std::string(one_in(2) ? " xmlns='urn:d'" : "") + ">";
        const unsigned records = 1 + below(40);
        for (unsigned i = 0; i < records; ++i) all += space() + element(2 + below(3));
        return all + "</一覧>";
    }

 private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
    bool one_in(unsigned times) { return below(times) == 0; }
    std::string one_of(const std::vector<std::string>& all) {
        return all[below(static_cast<unsigned>(all.size()))];
    }
    std::string space() { return one_of({"", "\n", "\n  ", "\r\n\t"}); }
    std::string text() {
        const std::string rare =
            one_of({"&#x5C71;", "<![CDATA[<&]]>", "<!-- 注 -->", "<?p i?>", "]] >", "a]b", "\r", "\r\n",
                    "\xEF\xBC\xBE", "x\ty\nz", "<b xmlns='urn:e'>e</b>"});
        const std::string broken =
            one_of({"]]>", "&unknown;", "\x01", "\xEF\xBF\xBE", "</b>", "<b", "a < b", "<b c=1/>",
                    "<b c='1' c='2'/>", "<b p:c='1'p:d='2'/>", "<b c='<'/>", "<b/ >"});
        if (one_in(3000)) return broken;
        if (one_in(12)) return rare;
        return one_of({"", "あ", "北館 1", "a &lt; b &amp;&gt;&quot;&apos;", "2024-04-01",
                       "ずっと長い説明の文が続く", "long enough for more than one block of bytes"});
    }
    std::string attributes() {
        std::string all;
        for (const char* name : {" c", " 番号", "\n p:c", "  d"}) {
            if (!one_in(8)) continue;
            const std::string quote = one_of({"'", "\""});
            all.append(name).append("=").append(quote);
            all += one_of({"", "1", "甲 乙", "a&amp;b", "&lt;", one_in(20) ? "&#10;" : "x", "]]>"}) + quote;
        }
        return all + one_of({"", "", "", " ", "\n"});
    }
    std::string element(unsigned depth) {
        const std::string name = one_of({"a", "b", "名称", "p:名称", one_in(30) ? "q:a" : "a"});
        const std::string start = "<" + name + attributes();
        if (one_in(8)) return start + "/>";
        std::string all = start + ">" + text();
        for (unsigned i = 0; depth > 0 && i < 4; ++i) all += space() + element(depth - 1) + text();
        return all + "</" + name + one_of({"", "", " "}) + ">";
    }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("what is scanned is what is parsed: events, lines and refusals") {
    std::size_t refused = 0, longest = 0;
    for (unsigned seed = 0; seed < 120; ++seed) {
        const std::string document = DrawnXml(seed).document();
        const std::string scanned = told(document), parsed = told(in_utf16(document));
        INFO(seed);
        REQUIRE(difference(scanned, parsed) == "");
        refused += scanned.find("\nrefused") != scanned.npos;
        longest = std::max(longest, document.size());
    }
    CHECK(refused > 20);
    CHECK(refused < 100);
    CHECK(longest > 60'000);
}

TEST_CASE("the scanner reads elements of known names whole, and stops before what is unusual") {
    XmlScanner scanner;
    scanner.know_element("", "a", "a", "");
    scanner.know_element("p", "b", "b", "urn:p");
    XmlSteps steps;
    const auto read = [&](const std::string& text) {
        steps.clear();
        return scanner.scan(text, 1, 1, steps);
    };
    CHECK(read("\n<a>x</a><p:b/>\n</r>") == 16);
    REQUIRE(steps.all.size() == 7);
    CHECK(steps.all[4].uri == "urn:p");
    CHECK(scanner.line() == 3);
    CHECK(!scanner.was_cut());
    CHECK(read("<a>x</a><c/>") == 8);          // a name that was not met
    CHECK(read("<a/><a>x<!-- --></a>") == 4);  // not the half of an element
    CHECK(read("<a/><a><p:b>x</p:b>") == 4);
    CHECK(scanner.was_cut());
    CHECK(read("<a/>x]]>") == 4);
    CHECK(read("<a>\xE5\x8C</a>") == 0);
    scanner.forget();
    CHECK(read("<a/>") == 0);
}
