#include <catch2/catch.hpp>

#include "grammars/base/os.hpp"
#include "registries/builder/builder.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/registry_rows.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

const std::string cuts = DAICHO_SOURCE_DIR "/tests/data/moj";

using Rows = std::vector<std::string>;

/// A map of one lot, a square with a hole and a square of its own.
std::string written_map(const std::string& system) {
    std::string shapes, surface;
    const auto square = [&](const std::string& id, int at, int side, const char* where) {
        const int end = at + side;
        shapes += "<z:GM_Curve id=\"" + id + "\">";
        for (const auto& [x, y] : {std::pair{at, at}, {end, at}, {end, end}, {at, end}, {at, at}}) {
            shapes += "<z:GM_PointArray.column><z:GM_Position.direct><z:X>" + std::to_string(x) +
                      "</z:X><z:Y>" + std::to_string(y) +
                      "</z:Y></z:GM_Position.direct></z:GM_PointArray.column>";
        }
        shapes += "</z:GM_Curve>";
        surface += std::string("<z:GM_SurfaceBoundary.") + where +
                   "><z:GM_Ring><z:GM_CompositeCurve.generator idref=\"" + id +
                   "\"/></z:GM_Ring></z:GM_SurfaceBoundary." + where + ">";
    };
    square("C1", 0, 10, "exterior");
    square("C2", 1, 2, "interior");
    square("C3", 20, 1, "exterior");
    return "<?xml version=\"1.0\"?><地図 xmlns=\"http://www.moj.go.jp/MINJI/tizuxml\" "
           "xmlns:z=\"http://www.moj.go.jp/MINJI/tizuzumen\"><市区町村コード>13101</市区町村コード><座標系>" +
           system + "</座標系><空間属性>" + shapes + "<z:GM_Surface id=\"F1\">" + surface +
           "</z:GM_Surface></空間属性><主題属性><筆 id=\"H1\"><大字名>大手町</大字名><地番>1+2</地番><形状 "
           "idref=\"F1\"/>"
           "<筆界未定構成筆><地番>1</地番></筆界未定構成筆><筆界未定構成筆><地番>2</地番></筆界未定構成筆></"
           "筆>"
           "<筆 id=\"H2\"><地番>道-1</地番></筆></主題属性></地図>";
}

}  // namespace

TEST_CASE("lots of published maps are rows of a registry, found by town and number and by place") {
    const ScratchFolder folder;
    const std::string registry = folder / "r.sqlite";
    const BuildReport report = build_registry(registry, {cuts}, {});
    REQUIRE(report.files.size() == 2);
    CHECK(registry_rows(
              registry,
              "select map_file, moj_map_brushid, lg_code, pref || city, prc_num, lot_kind, shape, area, "
              "rep_lon, "
              "rep_lat, datum, "
              "plane_zone, sheet_numbers, scale, map_standing, map_made, accuracy, coordinate_kind from "
              "land_map_lot "
              "order by 1, 2") ==
          Rows{"12103-0400-76_cut|H000000001|121037|千葉県千葉市稲毛区|194-1|lot|closed|3."
               "46|140.124723048|35.618765533||9|"
               "W0251-1|500|法第14条1項地図|2021-01-15|甲一|測量成果",
               "46505-3411-1_cut|H000000002|465054|鹿児島県熊毛郡屋久島町|2740-2|lot|closed|"
               "4541.58|130.645656772|30.316396707|"
               "JGD2000|2|M   31;M   41|1000|地図に準ずる図面|1996-03|甲三|図上測量",
               "46505-3411-1_cut|H000000005|465054|鹿児島県熊毛郡屋久島町|地区外-43775|"
               "outside|closed|14266.46|130.643496526|"
               "30.318084432|JGD2000|2||1000|地図に準ずる図面|1996-03||図上測量"});
    CHECK(registry_rows(registry, "select kind, lg_code, name from place order by 2") ==
          Rows{"parcel|121037|千葉県千葉市稲毛区作草部町194-1",
               "parcel|465054|鹿児島県熊毛郡屋久島町安房2740-2"});
    CHECK(registry_rows(
              registry,
              "select moj_map_brushid from land_map_lot where name_key = (select name_key from land_map_lot "
              "where "
              "oaza_cho = '安房') and lg_code = '465054' and prc_num = '2740-2'") == Rows{"H000000002"});
    CHECK(
        registry_rows(registry, "select substr(outline, 1, 45) from land_map_lot where prc_num = '194-1'") ==
        Rows{"POLYGON ((140.124715688 35.618779066, 140.124"});
}

TEST_CASE("outlines are written as well-known text, and a map in coordinates of its own has no degrees") {
    const ScratchFolder folder;
    folder.write("maps/13101-0100-1.xml", written_map("任意座標系"));
    const std::string registry = folder / "r.sqlite";
    build_registry(registry, {folder / "maps"}, {});
    const std::string query =
        "select moj_map_brushid, lot_kind, shape, area, plane_outline, outline, rep_lon, undetermined_lots, "
        "plane_zone "
        "from land_map_lot order by 1";
    CHECK(registry_rows(registry, query) ==
          Rows{"H1|lot|closed|97.00|MULTIPOLYGON (((0.000 0.000, 0.000 10.000, "
               "10.000 10.000, 10.000 0.000, 0.000 0.000), "
               "(1.000 1.000, 1.000 3.000, 3.000 3.000, 3.000 1.000, 1.000 1.000)), "
               "((20.000 20.000, 20.000 21.000, "
               "21.000 21.000, 21.000 20.000, 20.000 20.000)))|||1;2|",
               "H2|road|none||||||"});
    CHECK(registry_rows(registry, "select count(*) from place") == Rows{"0"});
}

TEST_CASE("a map speaks for itself alone") {
    const ScratchFolder folder;
    folder.write("old/13101-0100-1.xml", written_map("任意座標系"));
    folder.write("old/13101-0100-2.xml", written_map("任意座標系") + "\n");
    const std::string registry = folder / "r.sqlite";
    build_registry(registry, {folder / "old"}, {});
    folder.write("new/13101-0100-1.xml", written_map("公共座標9系"));
    std::filesystem::last_write_time(folder / "new/13101-0100-1.xml",
                                     std::filesystem::file_time_type::clock::now() + std::chrono::hours(48));
    update_registry(registry, {folder / "new"}, {}, {});
    CHECK(registry_rows(registry,
                        "select map_file, moj_map_brushid, plane_zone from land_map_lot order by 1, 2") ==
          Rows{"13101-0100-1|H1|9", "13101-0100-1|H2|9", "13101-0100-2|H1|", "13101-0100-2|H2|"});
    CHECK(registry_rows(registry, "select map_file, plane_zone from land_map_lot_history order by 1, 2") ==
          Rows{"13101-0100-1|", "13101-0100-1|"});
}
