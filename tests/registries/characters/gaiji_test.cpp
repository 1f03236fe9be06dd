#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "registries/builder/builder.hpp"
#include "registries/characters/gaiji_audit.hpp"
#include "registries/sources/glyph_number.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/tiny_font.hpp"

using namespace daicho;

namespace {

GaijiTable table_of(const std::string& text) {
    const ScratchFolder folder;
    return read_gaiji_table(std::make_unique<InputFile>(folder.write("みほん市.csv", text)));
}

/// Codes with their unit as a code point, and what remains unclear.
std::vector<std::string> codes_of(const std::string& text) {
    std::vector<std::string> all;
    for (const GaijiEntry& entry : table_of(text).entries) {
        const std::string kind = entry.form == GaijiCodeForm::own                ? "own"
                                 : entry.form == GaijiCodeForm::unicode_or_cp932 ? "unclear"
                                                                                 : "";
        all.push_back(entry.code + "=" + kind +
                      (entry.unit.empty() ? "" : std::to_string(entry.unit.size())));
    }
    return all;
}

/// A registry with three MJ glyphs and two GJ characters, one of which two fonts have at different codes.
class Glyphs {
 public:
    Glyphs() {
        TinyFont one, other;
        one.glyph("GJ000001", {0x100000})
            .glyph("GJ000002", {0x100001})
            .glyph("GJ000005", {0x100005})
            .glyph("mj022336", {0x845B});
        one.glyph("mj022335", {}).sequence(0x845B, 0xE0102);
        other.family = "Other Mincho";
        other.glyph("GJ000002", {0x10DE92}).glyph("GJ000003", {0x100000});
        folder_.write("in/one.ttf", one.bytes());
        folder_.write("in/other.ttf", other.bytes());
        folder_.write("in/gj.csv",
                      "GJ番号,基底文字,備考\nGJ000001,U+845B,\nGJ000002,845B_E0102,\nGJ000004,,\n");
        build_registry(folder_ / "r.sqlite", {folder_ / "in"}, {});
        registry_ = std::make_unique<Registry>(folder_ / "r.sqlite");
        glyphs_ = std::make_unique<StandardGlyphs>(*registry_);
    }
    const StandardGlyphs& operator*() const { return *glyphs_; }
    const StandardGlyphs* operator->() const { return glyphs_.get(); }

 private:
    ScratchFolder folder_;
    std::unique_ptr<Registry> registry_;
    std::unique_ptr<StandardGlyphs> glyphs_;
};

/// "issue code glyph glyph" of each finding.
std::vector<std::string> open_in(const std::string& text, const StandardGlyphs& glyphs,
                                 const GaijiCensus* data = nullptr) {
    std::vector<std::string> all;
    for (const GaijiFinding& finding : audit_gaiji(table_of(text), glyphs, data).findings) {
        std::string line(name_of(finding.issue).key);
        for (const std::string& code : finding.codes) line += " " + code;
        for (const std::string& glyph : finding.glyphs) line += " " + glyph;
        all.push_back(line);
    }
    return all;
}

using Lines = std::vector<std::string>;

const std::string header = "外字コード,文字図形名,文字,候補,根拠,確認者\n";

}  // namespace

TEST_CASE("numbers of glyphs are read in every spelling, and nothing else is one") {
    CHECK(glyph_number("mj025760") == "MJ025760");
    CHECK(glyph_number("ＧＪ０００００１") == "GJ000001");
    CHECK(glyph_number("GJH000012") == "GJH000012");
    CHECK(series_of("GJH000012") == GlyphSeries::gjh);
    for (const char* other :
         {"", "MJ02576", "MJ0257601", "mj025760.vert", "AJ025760", "025760", "MJ02576O", "字"}) {
        CHECK_FALSE(glyph_number(other));
    }
}

