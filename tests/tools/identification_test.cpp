#include <cstdlib>
#include <set>
#include <sstream>
#include <vector>

#include <catch2/catch.hpp>

#include "grammars/base/os.hpp"
#include "grammars/text/code_point_name.hpp"
#include "grammars/text/utf8.hpp"
#include "registries/characters/gaiji_sheet.hpp"
#include "registries/characters/mj_glyph.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/case_registry.hpp"
#include "tests/support/drawn_glyphs.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/tiny_font.hpp"
#include "tools/run.hpp"

namespace daicho {

namespace {

constexpr unsigned own_characters = 40;

struct Ran {
    Exit exit;
    std::string out, talk;
};

Ran daicho_characters(std::vector<std::string> words) {
    words.insert(words.begin(), {"--lang", "en", "--registry", case_registry(), "characters"});
    std::vector<const char*> arguments;
    for (const std::string& word : words) arguments.push_back(word.c_str());
    std::ostringstream out, talk;
    const Exit exit = run(arguments, out, talk);
    return {exit, out.str(), talk.str()};
}

/// An office with forty characters of its own in a font without names, as EUDC.TTE has them, which are
/// glyphs of MJ drawn by another hand; a font of MJ glyphs; and data in CP932.
class Office {
 public:
    Office() {
        TinyFont own, mj;
        own.names_glyphs = false;
        const Registry registry(case_registry());
        Statement rows = registry.database().prepare("select mj from mj_character order by mj");
        std::uint32_t drawn = 0;
        std::set<std::string> units;
        while (rows.step()) {
            const std::string number(rows.text(0));
            const std::string unit = unit_of(mj_glyphs(registry, MjKey::mj, number).front());
            mj.glyph("mj" + number.substr(2), {}).shape(drawn_glyph(++drawn));
            if (glyphs.size() == own_characters || unit.empty() || !units.insert(unit).second) continue;
            own.glyph("g", {0xE000 + static_cast<std::uint32_t>(glyphs.size())})
                .shape(redrawn(drawn_glyph(drawn), drawn));
            glyphs.push_back(number);
            texts.push_back(unit);
        }
        font = folder.write("EUDC.TTE", own.bytes());
        mj_font = folder.write("mj.ttf", mj.bytes());
        bytes = "ID,\x8E\x81\x96\xBC\r\n";  // 氏名
        for (unsigned i = 0; i < own_characters; ++i) {
            const std::string code = {'\xF0', static_cast<char>(0x40 + i)};
            bytes += std::to_string(i) + ",\x8E\x52" + code + "\x8E\x71\r\n";  // 山 and 子
            if (i % 3 == 0) bytes += std::to_string(i) + ",\"" + code + "\"\r\n";
        }
        data = folder.write("data.csv", bytes);
        table = folder / "table.csv";
    }

    /// People write what they found into the rows of a table.
    void fill_in(const std::string& state, const std::string& first, const std::string& second,
                 std::size_t from = 0) const {
        GaijiSheet sheet(table);
        for (std::size_t i = from; i < sheet.size(); ++i) {
            sheet.set(i, "number", glyphs[i]);
            sheet.set(i, "evidence", "照合票");
            sheet.set(i, "state", state);
            sheet.set(i, "checker", first);
            sheet.set(i, "second_checker", second);
        }
        sheet.write(table);
    }
    Ran convert() const {
        return daicho_characters({"convert", data, "--gaiji", table, "--encoding", "UTF-8", "-o",
                                  folder / "converted.csv", "--record", folder / "record.jsonl"});
    }

