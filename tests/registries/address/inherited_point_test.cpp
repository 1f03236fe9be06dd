#include <catch2/catch.hpp>

#include "registries/address/address_matcher.hpp"
#include "registries/builder/builder.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

/// A town, and where it is; no latitude: the lists give it no point.
struct PlacedTown {
    std::string id, oaza_cho, chome, koaza, latitude;
};

// 上野 and 中野 stand by themselves, 下野 only in parts, of 奥野 nothing has a point.
const std::vector<PlacedTown> placed_towns = {
    {"0001000", "大字上野", "", "", "34.10"},
    {"0001101", "大字上野", "", "字一本松", ""},
    {"0001102", "大字上野", "", "字二本杉", ""},
    {"0001103", "大字上野", "", "字三軒屋", "34.15"},
    {"0002000", "中野", "", "", "34.20"},
    {"0002001", "中野", "一丁目", "", ""},
    {"0002002", "中野", "二丁目", "", "34.25"},
    {"0003001", "下野", "一丁目", "", "34.30"},
    {"0003002", "下野", "二丁目", "", "34.32"},
    {"0003003", "下野", "三丁目", "", ""},
    {"0004000", "奥野", "", "", ""},
    {"0004101", "奥野", "", "字四方田", ""},
};

const AddressMatcher& placed_matcher() {
    static const ScratchFolder folder;
    static const AddressIndex index = [] {
        std::string towns =
            "lg_code,machiaza_id,machiaza_type,pref,pref_kana,pref_roma,county,county_kana,county_roma,city,"
            "city_kana,city_roma,ward,ward_kana,ward_roma,oaza_cho,oaza_cho_kana,oaza_cho_roma,chome,"
            "chome_kana,chome_number,koaza,koaza_kana,koaza_roma,machiaza_dist,rsdt_addr_flg,"
            "rsdt_addr_mtd_code,oaza_cho_aka_flg,koaza_aka_code,oaza_cho_gsi_uncmn,koaza_gsi_uncmn,"
            "status_flg,wake_num_flg,efct_date,ablt_date,src_code,post_code,remarks\n";
        std::string points =
            "lg_code,machiaza_id,rsdt_addr_flg,rep_lon,rep_lat,rep_srid,rep_scale,rep_src_code,plygn_fname,"
            "plygn_kcode,plygn_fmt,plygn_srid,plygn_scale,plygn_src_code,pos_oaza_cho_chome_code,"
            "pos_data_mnt_year,cns_bnd_s_area_kcode,cns_bnd_year\n";
        for (const PlacedTown& t : placed_towns) {
            const std::string type = !t.koaza.empty() ? "3" : !t.chome.empty() ? "2" : "1";
            towns += "302015," + t.id + "," + type + ",和歌山県,,,,,,和歌山市,,,,,," + t.oaza_cho + ",,," +
                     t.chome + ",,," + t.koaza + ",,,,0,0,0,0,0,0,1,1,1947-04-17,,0,,\n";
            if (!t.latitude.empty())
                points += "302015," + t.id + ",0,135.1," + t.latitude + ",EPSG:6668,,,,,,,,,,,,\n";
        }
        folder.write("in/mt_town_all_20260806.csv", towns);
        folder.write("in/mt_town_pos_all_20260806.csv", points);
        return AddressIndex::open(build_registry(folder / "r.sqlite", {folder / "in"}, {}).index->path);
    }();
    static const AddressMatcher matcher{index};
    return matcher;
}

double latitude_above(const std::string& oaza_cho) {
    return oaza_cho == "大字上野" ? 34.10 : oaza_cho == "中野" ? 34.20 : 34.31;
}

}  // namespace

TEST_CASE("a part of a town without a point of its own has that of its 大字・町, and says so") {
    for (const PlacedTown& town : placed_towns) {
        const std::string text = "和歌山県和歌山市" + town.oaza_cho + town.chome + town.koaza + "7番地";
        INFO(text);
        const AddressPlace place = placed_matcher().match(text).place;
        REQUIRE(place.machiaza_id == town.id);
        const bool own = !town.latitude.empty();
        if (!own && town.oaza_cho == "奥野") {
            CHECK(place.point.level < MatchLevel::town);
            continue;
        }
        CHECK(place.point.level == MatchLevel::town);
        CHECK(place.point.of_oaza_cho == !own);
        CHECK(place.point.latitude == Approx(own ? std::stod(town.latitude) : latitude_above(town.oaza_cho)));
    }
}

TEST_CASE("a town that is no part has its own point or none of a town") {
    const AddressPoint group = placed_matcher().match("和歌山県和歌山市下野").place.point;
    CHECK(group.latitude == Approx(34.31));
    CHECK_FALSE(group.of_oaza_cho);
}
