#include <catch2/catch.hpp>

#include <algorithm>

#include "registries/builder/builder.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/registry_rows.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/tiny_font.hpp"

using namespace daicho;

namespace {

/// The rows of `sql` on a registry of what lies in the folder, cells with | between them.
std::vector<std::string> rows_of(const ScratchFolder& folder, const std::string& sql) {
    build_registry(folder / "r.sqlite", {folder / "in"}, {});
    return registry_rows(folder / "r.sqlite", sql);
}

std::string note_on(const ScratchFolder& folder, const std::string& name) {
    const BuildReport report = build_registry(folder / "r.sqlite", {folder / "in"}, {});
    const auto found = std::ranges::find(report.files, "in/" + name, &FileReport::name);
    REQUIRE(found != report.files.end());
    return found->note.en;
}

}  // namespace

TEST_CASE("glyphs of a font are known by the numbers that are their names") {
    const ScratchFolder folder;
    TinyFont font;
    font.glyph("GJ000001", {0x100000})
        .glyph("gjh000003", {0x10DE92})
        .glyph("mj025760", {})
        .sequence(0x8FBB, 0xE0102);
    font.glyph("space", {0x20}).glyph("GJ000001.vert", {}).glyph("GJ000009", {});
    folder.write("in/font.ttf", font.bytes());
    CHECK(rows_of(folder, "select font, version, number, code, selector from font_glyph order by number") ==
          std::vector<std::string>{"Tiny Mincho|Version 001.00|GJ000001|100000|",
                                   "Tiny Mincho|Version 001.00|GJ000009||",
                                   "Tiny Mincho|Version 001.00|GJH000003|10DE92|",
                                   "Tiny Mincho|Version 001.00|MJ025760|8FBB|E0102"});
}

TEST_CASE("a font without such names is told, and what is beside it is read") {
    const ScratchFolder folder;
    TinyFont other;
    folder.write("in/other.ttf", other.glyph("uni3042", {0x3042}).glyph("uniE000", {0xE000}).bytes());
    folder.write("in/cut.ttf", other.bytes().substr(0, 200));
    folder.write("in/table.csv", "GJ番号,私用領域のコード,基底文字,画数\nGJ000001,U+100000,葛,12\n");
    CHECK(note_on(folder, "other.ttf") == "no glyph of this font is named by an MJ or GJ number");
    CHECK_THAT(note_on(folder, "cut.ttf"), Catch::Contains("broken or was cut off"));
}

TEST_CASE("a table of GJ numbers is known by its headers and its numbers, whatever else it has") {
    const ScratchFolder folder;
    folder.write("in/a.csv",
                 "図形,GJ番号,版,私用領域,画数,部首,対応するMJ文字図形名,基底文字,備考,用途,出典,頁\n"
                 ",GJ000001,1,U+100000,12,140,MJ022336,葛,,,,\n,GJ000002,1,U+100001,12,140,,,未確定,,,\n");
    folder.write("in/journal.csv", "GJ,date,amount\nGJ1,2024-01-01,3\n");
    CHECK(rows_of(folder, "select gj, pua, base, mj, note from gj_character order by gj") ==
          std::vector<std::string>{"GJ000001|U+100000|葛|MJ022336|", "GJ000002|U+100001|||未確定"});
}

TEST_CASE("a site's table of own characters is kept as it is, under the name of the site or of the file") {
    const ScratchFolder folder;
    folder.write("in/みほん市.csv",
                 "外字コード,MJ番号,根拠,確認者\nF040,MJ022336,照合票12,戸籍係\nF041,,,\n");
    folder.write("in/two.tsv",
                 "団体\t外字コード\tGJ番号\t文字\t根拠\t確認者\nA市\tF040\tGJ000001\t\t票1\t甲\nB市\tF040\t\t"
                 "邉\t票2\t乙\n");
    CHECK(rows_of(folder, "select site, code, mj, gj, character, evidence from gaiji order by site, code") ==
          std::vector<std::string>{"A市|F040||GJ000001||票1", "B市|F040|||邉|票2",
                                   "みほん市|F040|MJ022336|||照合票12", "みほん市|F041||||"});
}
