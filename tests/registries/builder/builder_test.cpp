#include "registries/builder/builder.hpp"
#include "registries/address/address_generation.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "registries/audit/registry_info.hpp"
#include "registries/audit/registry_verifier.hpp"
#include "tests/support/registry_rows.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

const std::string cities =
    "lg_code,pref,pref_kana,pref_roma,county,county_kana,county_roma,city,city_kana,city_roma,ward,ward_kana,"
    "ward_roma,efct_date,ablt_date,remarks\n";
const std::string shibuya =
    "131130,東京都,トウキョウト,Tokyo,,,,渋谷区,シブヤク,Shibuya-ku,,,,1947-04-17,,\n";
const std::string bunkyo =
    "131059,東京都,トウキョウト,Tokyo,,,,文京区,ブンキョウク,Bunkyo-ku,,,,1947-04-17,,\n";
const std::string sapporo =
    "011002,北海道,ホッカイドウ,Hokkaido,,,,札幌市,サッポロシ,Sapporo-shi,,,,1947-04-17,,\n";

std::string renamed(std::string row) {
    return row.replace(row.find("Shibuya-ku"), 10, "Shibuya City");
}

using Rows = std::vector<std::string>;

void check_sums(const BuildReport& report) {
    for (const FileReport& file : report.files) {
        const RowCounts& n = file.rows;
        CHECK(n.records == n.stored + n.duplicate + n.superseded + n.rejected);
    }
}

bool holds_together(const std::string& registry) {
    const auto found = verify_registry(Registry(registry));
    return std::ranges::all_of(found, [](const Verification& one) { return one.wrong == 0; });
}

const std::string municipalities = "select lg_code, city_roma from municipality order by 1";
const std::string history = "select lg_code, city_roma, until from municipality_history order by 1";

}  // namespace

TEST_CASE("a newer edition takes the place of the older one for what it covers, and nothing else") {
    const ScratchFolder folder;
    folder.write("in/old_20200101.csv", cities + sapporo + bunkyo + shibuya);
    folder.write("in/new_20240101.csv", cities + renamed(shibuya));
    const std::string registry = folder / "r.sqlite";
    const BuildReport report = build_registry(registry, {folder / "in"}, {});

    CHECK(registry_rows(registry, municipalities) == Rows{"011002|Sapporo-shi", "131130|Shibuya City"});
    CHECK(registry_rows(registry, history) ==
          Rows{"131059|Bunkyo-ku|2024-01-01", "131130|Shibuya-ku|2024-01-01"});
    check_sums(report);
    CHECK(report.files[1].rows.stored == 1);
    CHECK(report.files[1].rows.superseded == 2);
    CHECK(holds_together(registry));
}

TEST_CASE("an update gives what a fresh build of all files gives, and says what changed") {
    const ScratchFolder folder;
    const auto old = folder.write("in/old_20200101.csv", cities + bunkyo + shibuya);
    const auto now = folder.write("in/new_20240101.csv", cities + renamed(shibuya));
    const std::string fresh = folder / "fresh.sqlite", updated = folder / "updated.sqlite";
    build_registry(fresh, {old, now}, {});
    build_registry(updated, {old}, {});
    std::vector<Change> changes;
    update_registry(updated, {now}, {}, [&](const Change& change) { changes.push_back(change); });

    CHECK(registry_rows(updated, municipalities) == registry_rows(fresh, municipalities));
    CHECK(registry_rows(updated, history) == registry_rows(fresh, history));
    CHECK(registry_info(Registry(updated)).origins[0].tables[0].digest ==
          registry_info(Registry(fresh)).origins[0].tables[0].digest);
    CHECK(holds_together(updated));
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].op == Change::Op::removed);
    CHECK(changes[0].key.front().second == "131059");
    CHECK(changes[1].op == Change::Op::changed);
    CHECK(changes[1].items.size() == 1);
    CHECK(changes[1].items[0].before == "Shibuya-ku");
    CHECK(changes[1].items[0].after == "Shibuya City");
    CHECK(changes[1].before_edition == "2020-01-01");
}

TEST_CASE("an edition older than the registry adds nothing and leaves the file untouched") {
    const ScratchFolder folder;
    const auto old = folder.write("in/old_20200101.csv", cities + shibuya);
    const auto now = folder.write("in/new_20240101.csv", cities + renamed(shibuya));
    const std::string registry = folder / "r.sqlite";
    build_registry(registry, {now}, {});
    const std::string before = read_file(registry);
    const BuildReport report = update_registry(registry, {old}, {}, {});
    CHECK_FALSE(report.changed);
    CHECK(report.files[0].rows.superseded == 1);
    CHECK(read_file(registry) == before);
}

