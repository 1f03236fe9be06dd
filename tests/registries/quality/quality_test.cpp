#include "registries/quality/quality.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "registries/builder/builder.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

std::string municipality(const std::string& code, const std::string& prefecture, const std::string& city,
                         const std::string& ward = {}) {
    return code + "," + prefecture + ",,,,,," + city + ",,," + ward + ",,,1947-04-17,,\n";
}

struct MadeTown {
    std::string code, id, oaza_cho, chome = {}, number = {}, koaza = {};
    std::string flag = "0", ended = {};
};

std::string row(const MadeTown& t) {
    const std::string type = !t.koaza.empty() ? "3" : !t.chome.empty() ? "2" : "1";
    const std::string prefecture = t.code.starts_with("13") ? "東京都" : "静岡県";
    return t.code + "," + t.id + "," + type + "," + prefecture + ",,,,,,市,,,,,," + t.oaza_cho + ",,," +
           t.chome + ",," + t.number + "," + t.koaza + ",,,," + t.flag + "," + t.flag +
           ",0,0,0,0,1,1,1990-01-01," + t.ended + ",0,,\n";
}

std::string town_point(const std::string& code, const std::string& id, const std::string& longitude,
                       const std::string& latitude) {
    return code + "," + id + ",0," + longitude + "," + latitude + ",EPSG:6668,,,,,,,,,,,,\n";
}

const std::string city_header =
    "lg_code,pref,pref_kana,pref_roma,county,county_kana,county_roma,city,city_kana,city_roma,ward,ward_kana,"
    "ward_roma,efct_date,ablt_date,remarks\n";
const std::string town_header =
    "lg_code,machiaza_id,machiaza_type,pref,pref_kana,pref_roma,county,county_kana,county_roma,city,city_"
    "kana,"
    "city_roma,ward,ward_kana,ward_roma,oaza_cho,oaza_cho_kana,oaza_cho_roma,chome,chome_kana,chome_number,"
    "koaza,"
    "koaza_kana,koaza_roma,machiaza_dist,rsdt_addr_flg,rsdt_addr_mtd_code,oaza_cho_aka_flg,koaza_aka_code,"
    "oaza_cho_gsi_uncmn,koaza_gsi_uncmn,status_flg,wake_num_flg,efct_date,ablt_date,src_code,post_code,"
    "remarks\n";
const std::string town_point_header =
    "lg_code,machiaza_id,rsdt_addr_flg,rep_lon,rep_lat,rep_srid,rep_scale,rep_src_code,plygn_fname,plygn_"
    "kcode,"
    "plygn_fmt,plygn_srid,plygn_scale,plygn_src_code,pos_oaza_cho_chome_code,pos_data_mnt_year,"
    "cns_bnd_s_area_kcode,cns_bnd_year\n";
const std::string residence_header =
    "lg_code,machiaza_id,blk_id,rsdt_id,rsdt2_id,city,ward,oaza_cho,chome,koaza,machiaza_dist,blk_num,rsdt_"
    "num,"
    "rsdt_num2,basic_rsdt_div,rsdt_addr_flg,rsdt_addr_mtd_code,status_flg,efct_date,ablt_date,src_code,"
    "remarks\n";
const std::string parcel_point_header =
    "lg_code,machiaza_id,prc_id,rep_lon,rep_lat,rep_srid,rep_scale,rep_src_code,plygn_fname,plygn_kcode,"
    "plygn_fmt,"
    "plygn_srid,plygn_scale,plygn_src_code,moj_map_city_code,moj_map_oaza_code,moj_map_chome_code,"
    "moj_map_koaza_code,moj_map_spare_code,moj_map_brushid\n";

/// Twelve parcels within 1 km, and one 55 km to the north.
std::string parcel_points() {
    std::string text = parcel_point_header;
    for (int i = 1; i <= 13; ++i) {
        const std::string number = std::to_string(10000 + i).substr(1);
        text += "131130,0001001,0" + number + "0000000000,139.70" + std::to_string(i % 10) + "," +
                (i == 13 ? "36.15" : "35.65") + ",EPSG:6668,,,,,,,,,13113,001,000,0000,00,H00000000" +
                std::to_string(i % 10) + "\n";
    }
    return text;
}