    ScratchFolder folder;
    std::vector<std::string> glyphs, texts;  ///< of each own character
    std::string font, mj_font, data, table, bytes;
};

std::size_t times(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

}  // namespace

TEST_CASE("forty own characters go from the inventory to a confirmed table, converted files and back") {
    const Office office;
    REQUIRE(office.glyphs.size() == own_characters);
    daicho_characters({"inventory", office.data, "-o", office.folder / "inventory.csv"});
    CHECK(times(read_file(office.folder / "inventory.csv"), ",gaiji,") == own_characters);

    const std::string page = office.folder / "page.html";
    const Ran start = daicho_characters({"identify", office.data, "--font", office.font, "--glyphs",
                                         office.mj_font, "-o", office.table, "--page", page});
    CHECK(start.exit == Exit::findings);
    const GaijiSheet proposed(office.table);
    REQUIRE(proposed.size() == own_characters);
    for (unsigned i = 0; i < own_characters; ++i) {
        CHECK(proposed.get(i, "code") == code_point_name(0xE000 + i));
        CHECK(proposed.get(i, "uses") == (i % 3 == 0 ? "2" : "1"));
        CHECK(proposed.get(i, "candidates").substr(0, 8) == office.glyphs[i]);
        CHECK(proposed.get(i, "number") == "");  // a likeness decides nothing
    }
    CHECK(times(read_file(page), "<path d=\"M") == own_characters * (1 + 8));

    office.fill_in("一次確認", "甲", "");
    CHECK(daicho_characters({"gaiji", office.table, office.data}).out.find("error not-confirmed") !=
          std::string::npos);
    CHECK(office.convert().exit == Exit::findings);
    CHECK(times(read_file(office.folder / "converted.csv"), office.texts[1] + "子") == 0);

    office.fill_in("二次確認", "甲", "甲");
    CHECK(daicho_characters({"gaiji", office.table}).out.find("error same-checker") != std::string::npos);
    office.fill_in("second check", "甲", "乙");
    CHECK(daicho_characters({"gaiji", office.table, office.data}).exit == Exit::clean);

    // The desk reads its table back and leaves what people wrote.
    const std::string before = read_file(office.table);
    const Ran again = daicho_characters({"identify", office.data, "--font", office.font, "--table",
                                         office.table, "-o", office.folder / "again.csv"});
    CHECK(again.exit == Exit::clean);
    CHECK(read_file(office.folder / "again.csv") == before);

    CHECK(office.convert().exit == Exit::clean);
    const std::string converted = read_file(office.folder / "converted.csv");
    for (unsigned i = 0; i < own_characters; ++i) CHECK(times(converted, "山" + office.texts[i] + "子") == 1);
    const std::string back = office.folder / "back.csv";
    CHECK(daicho_characters({"convert", office.folder / "converted.csv", "--undo",
                             office.folder / "record.jsonl", "-o", back})
              .exit == Exit::clean);
    CHECK(read_file(back) == office.bytes);
}

TEST_CASE("what was applied for waits, and is replaced when it has a number") {
    const Office office;
    daicho_characters({"identify", office.data, "-o", office.table});
    office.fill_in("二次確認", "甲", "乙", 1);
    GaijiSheet sheet(office.table);
    sheet.set(0, "state", "追加申請中");
    sheet.write(office.table);
    const Ran waiting = daicho_characters({"gaiji", office.table, office.data});
    CHECK(waiting.exit == Exit::clean);
    CHECK(waiting.out.find("info waiting") != std::string::npos);
    CHECK(office.convert().exit == Exit::findings);  // it stays, and this is told
    sheet.set(0, "state", "追加済み");
    sheet.write(office.table);
    CHECK(daicho_characters({"gaiji", office.table}).out.find("added-without-number") != std::string::npos);
}

TEST_CASE("register numbers name the glyph, where they agree") {
    const ScratchFolder folder;
    const std::string table = folder.write("t.csv",
                                           "外字コード,文字図形名,戸籍番号,住基コード,メモ\n"
                                           "U+E000,,352760,,あ\nU+E001,,,J+845B,い\nU+E002,,352760,845b,う\n"
                                           "U+E003,MJ022336,349920,,え\n");
    const std::string out = folder / "out.csv";
    CHECK(daicho_characters({"identify", "--table", table, "-o", out}).exit == Exit::findings);
    const GaijiSheet sheet(out);
    CHECK(sheet.get(0, "number") == "MJ022336");
    CHECK(sheet.get(0, "evidence") == "戸籍 352760（MJ文字情報一覧表）");
    CHECK(sheet.get(1, "number") == "MJ022335");  // not the glyph of U+845B
    CHECK(sheet.get(2, "number") == "");
    CHECK(sheet.get(2, "candidates") == "MJ022336・MJ022335");
    CHECK(read_file(out).find("U+E002,,352760,845b,う") != std::string::npos);
    CHECK(daicho_characters({"gaiji", table}).out.find("U+E003 -> MJ022336  (戸籍 349920 = MJ022335)") !=
          std::string::npos);
}

TEST_CASE("without a picture the candidates are those with which all clues agree") {
    const ScratchFolder folder;
    const std::string table = folder.write(
        "t.csv", "外字コード,文字図形名,読み,画数,部首,代替文字\nU+E000,,つじ,,⾡,\nU+E001,,,６,162,辻\n");
    const std::string out = folder / "out.csv";
    daicho_characters({"identify", "--table", table, "-o", out});
    const GaijiSheet sheet(out);
    CHECK(sheet.get(0, "candidates") == "MJ025760・MJ025761");
    CHECK(sheet.get(1, "candidates") == "MJ025761");
}

TEST_CASE("a text in Juki codes becomes the glyphs of these codes, and comes back") {
    const ScratchFolder folder;
    const std::string text = "氏名\n葛\U00000041\n辻\n\uB9D5\n\uD7A3\nカナ\n";
    const std::string file = folder.write("juki.csv", text);
    const Ran ran = daicho_characters(
        {"convert", file, "--fold", "juki", "-o", folder / "out.csv", "--record", folder / "r.jsonl"});
    CHECK(ran.exit == Exit::findings);
    CHECK(read_file(folder / "out.csv") == "氏名\n葛\U000E0102A\n辻\U000E0102\n葛\n\uD7A3\nカナ\n");
    CHECK(ran.talk.find("U+D7A3): characters that the Juki set does not have") != std::string::npos);
    daicho_characters(
        {"convert", folder / "out.csv", "--undo", folder / "r.jsonl", "-o", folder / "back.csv"});
    CHECK(read_file(folder / "back.csv") == text);
}

}  // namespace daicho
