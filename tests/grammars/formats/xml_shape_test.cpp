// Records that are read by the shape of those before are what they are where each is read on its own: a
// document in UTF-8 and the same in UTF-16, of which none is, make the same table.

#include "grammars/formats/xml_shape.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/table_reader.hpp"

using namespace daicho;

namespace {

/// All there is of a table: header, cells, places and findings, or the refusal.
std::string read_table_of(const std::string& bytes) {
    std::string all;
    const auto add = [&](const Finding& finding) {
        all += std::string(finding.rule.text) + " " + std::to_string(finding.record) + " " +
               std::to_string(finding.place.line) + " " + finding.value + " " + finding.detail + "\n";
    };
    try {
        const auto table = read_table(bytes, {}, "t.xml");
        for (const std::string& name : table->header()) all += name + "|";
        for (Batch batch; table->next(batch);) {
            for (std::size_t i = 0; i < batch.size(); ++i) {
                all += "\n" + std::to_string(batch.line(i)) + " " +
                       place_text(table->places(), batch.place(i), 0, "");
                for (std::size_t c = 0; c < batch.width(i); ++c) all.append("|").append(batch.cell(i, c));
            }
            for (const Finding& finding : batch.findings()) add(finding);
        }
        all += "\n";
        for (const Finding& finding : table->findings()) add(finding);
    } catch (const Error& error) {
        all += "refused: " + error.en().substr(0, error.en().find(": "));
    }
    return all;
}

std::string in_utf16(const std::string& text) {
    std::string bytes = "\xFF\xFE";
    Encoder(Encoding::utf16le).encode(text, bytes);
    return bytes;
}

const std::vector<std::string> texts{"",
                                     "1",
                                     "北館",
                                     " 北 館 ",
                                     "\n  北館\n ",
                                     "東京都千代田区霞が関三丁目１番１号（中央合同庁舎）",
                                     "a &amp; b",
                                     "a]b",
                                     "]]",
                                     "🏢と\xED\x9F\xBF",
                                     "\xEF\xBF\xBDの後ろに十六字より多くの文字がある",
                                     "<![CDATA[<x>]]>",
                                     "<!-- 注 -->",
                                     "tab\there",
                                     "&#x9;"};

/// Mostly that of all records, else none, one with more attributes, or with texts that are read in another
/// way.
std::string drawn_attributes(std::mt19937& random) {
    static const std::vector<std::string> some{"",
                                               " 番号='1' 種別='乙'",
                                               " 番号 = \"1\"",
                                               " x:番号='1'",
                                               " xmlns:y='urn:y' 番号='1'",
                                               " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                                               "xsi:nil='true'"};
    static const std::vector<std::string> values{"1",       "",          "東京都千代田区霞が関三丁目１番１号",
                                                 " 北 館 ", "a > b",     "it's",
                                                 "]]>",     "a &amp; b", "a\nb",
                                                 "🏢",       "a/"};
    if (random() % 20 == 0) return some[random() % some.size()];
    return " 番号=\"" + values[random() % (random() % 3 == 0 ? values.size() : 3)] + "\"";
}

std::string drawn_record(std::mt19937& random) {
    const auto one_of = [&](unsigned times) { return random() % times == 0; };
    const auto text = [&] { return one_of(3) ? texts[random() % texts.size()] : texts[random() % 3]; };
    const std::string apart = one_of(40) ? "\r\n\t" : "\n  ";
    const bool with_attributes = one_of(2);
    const auto attributes = [&] { return with_attributes ? drawn_attributes(random) : std::string(); };
    std::string record = one_of(30) ? "<施設 番号='1'>" : "<施設" + attributes() + ">";
    for (const char* const name : {"名称", "電話", "電話", "x:備考"}) {
        if (one_of(25)) continue;
        const std::string open(name);
        const std::string begin = apart + "<" + open + (open == "電話" ? attributes() : "");
        record += begin + (one_of(12) ? "/>" : ">" + text() + "</" + open + ">");
    }
    if (with_attributes)
        record += apart + "<位置 緯度='35." + std::to_string(random() % 90) + "' 経度=\"139.1\"/>";
    record += apart + "<住所_MP01><町字>" + text() + "</町字><番地>" + text() + "</番地></住所_MP01>";
    if (one_of(30)) record += "地の文";
    return record + "\n</施設>" + (one_of(20) ? "<別の要素/>\n" : "\n");
}

std::string drawn_document(std::mt19937& random) {
    std::string text = "<?xml version=\"1.0\"?>\n<一覧 xmlns:x=\"urn:a\"><群 xmlns:x=\"urn:b\">\n";
    for (auto count = random() % 60 + 2; count > 0; --count) {
        text += drawn_record(random);
        if (random() % 40 == 0) text += "</群><群 xmlns:x=\"urn:c\">";
    }
    return text + "</群></一覧>\n";
}

}  // namespace

TEST_CASE("records of XML that are read by the shape of others are what they are on their own") {
    std::mt19937 random(3);
    for (int i = 0; i < 400; ++i) {
        const std::string text = drawn_document(random);
        CAPTURE(text);
        CHECK(read_table_of(text) == read_table_of(in_utf16(text)));
    }
}

TEST_CASE("a record that is cut, or has a byte that is no UTF-8, is refused behind others as before them") {
    std::mt19937 random(4);
    std::string many;
    for (int i = 0; i < 30; ++i) many += "<r><a>東京都千代田区</a><b>１番</b></r>\n";
    const std::string record = "<r><a>東京都千代田区霞が関</a><b>２番</b></r>";
    for (std::size_t at = 4; at < record.size(); ++at) {
        std::string wrong = record;
        wrong[at] = '\xFF';
        CAPTURE(wrong);
        CHECK(read_table_of("<l>" + many + wrong + "</l>") == "refused: t.xml:31");
        CHECK(read_table_of("<l>" + many + record.substr(0, at)).starts_with("refused: t.xml:31"));
    }
    for (const char* const none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF", "\x01", "]]>", "&x;", "\xED\xA0\x80"}) {
        for (std::size_t before = 0; before < 20; ++before) {
            const std::string wrong =
                "<r><a>" + std::string(before, 'x') + none + "の後ろの長い文字列</a><b/></r>";
            CAPTURE(wrong);
            CHECK(read_table_of("<l>" + many + wrong + "</l>") == "refused: t.xml:31");
        }
    }
}

