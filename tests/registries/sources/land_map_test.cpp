#include "registries/sources/land_map.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "grammars/base/error.hpp"
#include "grammars/formats/text_source.hpp"

using daicho::Datum;
using daicho::Error;
using daicho::LandMap;
using daicho::LandMapLot;
using daicho::lot_kind;
using daicho::LotShape;

namespace {

LandMap read(const std::string& xml) {
    daicho::MemorySource source(xml, "map.xml");
    return daicho::read_land_map(source);
}

LandMap read_cut(const std::string& name) {
    daicho::InputFile file(DAICHO_SOURCE_DIR "/tests/data/moj/" + name);
    return daicho::read_land_map(file);
}

std::string map_of(const std::string& system, const std::string& shapes, const std::string& things) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<地図 xmlns=\"http://www.moj.go.jp/MINJI/tizuxml\" "
           "xmlns:zmn=\"http://www.moj.go.jp/MINJI/tizuzumen\">"
           "<version>ver1.0</version><地図名>試験</地図名><市区町村コード>13101</市区町村コード>"
           "<市区町村名>千代田区</市区町村名><座標系>" +
           system + "</座標系><空間属性>" + shapes + "</空間属性><主題属性>" + things + "</主題属性></地図>";
}

std::string direct(double x, double y) {
    return "<zmn:GM_PointArray.column><zmn:GM_Position.direct><zmn:X>" + std::to_string(x) +
           "</zmn:X><zmn:Y>" + std::to_string(y) +
           "</zmn:Y></zmn:GM_Position.direct></zmn:GM_PointArray.column>";
}

std::string curve(const std::string& id, const std::string& columns, const std::string& sign = "+") {
    return "<zmn:GM_Curve id=\"" + id + "\"><zmn:GM_OrientablePrimitive.orientation>" + sign +
           "</zmn:GM_OrientablePrimitive.orientation><zmn:GM_OrientablePrimitive.primitive idref=\"" + id +
           "\"/><zmn:GM_Curve.segment><zmn:GM_LineString><zmn:GM_LineString.controlPoint>" + columns +
           "</zmn:GM_LineString.controlPoint></zmn:GM_LineString></zmn:GM_Curve.segment></zmn:GM_Curve>";
}

/// A square ring of four lines `id`1 to `id`4 that begins at (at, at).
std::string square(const std::string& id, double at, double side) {
    const double end = at + side;
    return curve(id + "1", direct(at, at) + direct(end, at)) +
           curve(id + "2", direct(end, at) + direct(end, end)) +
           curve(id + "3", direct(end, end) + direct(at, end)) +
           curve(id + "4", direct(at, end) + direct(at, at));
}

std::string ring(const std::string& where, const std::vector<std::string>& lines) {
    std::string all = "<zmn:GM_SurfaceBoundary." + where + "><zmn:GM_Ring>";
    for (const auto& line : lines) all += "<zmn:GM_CompositeCurve.generator idref=\"" + line + "\"/>";
    return all + "</zmn:GM_Ring></zmn:GM_SurfaceBoundary." + where + ">";
}

std::string surface(const std::string& rings) {
    return "<zmn:GM_Surface id=\"F1\"><zmn:GM_Surface.patch><zmn:GM_Polygon><zmn:GM_Polygon.boundary>"
           "<zmn:GM_SurfaceBoundary>" +
           rings +
           "</zmn:GM_SurfaceBoundary></zmn:GM_Polygon.boundary></zmn:GM_Polygon></zmn:GM_Surface.patch></"
           "zmn:GM_Surface>";
}

const std::string lot = "<筆 id=\"H1\"><地番>1</地番><形状 idref=\"F1\"/></筆>";

LandMapLot only_lot(const std::string& shapes, const std::string& system = "公共座標9系") {
    const LandMap map = read(map_of(system, shapes, lot));
    REQUIRE(map.lots.size() == 1);
    return map.lots.front();
}

/// Metres.
double apart(const daicho::GeographicPoint& a, double longitude, double latitude) {
    return 111'000 *
           std::hypot(a.latitude - latitude, (a.longitude - longitude) * std::cos(latitude * 0.01745));
}

}  // namespace