/// A registry with one error of each kind.
const std::string& faulty_registry() {
    static const ScratchFolder folder;
    static const std::string path = [] {
        folder.write("in/mt_city_all_20260806.csv", city_header + municipality("131130", "東京都", "渋谷区") +
                                                        municipality("132012", "東京都", "八王子市") +
                                                        municipality("221384", "静岡県", "浜松市", "中央区"));
        std::string towns = town_header;
        for (const MadeTown& town : std::vector<MadeTown>{
                 {"131130", "0001001", "恵比寿", "一丁目", "1", "", "1"},
                 {"131130", "0001002", "恵比寿", "２丁目", "2"},
                 {"131130", "0001003", "恵比寿", "三丁目", "4"},
                 {"131130", "0002000", "大字二ツ岩"},
                 {"131130", "0003000", "二ッ岩"},
                 {"131130", "0004000", "字共和"},
                 {"131130", "0000101", "", "", "", "共和"},
                 {"131130", "0005000", "神南", "", "", "", "0", "1980-01-01"},
                 {"131130", "0006000", "島"},
                 {"131130", "0007000", "広尾"},
                 {"131130", "0008000", "松濤"},
                 {"132012", "0001000", "子安町"},
                 {"132012", "0002000", "万町", "", "", "", "1"},
                 {"131059", "0001000", "本郷"},
                 {"221317", "0001000", "板屋町"},
             }) {
            towns += row(town);
        }
        folder.write("in/mt_town_all_20260806.csv", towns);
        folder.write("in/mt_town_pos_all_20260806.csv",
                     town_point_header + town_point("131130", "0002000", "139.700", "35.650") +
                         town_point("131130", "0003000", "139.710", "35.651") +
                         town_point("131130", "0005000", "139.321", "35.661") +  // in 八王子市
                         town_point("131130", "0006000", "140.000", "30.000") +
                         town_point("131130", "0007000", "13.9700", "35.650") +
                         town_point("131130", "0008000", "35.650", "139.700") +
                         town_point("132012", "0001000", "139.320", "35.660") +
                         town_point("132012", "0002000", "139.325", "35.661"));
        folder.write("in/mt_rsdtdsp_rsdt_20260806.csv",
                     residence_header + "131130,0001001,001,001,,市,,,,,,1,1,,0,1,1,0,1990-01-01,,0,\n" +
                         "131130,0004000,001,001,,市,,,,,,1,1,,0,1,1,0,1990-01-01,,0,\n");
        folder.write("in/mt_parcel_pos_20260806.csv", parcel_points());
        folder.write("in/japanese_towns_20230702.csv",
                     "pref,city,town,koaza,lat,lng\n東京都,渋谷区,大字二ツ岩,,35.660,139.700\n"
                     "東京都,渋谷区,二ッ岩,,35.900,139.700\n東京都,八王子市,子安町,,35.780,139.320\n");
        std::string made = folder / "faulty.sqlite";
        build_registry(made, {folder / "in"}, {});
        return made;
    }();
    return path;
}

QualityReport report_of(std::string_view id, std::size_t kept = 10) {
    const auto reports = inspect_quality(Registry(faulty_registry()), kept);
    const auto found =
        std::ranges::find_if(reports, [&](const QualityReport& report) { return report.check->id == id; });
    REQUIRE(found != reports.end());
    return *found;
}

std::vector<std::string> keys_of(std::string_view id) {
    std::vector<std::string> keys;
    const QualityReport report = report_of(id);
    for (const QualityRemark& remark : report.remarks.first()) keys.push_back(remark.key);
    return keys;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("each kind of error is found where it is, and nowhere else") {
    const auto [id, keys] = GENERATE(table<std::string, Keys>({
        {"unknown-municipality", {"131059"}},
        {"ended-municipality", {"221317"}},
        {"empty-municipality", {"221384"}},
        {"ended-before-start", {"town/131130/0005000/0"}},
        {"town-twice", {"131130/0002000"}},
        {"town-and-koaza", {"131130/0000101"}},
        {"chome-number", {"131130/0001003/0"}},
        {"chome-form", {"131130/0001002/0"}},
        {"residential-flag", {"131130/0004000"}},
        {"town-point-astray", {"town_position/131130/0005000"}},
        {"town-point-lists", {"132012/0001000"}},
        {"parcel-point", {"131130/0001001/000130000000000"}},
    }));
    CAPTURE(id);
    CHECK(keys_of(id) == keys);
}

TEST_CASE("a point outside of Japan is told with its degrees") {
    const QualityRemarks remarks = report_of("point-outside").remarks;
    REQUIRE(remarks.found() == 2);
    CHECK(remarks.first()[0].en == "35.650000,13.970000");
    CHECK(remarks.first()[1].en == "139.700000,35.650000 (latitude and longitude are swapped)");
}

TEST_CASE("a town on an island is told apart from one that lies in another municipality") {
    const Keys keys = keys_of("town-point-alone");
    CHECK(std::ranges::count(keys, "town_position/131130/0006000") == 1);
    CHECK(std::ranges::count(keys, "town_position/131130/0005000") == 0);
}

TEST_CASE("both spellings of a town are named") {
    const QualityRemarks remarks = report_of("town-twice").remarks;
    CHECK(remarks.first()[0].ja == "0002000 大字二ツ岩、0003000 二ッ岩");
    CHECK(remarks.looked_at() == 14);  // what has ended is not compared
}

TEST_CASE("what a municipality that is no more has become is said") {
    CHECK(report_of("ended-municipality").remarks.first()[0].en ==
          "1 towns of 浜松市中区, which ended on 2024-01-01 and is now 221384 浜松市中央区");
}

TEST_CASE("all remarks are counted, only so many are kept") {
    const QualityRemarks remarks = report_of("town-point-alone", 1).remarks;
    CHECK(remarks.first().size() == 1);
    CHECK(remarks.found() > 1);
}

TEST_CASE("checks of tables that a registry lacks are left out") {
    const ScratchFolder folder;
    folder.write("in/mt_city_all_20260806.csv", city_header + municipality("131130", "東京都", "渋谷区"));
    const std::string path = folder / "small.sqlite";
    build_registry(path, {folder / "in"}, {});
    const auto reports = inspect_quality(Registry(path), 1);
    CHECK(std::ranges::none_of(
        reports, [](const QualityReport& report) { return report.check->table.starts_with("town"); }));
}

TEST_CASE("ids of checks are unique") {
    std::vector<std::string_view> ids;
    for (const QualityCheck& check : quality_checks()) ids.push_back(check.id);
    std::ranges::sort(ids);
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
}