TEST_CASE("codes of own characters are Unicode, CP932 or numbers of a system; what can be both stays open") {
    CHECK(read_gaiji_code("U+E000").unit == "\uE000");
    CHECK(read_gaiji_code("SJIS F040").unit == "\uE000");
    CHECK(read_gaiji_code("CP932:F9FC").unit == "\uE757");
    CHECK(read_gaiji_code("F080").form == GaijiCodeForm::unicode_or_cp932);
    CHECK(read_gaiji_code("F080").unit == "\uF080");
    CHECK(read_gaiji_code("F080").cp932 == "\uE03F");
    CHECK(read_gaiji_code("F07F").unit == "\uF07F");  // no trail byte
    CHECK(read_gaiji_code("F940").unit == "\uE69C");  // no private use in Unicode
    CHECK(read_gaiji_code("U+100001").unit == "\U00100001");
    CHECK(read_gaiji_code("\uE123").unit == "\uE123");
    for (const char* own : {"G-001", "845B", "100234", "12", "F0400000", "", "葛飾"}) {
        CHECK(read_gaiji_code(own).form == GaijiCodeForm::own);
    }
}

TEST_CASE("a code that is both is what the other codes of the site are") {
    const std::string end = ",MJ022336,,,票,係\n";
    CHECK(codes_of(header + "F040" + end) == Lines{"F040=unclear"});
    const GaijiTable cp932 = table_of(header + "F040" + end + "F940" + end);
    CHECK(cp932.entries[0].unit == "\uE000");
    const GaijiTable unicode = table_of(header + "F040" + end + "E000" + end);
    CHECK(unicode.entries[0].unit == "\uF040");
    CHECK(codes_of(header + "F040" + end + "E000" + end + "F940" + end)[0] == "F040=unclear");
}

TEST_CASE("columns of codes may say which encoding they are of") {
    const GaijiTable table = table_of("シフトJIS,MJ番号,根拠,確認者\nF040,MJ022336,票,係\n");
    CHECK(table.entries[0].unit == "\uE000");
    CHECK(table.entries[0].site == "みほん市");
    CHECK(table_of("Unicode,MJ番号,根拠,確認者\nF040,MJ022336,票,係\n").entries[0].unit == "\uF040");
}

TEST_CASE("a file without the columns is refused with the columns that it needs") {
    CHECK_THROWS_WITH(table_of("名称,住所\nA,B\n"), Catch::Contains("needs gaiji_code and one of mj, gj"));
}

TEST_CASE("a table of which nothing is open gives its replacements") {
    const Glyphs glyphs;
    const GaijiAudit audit = audit_gaiji(
        table_of(
            header +
            "E000,MJ022336,,,票1,係\nE001,MJ022335,,,票2,係\nE002,GJ000005,,,票3,係\nE003,,辻,,票4,係\n"),
        *glyphs, nullptr);
    REQUIRE(audit.findings.size() == 0);
    CHECK(audit.complete());
    CHECK(audit.identified == 4);
    Lines written;
    for (const GaijiReplacement& one : audit.replacements) written.push_back(one.to + one.glyph);
    CHECK(written == Lines{"葛MJ022336", "葛\U000E0102MJ022335", "\U00100005GJ000005", "辻"});
    CHECK(audit.replacements[0].evidence == "票1");
}

TEST_CASE("every way in which a table is open is told") {
    const Glyphs glyphs;
    const auto open = [&](const std::string& rows) { return open_in(header + rows, *glyphs); };
    CHECK(open("E000,,,MJ022335・MJ022336,,\n") == Lines{"not-identified E000"});
    CHECK(open("E000,MJ099999,,,票,係\n") == Lines{"not-loaded E000 MJ099999"});
    CHECK(open("E000,GJ099999,,,票,係\n") == Lines{"unknown-glyph E000 GJ099999"});
    CHECK(open("E000,MJ02233,,,票,係\n") == Lines{"unreadable E000"});
    CHECK(open("E000,MJ022336,辻,,票,係\n") == Lines{"several-targets E000 MJ022336 辻"});
    CHECK(open("E000,MJ022336,,,,\n") == Lines{"no-evidence E000 MJ022336", "no-checker E000 MJ022336"});
    CHECK(open("E000,GJ000004,,,票,係\n") == Lines{"no-writing E000 GJ000004"});
    CHECK(open("E000,GJ000002,,,票,係\n") == Lines{"no-writing E000 GJ000002"});  // two fonts, two codes
    CHECK(open("E000,GJ000001,,,票,係\n") ==
          Lines{"no-writing E000 GJ000001"});  // its code is another's elsewhere
    CHECK(open("E000,MJ022336,,,票,係\nE000,MJ022335,,,票,係\n") ==
          Lines{"one-code-two-glyphs E000 MJ022336 MJ022335"});
    CHECK(open("E000,MJ022336,,,票,係\nE001,MJ022336,,,票,係\n") ==
          Lines{"two-codes-one-glyph E000 E001 MJ022336"});
    CHECK(open("E000,MJ022336,,,票,係\nU+E000,,葛,,票,係\n") == Lines{"repeated E000 U+E000 MJ022336 葛"});
    CHECK(open("E000,,\U00100009,,票,係\n") == Lines{"unreadable E000 \U00100009"});
}

