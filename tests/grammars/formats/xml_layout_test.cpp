#include "grammars/formats/xml_layout.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "grammars/formats/rule_ids.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/formats/text_source.hpp"

using namespace daicho;

namespace {

XmlLayout layout_of(const std::string& document) {
    MemorySource source(document, "t.xml");
    XmlSurvey survey("t.xml");
    XmlReader xml(source);
    while (xml.next() != XmlEvent::finished) survey.see(xml);
    return choose_xml_records(survey, "t.xml", "");
}

/// Documents whose values are all different ("v1.", "v2."), with the traps of XML.
class DrawnXml {
 public:
    explicit DrawnXml(unsigned seed) : random_(seed) {}

    struct Value {
        std::string path;  ///< of its element
        bool in_mixed;     ///< its element has both text and elements
    };
    std::vector<Value> values;
    bool nil = false, comment = false, instruction = false;

    std::string document() {
        const std::string xsi = "http://www.w3.org/2001/XMLSchema-instance";
        return element("一覧", "", "xmlns:p='urn:p' xmlns:xsi='" + xsi + "'", 0);
    }

 private:
    bool one_in(unsigned times) { return random_() % times == 0; }
    std::string value(const std::string& path, bool mixed) {
        values.push_back({path, mixed});
        return "v" + std::to_string(values.size() - 1) + ".";
    }
    std::string attributes(const std::string& path) {
        std::string text;
        for (const char* name : {"id", "p:id", "種別"}) {
            if (one_in(6)) text.append(" ").append(name).append("='").append(value(path, false)) += "'";
        }
        if (!one_in(30)) return text;
        nil = true;
        return text + " xsi:nil='true'";
    }
    std::string aside() {
        if (one_in(40)) return comment = true, "<!-- 注 -->";
        if (one_in(40)) return instruction = true, "<?p i?>";
        return "";
    }
    std::string element(const std::string& name, const std::string& above, const std::string& declared,
                        int depth) {
        const std::size_t local = name.find(':') + 1;
        const std::string path = above + "/" + std::string(without_pattern(name.substr(local)));
        std::string text = "<" + name + (declared.empty() ? "" : " " + declared) + attributes(path) + ">";
        if (depth > 3 || (depth > 0 && one_in(2)))
            return text + value(path, false) + aside() + "</" + name + ">";
        const bool mixed = one_in(10);
        const std::size_t children = 1 + random_() % 5;
        const bool alike = one_in(2);
        std::string child = names[random_() % std::size(names)];
        for (std::size_t i = 0; i < children; ++i) {
            if (mixed && one_in(2)) text += value(path, true) + " ";
            if (!alike) child = names[random_() % std::size(names)];
            text += "\n" + aside() + element(child, path, "", depth + 1);
        }
        return text + "</" + name + ">";
    }

    static constexpr const char* names[] = {"名称", "電話", "p:名称", "住所_MP01", "住所_MP02", "b", "p:b"};
    std::mt19937 random_;
};

struct Heard {
    std::string cells, details;
    std::vector<RuleId> rules;

    bool told(RuleId rule) const { return std::ranges::find(rules, rule) != rules.end(); }
};

/// Everything that was read or told of a document.
Heard heard_of(const std::string& document) {
    const auto table = read_table(document, {}, "t.xml");
    Heard heard;
    for (Batch batch; table->next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            for (std::size_t c = 0; c < batch.width(i); ++c) heard.cells.append(batch.cell(i, c)) += '\n';
        }
    }
    for (const Finding& finding : table->findings()) {
        heard.details += finding.detail + "\n";
        heard.rules.push_back(finding.rule);
    }
    return heard;
}

}  // namespace

TEST_CASE("each value of an XML document is read, or the part that it is in is named") {
    for (unsigned seed = 0; seed < 2000; ++seed) {
        DrawnXml drawn(seed);
        const std::string document = drawn.document();
        const Heard heard = heard_of(document);
        const XmlLayout layout = layout_of(document);
        INFO(document << "\n" << heard.cells << heard.details);
        CHECK(heard.told(rules::mixed_text) == !layout.mixed.empty());
        for (std::size_t i = 0; i < drawn.values.size(); ++i) {
            const DrawnXml::Value& value = drawn.values[i];
            if (heard.cells.find("v" + std::to_string(i) + ".") != std::string::npos) {
                const bool mixed_told = std::ranges::find(layout.mixed, value.path) != layout.mixed.end();
                if (value.in_mixed) CHECK(mixed_told);
                continue;
            }
            INFO(i << " of " << value.path);
            const bool outside = std::ranges::find(layout.outside, value.path) != layout.outside.end();
            const bool in_other = std::ranges::any_of(layout.others, [&](const std::string& other) {
                const std::string part = other.substr(0, other.find(' '));
                return value.path == part || value.path.starts_with(part + "/");
            });
            CHECK((outside || in_other));
        }
    }
}

TEST_CASE("what XML says beside values is told") {
    std::size_t seen = 0;
    for (unsigned seed = 0; seed < 300; ++seed) {
        DrawnXml drawn(seed);
        const Heard heard = heard_of(drawn.document());
        const auto told = [&](const char* what) { return heard.details.find(what) != std::string::npos; };
        if (heard.details.find("…") != std::string::npos) continue;  // a long list is cut
        CHECK(told("@xsi:nil") == drawn.nil);
        CHECK(told("<!-- -->") == drawn.comment);
        CHECK(told("<?p?>") == drawn.instruction);
        ++seen;
    }
    CHECK(seen > 200);
}

TEST_CASE("names that differ in namespace or pattern alone are told where they are in one place") {
    const Heard heard = heard_of(
        "<r xmlns:x='urn:x'><f id='1'><name>1</name><a_MP01>2</a_MP01></f>"
        "<f x:id='1'><x:name>3</x:name><a_MP02>4</a_MP02></f></r>");
    CHECK(heard.told(rules::several_namespaces));
    CHECK(heard.told(rules::several_patterns));
    CHECK(heard.details == "/r/f/@id (-, urn:x), /r/f/name (-, urn:x)\n/r/f/a (MP01, MP02)\n");
    const Heard apart = heard_of(
        "<r xmlns:x='urn:x'><f><a>1</a><x:b>2</x:b><c_MP01>3</c_MP01></f>"
        "<f><a>1</a><x:b>2</x:b><c_MP01>3</c_MP01></f></r>");
    CHECK(apart.rules.empty());
}