TEST_CASE("files of one edition stand side by side; equal rows are counted, differing ones are refused") {
    const ScratchFolder folder;
    folder.write("in/a_20240101.csv", cities + shibuya + bunkyo);
    folder.write("in/b_20240101.csv", cities + bunkyo + renamed(shibuya));
    const std::string registry = folder / "r.sqlite";
    const BuildReport report = build_registry(registry, {folder / "in"}, {});
    CHECK(report.files[1].rows.duplicate == 1);
    CHECK(report.files[1].rows.rejected == 1);
    const auto rejected = rejections(Registry(registry));
    REQUIRE(rejected.size() == 1);
    CHECK(rejected[0].line == 3);
    CHECK(rejected[0].column == "city_roma");
    CHECK(rejected[0].value == "Shibuya City");
    CHECK(registry_rows(registry, municipalities) == Rows{"131059|Bunkyo-ku", "131130|Shibuya-ku"});
}

TEST_CASE("a row without a right key is refused with its place") {
    const ScratchFolder folder;
    folder.write("in/a_20240101.csv", cities + "131131" + shibuya.substr(6) + ",1,2\n" + bunkyo);
    const std::string registry = folder / "r.sqlite";
    const BuildReport report = build_registry(registry, {folder / "in"}, {});
    CHECK(report.files[0].rows.records == 3);
    CHECK(report.files[0].rows.rejected == 2);
    const auto rejected = rejections(Registry(registry));
    REQUIRE(rejected.size() == 2);
    CHECK(rejected[0].column == "lg_code");
    CHECK(rejected[0].line == 2);
    CHECK(rejected[1].column.empty());
}

TEST_CASE("of two states of a corporation the one published later is the present one") {
    const ScratchFolder folder;
    const std::string sources = std::string(DAICHO_SOURCE_DIR) + "/tests/data/nta";
    const std::string registry = folder / "r.sqlite";
    const BuildReport report = build_registry(registry, {sources}, {});
    check_sums(report);
    CHECK(holds_together(registry));
    CHECK(registry_rows(
              registry,
              "select process, updateDate from corporation where corporateNumber = '1170001000849'") ==
          Rows{"01|2021-09-30"});
    CHECK(registry_rows(
              registry,
              "select updateDate, recorded_until, ended_by from corporation_history where corporateNumber = "
              "1170001000849") == Rows{"2015-11-20|2021-09-30|corrected"});
    CHECK(
        registry_rows(registry, "select process from corporation where corporateNumber = '1700150032837'") ==
        Rows{"99"});
}

TEST_CASE("a row that somebody changed is noticed") {
    const ScratchFolder folder;
    const std::string registry = folder / "r.sqlite";
    build_registry(registry, {folder.write("in/a_20240101.csv", cities + shibuya)}, {});
    CHECK(holds_together(registry));
    Database::open_private(registry).run("update municipality set city = '渋谷市'");
    CHECK_FALSE(holds_together(registry));
}

TEST_CASE("the same publications give the same bytes") {
    const ScratchFolder folder;
    const std::string sources = std::string(DAICHO_SOURCE_DIR) + "/tests/data/digital-agency";
    build_registry(folder / "a.sqlite", {sources}, {});
    build_registry(folder / "b.sqlite", {sources}, {});
    CHECK(read_file(folder / "a.sqlite") == read_file(folder / "b.sqlite"));
}

TEST_CASE("blocks and their positions are known by their columns") {
    const ScratchFolder folder;
    folder.write(
        "in/mt_rsdtdsp_blk_pref13_20260101.csv",
        "lg_code,machiaza_id,blk_id,city,ward,oaza_cho,chome,koaza,machiaza_dist,blk_num,rsdt_addr_flg,"
        "rsdt_addr_mtd_code,status_flg,efct_date,ablt_date,src_code,remarks\n"
        "131059,0001001,001,文京区,,白山,１丁目,,,1,1,1,0,1947-04-17,,0,\n");
    folder.write(
        "in/mt_rsdtdsp_blk_pos_pref13_20260101.csv",
        "lg_code,machiaza_id,blk_id,rsdt_addr_flg,rsdt_addr_mtd_code,rep_lon,rep_lat,rep_srid,rep_scale,"
        "rep_src_code,plygn_fname,plygn_kcode,plygn_fmt,plygn_srid,plygn_scale,plygn_src_code\n"
        "131059,0001001,001,1,1,139.7524,35.7151,EPSG:6668,2500,1,,,,,,\n");
    const BuildReport report = build_registry(folder / "r.sqlite", {folder / "in"}, {});
    REQUIRE(report.files.size() == 2);
    CHECK(report.files[0].table == "block_position");
    CHECK(report.files[1].table == "block");
    CHECK(registry_rows(folder / "r.sqlite", "select kind, key, lg_code from place") ==
          Rows{"block|131059/0001001/001|131059"});
}

