#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "registries/builder/builder.hpp"
#include "registries/sources/source.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/packed_file.hpp"
#include "tests/support/registry_rows.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

const std::string cuts = std::string{DAICHO_SOURCE_DIR} + "/tests/data/";

std::string file_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A registry of what is shown to it.
class Built {
 public:
    explicit Built(const std::vector<std::string>& paths, const BuildOptions& options = {})
        : report_(build_registry(folder_ / "r.sqlite", paths, options)) {}

    const std::vector<FileReport>& files() const { return report_.files; }
    /// read, stored, duplicate, superseded, rejected of all files that went to the table.
    std::vector<std::uint64_t> counts(std::string_view table) const {
        std::vector<std::uint64_t> sum(5);
        for (const FileReport& file : report_.files) {
            if (file.table != table) continue;
            const RowCounts& n = file.rows;
            const std::int64_t of_file[] = {n.records, n.stored, n.duplicate, n.superseded, n.rejected};
            for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += static_cast<std::uint64_t>(of_file[i]);
        }
        return sum;
    }
    /// The rows of a query, cells with | between them.
    std::vector<std::string> rows(const std::string& sql) const {
        return registry_rows(folder_ / "r.sqlite", sql);
    }
    std::string why(std::string_view name) const {
        const auto found = std::ranges::find(report_.files, name, &FileReport::name);
        return found == report_.files.end() ? "(not seen)" : found->note.en;
    }

 private:
    ScratchFolder folder_;
    BuildReport report_;
};

using Counts = std::vector<std::uint64_t>;
using Rows = std::vector<std::string>;

/// What a table of the registry has when it was built from the cut of a publication.
struct Expected {
    const char* folder;
    const char* table;
    Counts counts;
    const char* query;
    Rows rows;
};