TEST_CASE("records that are no more than attributes are read by the shape of others as well") {
    std::mt19937 random(5);
    for (int i = 0; i < 200; ++i) {
        std::string text = "<l xmlns:x='urn:x'>\n";
        for (auto count = random() % 40 + 2; count > 0; --count)
            text += "<r" + drawn_attributes(random) + (random() % 9 == 0 ? "></r>\n" : "/>\n");
        CAPTURE(text);
        CHECK(read_table_of(text + "</l>") == read_table_of(in_utf16(text + "</l>")));
    }
}

TEST_CASE("a shape is that of a record without mixed texts") {
    XmlShape shape;
    std::vector<std::string_view> values;
    REQUIRE(shape.learn("\n <r>\n<a>1</a><b/><c><d></d></c></r>"));
    CHECK(shape.values() == 3);
    CHECK(shape.elements().size() == 5);
    CHECK(shape.lines() == 2);
    CHECK(shape.lines_before() == 1);
    const std::string like = "\n <r>\n<a>東京</a><b/><c><d>2</d></c></r><r>";
    CHECK(shape.match(like, values) == like.size() - 3);
    CHECK(values == std::vector<std::string_view>{"東京", "", "2"});
    for (std::size_t size = 0; size < like.size() - 3; ++size)
        CHECK(shape.match(std::string_view(like).substr(0, size), values) == 0);
    CHECK(shape.match("\n <r>\n<a>&amp;</a><b/><c><d>2</d></c></r>", values) == 0);
    for (const char* const other :
         {"<r/>", "<r></r>", "<r>1</r>", "<r>1<a>1</a></r>", "<r x='1'>1<a>1</a></r>", "<r><a>1</a>1</r>",
          "<r><a>1</a></r> ", "1<r><a>1</a></r>"}) {
        CAPTURE(other);
        CHECK_FALSE(shape.learn(other));
    }
    REQUIRE(shape.learn("<r x='>'><a y=\"/\">1</a><b z='2'/></r>"));
    CHECK(shape.values() == 4);
    const std::string with_attributes = "<r x='\"'><a y=\"\">北館</a><b z=']]>'/></r>";
    CHECK(shape.match(with_attributes, values) == with_attributes.size());
    CHECK(values == std::vector<std::string_view>{"\"", "", "北館", "]]>"});
    for (const char* const other :
         {"<r x='1'><a y=\"2\"></a><b z=''/></r>", "<r x='1'><a y=\"2\"> 1</a><b z=''/></r>",
          "<r x='1'><a y='2'>1</a><b z=''/></r>", "<r x='&lt;'><a y=\"2\">1</a><b z=''/></r>",
          "<r x='<'><a y=\"2\">1</a><b z=''/></r>", "<r x='1\t'><a y=\"2\">1</a><b z=''/></r>"}) {
        CAPTURE(other);
        CHECK(shape.match(other, values) == 0);
    }
    REQUIRE(shape.learn("<r x='1' y=\"2\"/>"));
    CHECK(shape.match("<r x='3' y=\"\"/>", values) == 15);
}
