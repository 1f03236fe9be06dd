#pragma once

#include <string>
#include <vector>

#include "registries/address/address_matcher.hpp"
#include "registries/builder/builder.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/scratch_folder.hpp"

/// A town of a registry that a test makes up, as the address base registry writes it.
struct SmallTown {
    std::string lg_code, machiaza_id, prefecture, county, city, ward, oaza_cho, chome, koaza;
    bool residential = false;
    std::string oaza_cho_kana = {};
    std::string oaza_cho_roma = {};
};

/// A registry of some towns with residences and parcels, and its index.
class SmallAddressIndex {
 public:
    explicit SmallAddressIndex(const std::vector<SmallTown>& towns, const std::string& residences = {},
                               const std::string& parcels = {}, const std::string& municipalities = {},
                               const std::string& events = {}, const std::string& postal_codes = {},
                               const std::string& nationwide = {}) {
        folder_.write("in/mt_town_all_20260806.csv", town_file(towns));
        if (!residences.empty())
            folder_.write("in/mt_rsdtdsp_rsdt_20260806.csv", residence_header + residences);
        if (!parcels.empty()) folder_.write("in/mt_parcel_20260806.csv", parcel_header + parcels);
        if (!municipalities.empty())
            folder_.write("in/mt_city_all_20260806.csv", city_header + municipalities);
        if (!events.empty()) folder_.write("in/haichibungo_1970_2024.csv", event_header + events);
        if (!postal_codes.empty()) folder_.write("in/utf_ken_all.csv", postal_codes);
        if (!nationwide.empty()) folder_.write("in/japanese_towns_20230702.csv", nationwide);
        path_ = daicho::build_registry(registry(), {folder_ / "in"}, {}).index->path;
    }

    std::string registry() const { return folder_ / "registry.sqlite"; }
    const std::string& path() const { return path_; }

    daicho::AddressIndex open() const { return daicho::AddressIndex::open(path()); }

    /// A row of a residence: 街区符号, 住居番号 and nothing else.
    static std::string residence(const std::string& lg_code, const std::string& town,
                                 const std::string& block, const std::string& number) {
        return lg_code + "," + town + "," + padded(block, 3) + "," + padded(number, 3) + ",,市,,,,,," +
               block + "," + number + ",,0,1,1,0,1947-04-17,,0,\n";
    }
    /// A row of a parcel; its id is `id`.
    static std::string parcel(const std::string& lg_code, const std::string& town, const std::string& id,
                              const std::string& first, const std::string& second) {
        return lg_code + "," + town + "," + id + ",市,,,,,," + first + "," + second +
               ",,0,1,,1947-04-17,,1,,\n";
    }
    /// A row of a municipality.
    static std::string municipality(const std::string& lg_code, const std::string& prefecture,
                                    const std::string& city, const std::string& ward) {
        return lg_code + "," + prefecture + ",,,,,," + city + ",,," + ward + ",,,1947-04-17,,\n";
    }

 private:
    static std::string padded(const std::string& number, std::size_t size) {
        return number.size() < size ? std::string(size - number.size(), '0') + number : number;
    }

    static std::string town_file(const std::vector<SmallTown>& towns) {
        std::string out = town_header;
        for (const SmallTown& t : towns) {
            const std::string type = !t.koaza.empty() ? "3" : !t.chome.empty() ? "2" : "1";
            out += t.lg_code + "," + t.machiaza_id + "," + type + "," + t.prefecture + ",,," + t.county +
                   ",,," + t.city + ",,," + t.ward + ",,," + t.oaza_cho + "," + t.oaza_cho_kana + "," +
                   t.oaza_cho_roma + "," + t.chome + ",,," + t.koaza + ",,,," +
                   (t.residential ? "1,1" : "0,0") + ",0,0,0,0,1,1,1947-04-17,,0,,\n";
        }
        return out;
    }

    static inline const std::string town_header =
        "lg_code,machiaza_id,machiaza_type,pref,pref_kana,pref_roma,county,county_kana,county_roma,city,city_"
        "kana,"
        "city_roma,ward,ward_kana,ward_roma,oaza_cho,oaza_cho_kana,oaza_cho_roma,chome,chome_kana,chome_"
        "number,koaza,"
        "koaza_kana,koaza_roma,machiaza_dist,rsdt_addr_flg,rsdt_addr_mtd_code,oaza_cho_aka_flg,koaza_aka_"
        "code,"
        "oaza_cho_gsi_uncmn,koaza_gsi_uncmn,status_flg,wake_num_flg,efct_date,ablt_date,src_code,post_code,"
        "remarks\n";
    static inline const std::string residence_header =
        "lg_code,machiaza_id,blk_id,rsdt_id,rsdt2_id,city,ward,oaza_cho,chome,koaza,machiaza_dist,blk_num,"
        "rsdt_num,"
        "rsdt_num2,basic_rsdt_div,rsdt_addr_flg,rsdt_addr_mtd_code,status_flg,efct_date,ablt_date,src_code,"
        "remarks\n";
    static inline const std::string parcel_header =
        "lg_code,machiaza_id,prc_id,city,ward,oaza_cho,chome,koaza,machiaza_dist,prc_num1,prc_num2,prc_num3,"
        "rsdt_addr_flg,prc_rec_flg,prc_area_code,efct_date,ablt_date,src_code,remarks,real_prop_num\n";
    static inline const std::string city_header =
        "lg_code,pref,pref_kana,pref_roma,county,county_kana,county_roma,city,city_kana,city_roma,ward,ward_"
        "kana,"
        "ward_roma,efct_date,ablt_date,remarks\n";

    static inline const std::string event_header =
        "date,type,event,from_city_code,from_pref_name,from_city_desig_name,from_city_desig_name_kana,from_"
        "city_name,"
        "from_city_name_kana,from_date,to_city_code,to_pref_name,to_city_desig_name,to_city_desig_name_kana,"
        "to_city_name,to_city_name_kana,to_date\n";

    daicho::ScratchFolder folder_;
    std::string path_;
};
