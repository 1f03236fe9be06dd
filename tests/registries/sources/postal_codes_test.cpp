// Publications of Japan Post in a registry.

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "registries/builder/builder.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

const std::string cuts = std::string{DAICHO_SOURCE_DIR} + "/tests/data/japanpost/";

std::string row(const Registry& registry, const std::string& sql) {
    Statement statement = registry.database().prepare(sql);
    std::string line;
    if (!statement.step()) return line;
    for (int i = 0; i < statement.columns(); ++i) {
        line += (i == 0 ? "" : "|") + std::string(statement.text(i));
    }
    return line;
}

}  // namespace

TEST_CASE("both editions make the same table") {
    const ScratchFolder folder;
    const std::string sql =
        "select count(*), sum(length(town)), sum(length(townKana)), group_concat(town_key) from postal_code";
    std::string contents[2];
    int made = 0;
    for (const char* file : {"KEN_ALL_cut.CSV", "utf_ken_all_cut.csv"}) {
        const std::string path = folder / (std::string(file) + ".sqlite");
        const BuildReport report = build_registry(path, {cuts + file}, {});
        REQUIRE(report.files.size() == 1);
        CHECK(report.files[0].source == "postal-code");
        CHECK(report.files[0].rows.records == 56);
        CHECK(report.files[0].rows.stored == 56);
        contents[made++] = row(Registry(path), sql);
    }
    CHECK(contents[0] == contents[1]);
}

TEST_CASE("a town is found by its name without the notes") {
    const ScratchFolder folder;
    const std::string path = folder / "r.sqlite";
    build_registry(path, {cuts + "KEN_ALL_cut.CSV"}, {});
    const Registry registry(path);
    CHECK(row(registry,
              "select postalCode, town, townKana from postal_code where town_key = '大通西' order by 1") ==
          "0600042|大通西（１〜１９丁目）|オオドオリニシ（１−１９チョウメ）");
    CHECK(row(registry,
              "select count(*) from postal_code where town_key = '和坂' and postalCode = '6730012'") == "2");
    CHECK(row(registry,
              "select town_key is null or town_key = '' from postal_code where postalCode = '0600000'") ==
          "1");
}

TEST_CASE(
    "a newer edition brings changes where municipality, code and town are the same, else ends and "
    "beginnings") {
    const ScratchFolder folder;
    const std::string path = folder / "r.sqlite";
    build_registry(path, {cuts + "utf_ken_all_20260213_cut.csv"}, {});
    std::size_t added = 0, removed = 0, changed = 0;
    update_registry(path, {cuts + "utf_ken_all_20260522_cut.csv"}, {}, [&](const Change& change) {
        added += change.op == Change::Op::added;
        removed += change.op == Change::Op::removed;
        changed += change.op == Change::Op::changed;
    });
    // 的石前 is of a prefecture that the older cut does not speak of: no change of it.
    CHECK(added == 7);
    CHECK(removed == 8);
    CHECK(changed == 0);
}

TEST_CASE("offices and boxes are rows of their own table") {
    const ScratchFolder folder;
    const std::string path = folder / "r.sqlite";
    const BuildReport report = build_registry(path, {cuts + "JIGYOSYO_cut.CSV"}, {});
    REQUIRE(report.files.size() == 1);
    CHECK(report.files[0].table == "postal_office");
    CHECK(report.files[0].rows.stored == 14);
    const Registry registry(path);
    CHECK(row(registry, "select count(*) from postal_office where postalCode = '0608797'") == "4");
    CHECK(row(registry, "select office, numberType from postal_office where numberType = '1'") ==
          "ＮＨＫ札幌拠点放送局|1");
}

TEST_CASE("rows that do not have the columns are left out, and told") {
    const ScratchFolder folder;
    const std::string good =
        "01101,\"060  "
        "\",\"0600000\",\"ホッカイドウ\",\"サッポロシチュウオウク\",\"アサヒガオカ\",\"北海道\","
        "\"札幌市中央区\","
        "\"旭ケ丘\",0,0,1,0,0,0\r\n";
    std::string bad = good;
    bad.replace(bad.find("0600000"), 7, "06x0000");
    std::string open = good;
    open.replace(open.find("旭ケ丘"), std::string("旭ケ丘").size(), "協和（１、");
    const std::string file = folder.write("utf_ken_all.csv", good + "01101,\"060  \"\r\n" + bad + open);
    const BuildReport report = build_registry(folder / "r.sqlite", {file}, {});
    CHECK(report.files[0].rows.records == 4);
    CHECK(report.files[0].rows.stored == 2);
    CHECK(report.files[0].rows.rejected == 2);
}

TEST_CASE("files of differences are no edition") {
    const ScratchFolder folder;
    const std::string row =
        "01101,\"060  "
        "\",\"0600000\",\"ア\",\"ア\",\"ア\",\"北海道\",\"札幌市中央区\",\"旭ケ丘\",0,0,1,0,0,0\r\n";
    folder.write("ADD_2605.CSV", row);
    folder.write("ken_all.csv", row);
    const ScratchFolder elsewhere;
    const BuildReport report = build_registry(elsewhere / "r.sqlite", {folder.path()}, {});
    REQUIRE(report.files.size() == 2);
    CHECK(report.files[0].source.empty());
    CHECK(report.files[1].source == "postal-code");
}