TEST_CASE("a published map tells what it is and where its lots lie") {
    const LandMap map = read_cut("46505-3411-1_cut.xml");
    CHECK(map.name == "AYA1anbou22B06_2000");
    CHECK(map.municipality_code == "46505");
    CHECK(map.municipality_name == "熊毛郡屋久島町");
    CHECK(map.coordinate_system == "公共座標2系");
    REQUIRE(map.zone);
    CHECK(map.zone->number() == 2);
    CHECK(map.datum_judgement == "変換");
    CHECK(map.conversion == "TKY2JGD");
    CHECK(map.conversion_version == "1.3.79");
    CHECK(map.conversion_parameters == "2.1.1");
    CHECK(map.datum == Datum::jgd2000);
    REQUIRE(map.lots.size() == 2);

    const LandMapLot& lot = map.lots[0];
    CHECK(lot.brush_id == "H000000002");
    CHECK(lot.oaza_code == "010");
    CHECK(lot.chome_code == "000");
    CHECK(lot.koaza_code == "0000");
    CHECK(lot.spare_code == "00");
    CHECK(lot.oaza_name == "安房");
    CHECK(lot.chome_name.empty());
    CHECK(lot.lot_number == "2740-2");
    CHECK(lot.accuracy == "甲三");
    CHECK(lot.coordinate_kind == "図上測量");
    CHECK(lot.shape == LotShape::closed);
    REQUIRE(lot.rings.size() == 1);
    CHECK(lot.rings[0].points.size() == 24);
    // The Address Base Registry (2026-08-06) has the parcel 2740-2 at 130.645656772, 30.316396707.
    REQUIRE(lot.position);
    CHECK(apart(*lot.position, 130.645656772, 30.316396707) < 0.001);
    CHECK(map.lots[1].lot_number == "地区外-43775");
    CHECK(lot_kind(map.lots[1].lot_number) == "outside");
    CHECK(map.lots[1].position);
}

TEST_CASE("a published map tells its sheets and which lots lie on them") {
    const LandMap map = read_cut("46505-3411-1_cut.xml");
    REQUIRE(map.sheets.size() == 2);
    CHECK(map.sheets[0].number == "M   31");
    CHECK(map.sheets[0].scale == "1000");
    CHECK(map.sheets[0].kind == "地籍図");
    CHECK(map.sheets[0].standing == "地図に準ずる図面");
    CHECK(map.sheets[0].medium == "P-F");
    CHECK(map.sheets[0].made == "1996-03");
    CHECK(!map.sheets[0].orientation_unknown);
    REQUIRE(map.sheets[0].corners.size() == 4);
    CHECK(map.sheets[0].corners[0] == daicho::PlanePoint{-297529.389, -34217.990});
    CHECK(map.lots[0].sheets == std::vector<std::uint32_t>{0, 1});
    CHECK(map.lots[1].sheets.empty());
}

TEST_CASE("a map that was surveyed does not say in which of two data") {
    const LandMap map = read_cut("12103-0400-76_cut.xml");
    CHECK(map.datum_judgement == "測量");
    CHECK(!map.datum);
    REQUIRE(map.lots.size() == 1);
    CHECK(map.lots[0].lot_number == "194-1");
    CHECK(map.lots[0].oaza_name == "作草部町");
    CHECK(map.lots[0].rings.at(0).points.size() == 4);
    CHECK(map.geographic(map.lots[0].rings[0]).size() == 4);
    CHECK(map.sheets.at(1).deposited.size() == 10);
    REQUIRE(map.lots[0].position);
    CHECK(apart(*map.lots[0].position, 140.12, 35.62) < 5000);  // 千葉市稲毛区
}

TEST_CASE("a map in coordinates of its own has outlines and areas, but lies nowhere") {
    const LandMapLot found =
        only_lot(square("C", 0, 10) + surface(ring("exterior", {"C1", "C2", "C3", "C4"})), "任意座標系");
    CHECK(found.shape == LotShape::closed);
    CHECK(found.area == 100);
    CHECK(found.point == daicho::PlanePoint{5, 5});
    CHECK(!found.position);
    CHECK(!read(map_of("任意座標系", "", "")).zone);
    CHECK(!read(map_of("公共座標20系", "", "")).zone);
    CHECK(!read(map_of("公共座標系", "", "")).zone);
    CHECK(read(map_of("公共座標19系", "", "")).zone->number() == 19);
}

TEST_CASE("holes are taken off the area and the point is not in them") {
    const LandMapLot found = only_lot(
        square("C", 0, 10) + square("D", 1, 8) +
        surface(ring("exterior", {"C1", "C2", "C3", "C4"}) + ring("interior", {"D1", "D2", "D3", "D4"})));
    REQUIRE(found.rings.size() == 2);
    CHECK(found.rings[1].hole);
    CHECK(found.area == 36);
    REQUIRE(found.point);
    CHECK((found.point->x < 1 || found.point->x > 9 || found.point->y < 1 || found.point->y > 9));
}