TEST_CASE("a source can be left out") {
    const ScratchFolder folder;
    const std::string data = std::string(DAICHO_SOURCE_DIR) + "/tests/data";
    BuildOptions options;
    options.without = {"corporate-number"};
    build_registry(folder / "r.sqlite", {data + "/nta", data + "/digital-agency"}, options);
    CHECK_FALSE(Registry(folder / "r.sqlite").has("corporation"));
    options.without = {"no-such"};
    CHECK_THROWS_AS(build_registry(folder / "s.sqlite", {data + "/nta"}, options), Error);
}

TEST_CASE("a broken archive among the files is told and stops nothing") {
    const ScratchFolder folder;
    folder.write("in/a_20240101.csv", cities + shibuya);
    folder.write("in/b.zip", "PK\x03\x04 cut off");
    const BuildReport report = build_registry(folder / "r.sqlite", {folder / "in"}, {});
    REQUIRE(report.files.size() == 2);
    CHECK(report.files[1].source.empty());
    CHECK_FALSE(report.files[1].note.ja.empty());
    CHECK(registry_rows(folder / "r.sqlite", municipalities).size() == 1);
}

TEST_CASE("where nothing is a publication the old registry stays") {
    const ScratchFolder folder;
    const auto good = folder.write("in/a_20240101.csv", cities + shibuya);
    const auto bad = folder.write("other/b.csv", "name,phone\nx,1\n");
    build_registry(folder / "r.sqlite", {good}, {});
    const std::string before = read_file(folder / "r.sqlite");
    CHECK_THROWS_AS(build_registry(folder / "r.sqlite", {bad}, {}), Error);
    CHECK(read_file(folder / "r.sqlite") == before);
}

TEST_CASE("a build replaces a registry or an empty file, and nothing else that somebody has") {
    const ScratchFolder folder;
    const auto publication = folder.write("in/a_20240101.csv", cities + shibuya);
    Database::open_private(folder / "other.sqlite").run("create table a(b)");
    folder.write("table.csv", "name\nx\n");
    folder.write("short", "x");
    folder.write("cut.sqlite", std::string("SQLite format 3\0", 16));
    for (const char* name : {"table.csv", "short", "cut.sqlite", "other.sqlite", "in/a_20240101.csv"}) {
        const std::string before = read_file(folder / name);
        CAPTURE(name);
        CHECK_THROWS_WITH(build_registry(folder / name, {publication}, {}), Catch::Contains("no registry"));
        CHECK(read_file(folder / name) == before);
    }
    folder.write("empty.sqlite", "");
    build_registry(folder / "empty.sqlite", {publication}, {});
    Database::open_private(folder / "empty.sqlite").run("pragma user_version=1");
    build_registry(folder / "empty.sqlite", {publication}, {});
    CHECK(registry_rows(folder / "empty.sqlite", municipalities).size() == 1);
}

TEST_CASE("files that are no registries of this version are refused with what to do") {
    const ScratchFolder folder;
    CHECK_THROWS_AS(Registry(folder / "none.sqlite"), Error);
    const auto text = folder.write("text.sqlite", std::string(5000, 'x'));
    CHECK_THROWS_WITH(Registry(text), Catch::Contains("daicho build"));
    Database other = Database::open_private(folder / "other.sqlite");
    other.run("create table a(b)");
    CHECK_THROWS_WITH(Registry(folder / "other.sqlite"), Catch::Contains("daicho build"));
    build_registry(folder / "r.sqlite", {folder.write("in/a_20240101.csv", cities + shibuya)}, {});
    Database::open_private(folder / "r.sqlite").run("pragma user_version=99");
    CHECK_THROWS_WITH(Registry(folder / "r.sqlite"), Catch::Contains("newer"));
}