const Expected publications[] = {
    {"soumu",
     "local_government",
     {5, 5, 0, 0, 0},
     "select city, city_kana from local_government where lg_code = '131016'",
     {"千代田区|ﾁﾖﾀﾞｸ"}},
    {"soumu",
     "designated_city_ward",
     {12, 11, 0, 0, 1},
     "select pref || city from designated_city_ward where lg_code = '111074'",
     {"埼玉県さいたま市浦和区"}},
    {"estat",
     "standard_area",
     {4, 2, 0, 2, 0},
     "select city_name, until from standard_area_history where city_code = '12304'",
     {"我孫子町|2024"}},
    {"estat",
     "municipality_event",
     {3, 3, 0, 0, 0},
     "select date, type, to_city_code from municipality_event where from_city_code = '12304'",
     {"1970-07-01|市制施行|12222"}},
    {"code4fukui",
     "localgovjp_municipality",
     {5, 3, 0, 2, 0},
     "select city, lgcode from localgovjp_municipality where cid = '13101'",
     {"千代田区|131016"}},
    {"code4fukui",
     "localgovjp_prefecture",
     {3, 3, 0, 0, 0},
     "select pref, capital, iso3166 from localgovjp_prefecture where pid = '1'",
     {"北海道|札幌市|JP-01"}},
    {"code4fukui",
     "character_level",
     {3, 3, 0, 0, 0},
     "select ucs from character_level order by 1",
     {"U+20", "U+4E9C", "U+4E9E"}},
    {"merged-town-names",
     "renamed_town",
     {3, 2, 1, 0, 0},
     "select after, changed from renamed_town where before like '%長久手町'",
     {"長久手市|平成24年1月4日"}},
    {"geolonia",
     "nationwide_town",
     {5, 5, 0, 0, 0},
     "select lg_code, town, lat from nationwide_town where name_key = '紀尾井町'",
     {"131016|紀尾井町|35.681411"}},
    {"mlit",
     "mlit_town",
     {4, 4, 0, 0, 0},
     "select p.lg_code, p.name, p.kind, p.latitude from mlit_town t join place p on p.key = t.townCode where "
     "townCode = '302010001000'",
     {"302015|和歌山県和歌山市葵町|town|34.21348"}},
    {"moji",
     "mj_character",
     {6, 6, 0, 0, 0},
     "select character, koseki, juki, radical1 from mj_character where mj = 'MJ005163'",
     {"䤱|459380|J+4931|167"}},
    {"moji",
     "mj_duplicated_ivs",
     {2, 2, 0, 0, 0},
     "select mj from mj_duplicated_ivs",
     {"MJ059399", "MJ059400"}},
    {"moji",
     "mj_hentaigana",
     {3, 3, 0, 0, 0},
     "select parent from mj_hentaigana where ucs = 'U+1B002'",
     {"安"}},
    {"moji",
     "mj_shrink",
     {17, 17, 0, 0, 0},
     "select basis, \"table\", rank, x0213, ucs from mj_shrink where mj = 'MJ000004' and \"table\" <> ''",
     {"法務省告示582号別表第四|一|第1順位|1-21-54|U+4E18"}},
    {"moji",
     "mj_shrink",
     {17, 17, 0, 0, 0},
     "select note from mj_shrink where mj = 'MJ000001' and note <> ''",
     {"国字:（踊り字）"}},
    {"moji",
     "mj_shrink_relation",
     {16, 16, 0, 0, 0},
     "select character, rank from mj_shrink_relation where mj = 'MJ000004' and rank <> ''",
     {"丘|1"}},
    {"moji",
     "mj_shrink_note",
     {1, 1, 0, 0, 0},
     "select mj, note from mj_shrink_note",
     {"MJ000001|国字:（踊り字）"}},
    {"moji",
     "mj_shrink_unique",
     {5, 5, 0, 0, 0},
     "select target_x0213 from mj_shrink_unique where mj = 'MJ000001'",
     {"1-01-25"}},
    {"moji",
     "ipamj_glyph",
     {2, 2, 0, 0, 0},
     "select glyph_name from ipamj_glyph where base = '0020'",
     {"aj1"}},
    {"unicode",
     "variation_sequence",
     {4, 4, 0, 0, 0},
     "select distinct collection from variation_sequence where base = '4E9E' and selector = 'E0100'",
     {"Adobe-Japan1"}},
    {"unicode",
     "standardized_variant",
     {3, 3, 0, 0, 0},
     "select appearance, contexts from standardized_variant order by base",
     {"short diagonal stroke form|", "alternate form|isolate", "CJK COMPATIBILITY IDEOGRAPH-2FA1D|"}},
    {"unicode",
     "equivalent_ideograph",
     {2, 2, 0, 0, 0},
     "select last, ideograph from equivalent_ideograph where ucs = '2E8C'",
     {"2E8D|5C0F"}},
    {"unicode",
     "kangxi_radical",
     {2, 2, 0, 0, 0},
     "select ucs, ideograph from kangxi_radical where radical = '90'''",
     {"2EA6|4E2C"}},
    {"unicode",
     "unihan_property",
     {17, 17, 0, 0, 0},
     "select value from unihan_property where ucs = 'U+4E9C' and property = 'kJis0'",
     {"1601"}},
    {"x0213",
     "jisx0213",
     {4, 4, 0, 0, 0},
     "select ucs, name, note1 from jisx0213 where jis = '0x2131'",
     {"U+203E|OVERLINE|Windows: U+FFE3"}},
    {"adobe",
     "adobe_japan_cid",
     {2, 2, 0, 0, 0},
     "select pv83, utf16 from adobe_japan_cid where cid = '1'",
     {"20|00a0,0020"}},
    {"imi",
     "imi_character",
     {10, 10, 0, 0, 0},
     "select distinct name from imi_character where ucs = '0030'",
     {"IMI ユーティリティ文字セット－数字"}},
    {"nta-shrink",
     "nta_shrink",
     {4, 4, 0, 0, 0},
     "select char, class from nta_shrink where x0213 = '1-16-01'",
     {"亜|KanjiLevel1"}},
    {"mojidata",
     "joyo_reading",
     {3, 3, 0, 0, 0},
     "select reading from joyo_reading where character = '亜'",
     {"ア"}},
    {"mojidata",
     "joyo_acceptable",
     {5, 5, 0, 0, 0},
     "select count(*) from joyo_acceptable where character = '餌'",
     {"1"}},
    {"mojidata",
     "joyo_kangxi",
     {4, 4, 0, 0, 0},
     "select count(*) from joyo_kangxi where character = '弁'",
     {"3"}},
    {"mojidata",
     "kanji_replacement",
     {3, 3, 0, 0, 0},
     "select toWord from kanji_replacement where fromWord = '愛慾'",
     {"愛欲"}},
    {"mojidata",
     "nyukan_itaiji",
     {3, 3, 0, 0, 0},
     "select proper from nyukan_itaiji where code = '3400'",
     {"丘"}},
    {"mojidata",
     "nyukan_ruiji",
     {3, 3, 0, 0, 0},
     "select proper from nyukan_ruiji where code = '3403'",
     {"仐"}},
    {"everyday_use_kanji",
     "regular_use_kanji",
     {3, 3, 0, 0, 0},
     "select character from regular_use_kanji order by number",
     {"一", "丁", "七"}},
    {"everyday_use_kanji",
     "personal_name_kanji",
     {3, 3, 0, 0, 0},
     "select character from personal_name_kanji order by number",
     {"丑", "丞", "乃"}},
    {"cjkvi",
     "character_relation",
     {8, 7, 1, 0, 0},
     "select related, note, relationName, reverse from character_relation where character = '人' order by "
     "note",
     {"亻|left|部首異体字|cjkvi/radical-proper", "𠆢|top|部首異体字|cjkvi/radical-proper"}},
    {"cjkvi",
     "old_style_sequence",
     {3, 3, 0, 0, 0},
     "select otherSequence from old_style_sequence where note = '★'",
     {""}},
    {"mext",
     "school",
     {5, 5, 0, 0, 0},
     "select s.name, n.schoolCode from school s left join school n on n.schoolCode = s.successor where "
     "s.schoolCode = 'B114210020251'",
     {"横浜市立池上小学校|"}},
    {"mext",
     "university",
     {3, 3, 0, 0, 0},
     "select name from university where schoolCode = 'F101110100010'",
     {"北海道大学"}},
    {"gif-codes",
     "code_system",
     {4, 4, 0, 0, 0},
     "select publisher from code_system where code_name = 'マイナンバー'",
     {"総務省"}},
    {"gif-codes",
     "core_code",
     {2, 2, 0, 0, 0},
     "select count(distinct label) from core_code where code = '219'",
     {"2"}},
    {"gif-codes",
     "other_code",
     {3, 3, 0, 0, 0},
     "select label from other_code where list = 'WeekdayCode' and code_or_group = '1'",
     {"月曜日"}},
    {"gif-codes",
     "poi_code",
     {3, 3, 0, 0, 0},
     "select name from poi_code where poi_code = '0102'",
     {"カール"}},
    {"gif-codes",
     "poi_mapping",
     {4, 4, 0, 0, 0},
     "select poi_name from poi_mapping where source_code = '311'",
     {"山"}},
    {"gif-codes",
     "phone_area_code",
     {4, 4, 0, 0, 0},
     "select digits_with_0 from phone_area_code where area_code_without_leading_0 = '3'",
     {"2"}},
};

}  // namespace

