#include "grammars/formats/xml_text.hpp"

#include <string>
#include <vector>

#include "catch2/catch.hpp"

using namespace daicho;

namespace {

std::string escaped(const std::string& text) {
    std::string out;
    append_xml_escaped(out, text);
    return out;
}

struct Part {
    std::string text, xml;
};

/// What stands for itself, what has a name, what XML cannot say, and bytes that are no text.
const std::vector<Part> parts{
    {"a", "a"},
    {"中央公民館（本館）", "中央公民館（本館）"},
    {"&", "&amp;"},
    {"<", "&lt;"},
    {">", "&gt;"},
    {"\"", "&quot;"},
    {"\\", "\\"},
    {"\n", "&#10;"},
    {"\r", "&#13;"},
    {"\t", "&#9;"},
    {"\x01", "\uFFFD"},
    {"\x7F", "\x7F"},
    {"\uFFFC", "\uFFFC"},
    {"\uFFFD", "\uFFFD"},
    {"\xEF\xBF\xBE", "\uFFFD"},
    {"\xEF\xBF\xBF", "\uFFFD"},
    {"𠮷", "𠮷"},
    {"é", "é"},
    {"\xFF", "\uFFFD"},
    {"'", "'"},
};

}  // namespace

TEST_CASE("each part of a text is escaped for itself, whatever stands beside it") {
    for (const Part& one : parts) {
        CAPTURE(one.text);
        CHECK(escaped(one.text) == one.xml);
        for (const Part& other : parts) {
            CHECK(escaped(one.text + other.text + one.text) == one.xml + other.xml + one.xml);
            CHECK(escaped(other.text + "12345678" + one.text) == other.xml + "12345678" + one.xml);
        }
    }
    CHECK(escaped("").empty());
}