TEST_CASE("lines are taken in the direction that they are said to have, points by their names") {
    const std::string points =
        "<zmn:GM_Point id=\"P1\"><zmn:GM_Point.position><zmn:DirectPosition><zmn:X>0</zmn:X>"
        "<zmn:Y>0</zmn:Y></zmn:DirectPosition></zmn:GM_Point.position></zmn:GM_Point>";
    const std::string indirect =
        "<zmn:GM_PointArray.column><zmn:GM_Position.indirect>"
        "<zmn:GM_PointRef.point idref=\"P1\"/></zmn:GM_Position.indirect></zmn:GM_PointArray.column>";
    const std::string lines = curve("C1", direct(10, 0) + indirect, "-") +
                              curve("C2", direct(10, 0) + direct(10, 10)) +
                              curve("C3", indirect + direct(10, 10));
    const std::string turned =
        "<zmn:GM_OrientableCurve id=\"_C3\"><zmn:GM_OrientablePrimitive.orientation>-"
        "</zmn:GM_OrientablePrimitive.orientation><zmn:GM_OrientablePrimitive.primitive "
        "idref=\"C3\"/></zmn:GM_OrientableCurve>";
    const LandMapLot found =
        only_lot(points + lines + turned + surface(ring("exterior", {"C1", "C2", "_C3"})));
    CHECK(found.shape == LotShape::closed);
    CHECK(found.area == 50);
    REQUIRE(found.rings.size() == 1);
    CHECK(found.rings[0].points == std::vector<daicho::PlanePoint>{{0, 0}, {10, 0}, {10, 10}});
}

TEST_CASE("a lot whose outline is broken is kept and says so") {
    CHECK(only_lot("").shape == LotShape::none);
    CHECK(only_lot(surface(ring("exterior", {"C1", "C2"}))).shape == LotShape::none);
    const LandMapLot open =
        only_lot(square("C", 0, 10) + surface(ring("exterior", {"C1", "C2", "C9", "C4"})));
    CHECK(open.shape == LotShape::open);
    CHECK(open.area == 100);
    CHECK(open.position);
    const std::string bad = curve("C2", direct(10, 0) +
                                            "<zmn:GM_PointArray.column><zmn:GM_Position.indirect>"
                                            "<zmn:GM_PointRef.point idref=\"P9\"/></zmn:GM_Position.indirect>"
                                            "</zmn:GM_PointArray.column>");
    CHECK(only_lot(curve("C1", direct(0, 0) + direct(10, 0)) + bad +
                   curve("C3", direct(10, 10) + direct(0, 0)) + surface(ring("exterior", {"C1", "C2", "C3"})))
              .shape == LotShape::open);
    const LandMapLot flat = only_lot(curve("C1", direct(0, 0) + direct(10, 0) + direct(5, 0) + direct(0, 0)) +
                                     surface(ring("exterior", {"C1"})));
    CHECK(flat.area == 0);
    CHECK(!flat.position);
}

TEST_CASE("numbers that are none, or no place on earth, are no points") {
    for (const std::string number : {"abc", "", "nan", "inf", "1e300", "0,5", "１"}) {
        const std::string point =
            "<zmn:GM_PointArray.column><zmn:GM_Position.direct><zmn:X>" + number +
            "</zmn:X><zmn:Y>0</zmn:Y></zmn:GM_Position.direct></zmn:GM_PointArray.column>";
        CAPTURE(number);
        CHECK(only_lot(curve("C1", direct(0, 0) + point) + surface(ring("exterior", {"C1"}))).shape ==
              LotShape::none);
    }
}

TEST_CASE("lots with no boundary known between them are told") {
    const LandMap map =
        read(map_of("公共座標9系", "",
                    "<基準点><名称>1</名称></基準点><筆 id=\"H1\"><大字名>大手町</大字名><地番>1+2</地番>"
                    "<筆界未定構成筆><大字名>大手町</大字名><地番>1</地番></筆界未定構成筆>"
                    "<筆界未定構成筆><大字名>大手町</大字名><地番>2</地番></筆界未定構成筆></筆>"));
    REQUIRE(map.lots.size() == 1);
    CHECK(map.lots[0].lot_number == "1+2");
    REQUIRE(map.lots[0].undetermined.size() == 2);
    CHECK(map.lots[0].undetermined[1].lot_number == "2");
    CHECK(map.lots[0].undetermined[1].oaza_name == "大手町");
}

TEST_CASE("what stands for a lot number is told from one") {
    CHECK(lot_kind("2740-1") == "lot");
    CHECK(lot_kind("甲12") == "lot");
    CHECK(lot_kind("道下12") == "lot");
    CHECK(lot_kind("地区外-43774") == "outside");
    CHECK(lot_kind("別図-5") == "separate_map");
    CHECK(lot_kind("道-1") == "road");
    CHECK(lot_kind("水") == "waterway");
    CHECK(lot_kind("筆界未定地-2") == "undetermined");
}

TEST_CASE("what is no map is refused, and a map is known by its root") {
    CHECK_THROWS_AS(read("<a/>"), Error);
    CHECK_THROWS_AS(read("<地図/>"), Error);
    CHECK_THROWS_AS(read("lg_code,pref\n"), Error);
    const std::string map = map_of("公共座標9系", "", "");
    CHECK_THROWS_AS(read(map.substr(0, map.size() - 3)), Error);
    CHECK_THROWS_AS(read(map + "<a/>"), Error);
    CHECK(daicho::is_land_map(map));
    CHECK(daicho::is_land_map(map.substr(0, 300)));
    CHECK(!daicho::is_land_map("<地図/>"));
    CHECK(!daicho::is_land_map("a,b\n"));
}