TEST_CASE("an update leaves one index beside the registry, that of the new generation") {
    const ScratchFolder folder;
    const std::string registry = folder / "r.sqlite";
    const auto before = build_registry(registry, {folder.write("in/a_20240101.csv", cities + shibuya)}, {});
    REQUIRE(before.index);
    CHECK(before.index->municipalities == 1);
    const auto after =
        update_registry(registry, {folder.write("in/b_20250101.csv", cities + bunkyo)}, {}, {});
    REQUIRE(after.index);
    CHECK(after.index->generation == address_generation(Registry(registry)));
    CHECK(list_folder(folder.path()) ==
          std::vector<std::string>{"in", "r.sqlite", after.index->path.substr(folder.path().size() + 1),
                                   "r.sqlite.lock"});
}

TEST_CASE("corporations alone leave the index as it is") {
    const ScratchFolder folder;
    const std::string registry = folder / "r.sqlite";
    const auto before = build_registry(registry, {folder.write("in/a_20240101.csv", cities + shibuya)}, {});
    REQUIRE(before.index);
    const auto made = std::filesystem::last_write_time(before.index->path);
    const auto after = update_registry(
        registry, {std::string(DAICHO_SOURCE_DIR "/tests/data/nta/30_wakayama_all_20200605.csv")}, {}, {});
    CHECK(after.changed);
    REQUIRE(after.index);
    CHECK(after.index->path == before.index->path);
    CHECK(std::filesystem::last_write_time(after.index->path) == made);
}

TEST_CASE("an update that finds nothing newer makes an index that is missing") {
    const ScratchFolder folder;
    const std::string registry = folder / "r.sqlite",
                      file = folder.write("in/a_20240101.csv", cities + shibuya);
    BuildOptions without;
    without.index = false;
    CHECK_FALSE(build_registry(registry, {file}, without).index);
    CHECK(list_folder(folder.path()) == std::vector<std::string>{"in", "r.sqlite", "r.sqlite.lock"});
    const auto report = update_registry(registry, {file}, {}, {});
    CHECK_FALSE(report.changed);
    REQUIRE(report.index);
    CHECK_NOTHROW(AddressIndex::open(report.index->path).verify());
}

TEST_CASE("a damaged index is found by verify") {
    const ScratchFolder folder;
    const std::string registry = folder / "r.sqlite";
    const auto index =
        build_registry(registry, {folder.write("in/a_20240101.csv", cities + shibuya)}, {}).index;
    const auto wrong = [&] {
        const auto found = verify_registry(Registry(registry));
        return std::ranges::find(found, "index", &Verification::name)->wrong;
    };
    CHECK(wrong() == 0);
    std::string bytes = read_file(index->path);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    std::filesystem::remove(index->path);
    std::ofstream{index->path, std::ios::binary} << bytes;
    CHECK(wrong() == 1);
}

TEST_CASE("a change of any table that the build did not make is found by verify") {
    const ScratchFolder folder;
    folder.write("in/old_20200101.csv", cities + sapporo + bunkyo + shibuya);
    folder.write("in/new_20240101.csv", cities + renamed(shibuya));
    const std::string registry = folder / "r.sqlite";
    build_registry(registry, {folder / "in", DAICHO_SOURCE_DIR "/tests/data/nta"}, {});
    REQUIRE(holds_together(registry));
    std::vector<std::pair<std::string, std::string>> tables;  // with a column that has something in it
    {
        const Registry opened(registry);
        Statement names = opened.database().prepare(
            "select t.name, c.name, c.pk from sqlite_master t join pragma_table_info(t.name) c where t.type "
            "= "
            "'table' and t.name <> 'fact' and t.name not glob 'sqlite_*' order by t.name, c.pk, c.cid");
        while (names.step()) {
            const std::string table(names.text(0)), column(names.text(1));
            if (!tables.empty() && tables.back().first == table) continue;
            const std::string filled = " from \"" + table + "\" where \"" + column + "\" is not null";
            if (column == "sequenceNumber") continue;  // a number of the file's lines, which differs by file
            if (column != "file" && opened.database().number("select count(*)" + filled) > 0)
                tables.emplace_back(table, column);
        }
    }
    CHECK(tables.size() > 8);
    for (const auto& [table, column] : tables) {
        INFO(table << "." << column);
        const std::string copy = folder / "copy.sqlite";
        std::filesystem::copy_file(registry, copy, std::filesystem::copy_options::overwrite_existing);
        Database::open_private(copy).run("update or replace \"" + table + "\" set \"" + column + "\" = \"" +
                                         column + "\" || '1' where \"" + column + "\" = (select max(\"" +
                                         column + "\") from \"" + table + "\")");
        CHECK_FALSE(holds_together(copy));
    }
}