TEST_CASE("without a registry no number passes") {
    CHECK(open_in(header + "E000,MJ022336,,,票,係\n", StandardGlyphs{}) == Lines{"not-loaded E000 MJ022336"});
}

TEST_CASE("two sites may have different glyphs at one code, and it is told") {
    const Glyphs glyphs;
    const std::string text =
        "団体,外字コード,MJ番号,根拠,確認者\nA,E000,MJ022336,票,係\nB,E000,MJ022335,票,係\n";
    const GaijiAudit audit = audit_gaiji(table_of(text), *glyphs, nullptr);
    REQUIRE(audit.findings.size() == 1);
    CHECK(audit.findings[0].issue == GaijiIssue::sites_differ);
    CHECK(audit.complete());
    CHECK(audit_gaiji(table_of(text).of_site("A"), *glyphs, nullptr).findings.empty());
}

TEST_CASE("all own characters of the data are in the table, or are named with their places") {
    const Glyphs glyphs;
    GaijiCensus data([](std::string_view unit) { return unit == "髙"; });
    const auto at = [] { return GaijiPlace{"a.csv", 3, 4, "氏名"}; };
    data.add("葛\uE000木\uE005\uE005", at);
    data.add("髙\U00100000\U00100001\uFFFD", at);
    const std::string table = header + "E000,MJ022336,,,票,係\n髙,,高,,票,係\nE00F,MJ022335,,,票,係\n";
    CHECK(open_in(table, *glyphs, &data) ==
          Lines{"missing U+E005", "missing U+100000", "broken U+FFFD", "unused E00F"});
    const GaijiAudit audit = audit_gaiji(table_of(table), *glyphs, &data);
    CHECK(audit.kinds == 6);
    CHECK(audit.uses == 7);
    CHECK(audit.covered == 2);
    CHECK(audit.standard == 1);  // U+100001 is GJ000002 by the only font that has it
    CHECK_FALSE(audit.complete());
    CHECK(audit.findings[0].use.count == 2);
    CHECK(audit.findings[0].use.places[0].line == 4);
}

TEST_CASE("numbers of a system stand in no text, which is told, and are checked for all else") {
    const GaijiAudit audit = audit_gaiji(table_of(header + "100234,,葛,,票,係\n"), StandardGlyphs{}, nullptr);
    CHECK(audit.complete());
    CHECK(audit.numbers == 1);
    CHECK(audit.replacements.empty());
}

TEST_CASE("a private use code is known by fonts and tables, and by none where they differ") {
    const Glyphs glyphs;
    const GjCharacters& gj = glyphs->gj();
    CHECK(gj.size() == 5);
    CHECK(gj.all_of("\U00100000").size() == 2);
    CHECK(gj.of("\U00100000") == nullptr);
    REQUIRE(gj.of("\U0010DE92") != nullptr);
    CHECK(gj.of("\U0010DE92")->number == "GJ000002");
    CHECK(gj.of("\uE000") == nullptr);
    CHECK(gj.find("GJ000001")->base == "葛");
    CHECK(gj.find("GJ000002")->base == "葛\U000E0102");
    CHECK(gj.find("GJ000002")->unit().empty());
    CHECK(gj.find("GJ000009") == nullptr);
}