TEST_CASE("each publication becomes its table, with its rows and what they say") {
    std::map<std::string, Built> built;
    for (const Expected& expected : publications) {
        INFO(expected.folder << " " << expected.table);
        const Built& registry =
            built.try_emplace(expected.folder, std::vector<std::string>{cuts + expected.folder})
                .first->second;
        CHECK(registry.counts(expected.table) == expected.counts);
        CHECK(registry.rows(expected.query) == expected.rows);
    }
    for (const auto& [folder, registry] : built) {
        for (const FileReport& file : registry.files()) {
            INFO(file.name << ": " << file.note.en);
            CHECK((!file.source.empty() || file.note.en == "a document"));
        }
    }
}

TEST_CASE("a title above the header of the list of schools is no row") {
    const ScratchFolder folder;
    const std::string rows = file_text(cuts + "mext/mext_school_code_yokohama_sample_2026.csv");
    folder.write("schools_20260501.csv", "学校コード一覧（令和8年5月1日）,,,,,,,,,,,\n" + rows);
    const Built built({folder.path()});
    CHECK(built.counts("school") == Counts{5, 5, 0, 0, 0});
}

TEST_CASE("positions of street blocks are read by the headers of their description") {
    const ScratchFolder folder;
    folder.write(
        "13101_2023.csv",
        "\"都道府県名\",\"市区町村名\",\"大字・丁目名\",\"小字・通称名\",\"街区符号・地番\",\"座標系番号\","
        "\"Ｘ座標\",\"Ｙ座標\",\"緯度\",\"経度\",\"住居表示フラグ\",\"代表フラグ\",\"更新前履歴フラグ\","
        "\"更新後履歴フラグ\"\r\n\"東京都\",\"千代田区\",\"紀尾井町\",\"\",\"1\",\"9\",\"-35512.7\",\"-8827."
        "5\","
        "\"35.679800\",\"139.735800\",\"1\",\"1\",\"0\",\"0\"\r\n");
    const Built built({folder.path()});
    CHECK(built.rows("select kind, lg_code, name from place") ==
          Rows{"block|131016|東京都千代田区紀尾井町1"});
}

TEST_CASE("the archive of the shrink map is read as it is published") {
    packed::Zip zip;
    zip.add({.name = "MJShrinkMap.1.2.0.json", .bytes = file_text(cuts + "moji/MJShrinkMap.1.2.0.json")});
    zip.add({.name = "Readme.txt", .bytes = "MJ縮退マップ\n"});
    const ScratchFolder folder;
    folder.write("MJShrinkMapVer.1.2.0.zip", zip.bytes());
    const Built built({folder.path()});
    CHECK(built.counts("mj_shrink") == Counts{17, 17, 0, 0, 0});
}

TEST_CASE("a shrink map that is cut off is told and leaves nothing behind") {
    const ScratchFolder folder;
    const std::string json = file_text(cuts + "moji/MJShrinkMap.1.2.0.json");
    folder.write("MJShrinkMap.1.2.0.json", json.substr(0, json.size() - 100));
    folder.write("30_2023.csv", file_text(cuts + "mlit/30_2023.csv"));
    const Built built({folder.path()});
    CHECK(built.counts("mj_shrink") == Counts{0, 0, 0, 0, 0});
    CHECK(std::ranges::any_of(built.files(), [](const FileReport& file) {
        return file.note.en.find("this is not valid JSON") != std::string::npos;
    }));
}

TEST_CASE("files that are no publication are named with the reason") {
    const ScratchFolder folder;
    const std::string name = folder.path().substr(folder.path().rfind('/') + 1) + "/";
    folder.write("30_2023.csv", file_text(cuts + "mlit/30_2023.csv"));
    folder.write("format.html", "<!DOCTYPE html>\n<html><head></head></html>\n");
    folder.write("META.xml", "<?xml version=\"1.0\"?>\n<MD_Metadata xmlns=\"x\"/>\n");
    folder.write("UTF8.charmap", "<code_set_name> X\n");
    folder.write("openapi.json", "{\"openapi\": \"3.1.0\"}\n");
    folder.write("bare.csv", "1,2,あ\n2,3,い\n3,4,う\n");
    folder.write("facility.csv", "名称,\"所在地\n（住所）\",定員\n公民館,千代田区1,30\n");
    std::string shifted;
    const std::string rows = file_text(cuts + "nta/30_wakayama_all_20200605.csv");
    for (std::size_t at = 0; at < rows.size(); at = rows.find('\n', at) + 1)
        shifted += "20200605," + rows.substr(at, rows.find('\n', at) - at) + "\n";
    folder.write("rows.csv", shifted);
    const Built built({folder.path()});
    CHECK(built.why(name + "format.html") == "a description of data (HTML)");
    CHECK(built.why(name + "META.xml") == "a description of data (metadata as XML)");
    CHECK(built.why(name + "UTF8.charmap").find("converting encodings") != std::string::npos);
    CHECK(built.why(name + "openapi.json") == "a description of an API (OpenAPI)");
    CHECK(built.why(name + "bare.csv") ==
          "a table of 3 columns without header; no publication has such columns");
    CHECK(built.why(name + "facility.csv") ==
          "no publication has these columns (daicho validate checks other tables): 名称, 所在地 （住所）, "
          "定員");
    CHECK(built.why(name + "rows.csv").find("with a column added in front") != std::string::npos);
}

TEST_CASE("share-alike tables can be left out") {
    BuildOptions options;
    for (const Source& source : sources()) {
        if (source.share_alike) options.without.emplace_back(source.id);
    }
    CHECK(options.without.size() == 4);
    const Built built({cuts + "moji", cuts + "unicode"}, options);
    CHECK(built.counts("mj_character") == Counts{0, 0, 0, 0, 0});
    CHECK(built.counts("variation_sequence")[1] == 4);
}

TEST_CASE("every source, table and licence is in the page of publications") {
    const std::string page = file_text(std::string{DAICHO_SOURCE_DIR} + "/docs/publications.md");
    for (const Source& source : sources()) {
        INFO(source.id);
        CHECK(page.find("`" + std::string(source.id) + "`") != std::string::npos);
        CHECK(page.find(source.licence) != std::string::npos);
        for (const Layout& layout : source.layouts) {
            INFO(layout.table);
            CHECK(page.find("`" + std::string(layout.table) + "`") != std::string::npos);
        }
    }
}
