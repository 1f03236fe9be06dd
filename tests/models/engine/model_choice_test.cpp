#include "models/engine/model_choice.hpp"

#include <fstream>
#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "tests/support/gif_facts.hpp"

using namespace daicho;

namespace {

using Strings = std::vector<std::string>;

/// The class whose model would be taken for a table with these headers, or "-".
std::string chosen(const Strings& headers) {
    ModelSet models;
    const auto ranked = rank_models(models, headers, {}, 1);
    return ranked.empty() || ranked.front().fit < convincing_fit ? "-" : ranked.front().model->class_name;
}

/// The headers of a CSV file without quotes.
Strings headers_of(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    Strings headers;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');) headers.push_back(cell);
    return headers;
}

}  // namespace

TEST_CASE("the models that convince are the first ones of all models") {
    ModelSet models;
    std::size_t alike = 0;
    for (const gif::Row& row : gif::rows_of("tests/data/evidence/models.tsv")) {
        INFO(row.at("name"));
        const Strings headers = headers_of("tests/data/evidence/" + row.at("name") + ".csv");
        const auto all = rank_models(models, headers, {}, models.index().classes().size());
        const auto best = convincing_models(models, headers, {});
        REQUIRE(best.size() <= all.size());
        for (std::size_t i = 0; i < best.size(); ++i) {
            CHECK(best[i].model == all[i].model);
            CHECK(best[i].fit == all.front().fit);
        }
        const double next = best.size() < all.size() ? all[best.size()].fit : 0;
        CHECK(next < (best.empty() ? convincing_fit : best.front().fit));
        alike += best.size() > 1 ? 1 : 0;
    }
    CHECK(alike > 0);
}

TEST_CASE("a list of nothing but one part of a model is none of that model") {
    CHECK(chosen({"連絡先名称", "連絡先用途", "連絡先電話番号", "連絡先メールアドレス", "連絡先URL"}) == "-");
    CHECK(chosen({"名称", "名称(カナ)", "建物住所", "延べ面積", "地上階数", "竣工日"}) == "Building");
}

TEST_CASE("a list of places that tells nothing of buildings or equipment is none of these") {
    CHECK(chosen({"名称", "所在地", "開館時間", "休館日", "料金（基本）", "アクセス方法"}) ==
          "TouristFacility");
    for (const Strings& places :
         {Strings{"施設名", "住所", "電話番号", "緯度", "経度", "利用可能曜日", "開始時間", "終了時間"},
          Strings{"名称", "住所", "備考"}, Strings{"名称", "名称_カナ", "所在地", "説明", "URL"}}) {
        CHECK(chosen(places) != "Building");
        CHECK(chosen(places) != "Equipment");
    }
}

TEST_CASE("a model is taken for a table by the headers that set it apart") {
    const Strings facility{"都道府県コード又は市区町村コード",
                           "NO",
                           "都道府県名",
                           "市区町村名",
                           "名称",
                           "名称_カナ",
                           "名称_通称",
                           "POIコード",
                           "住所",
                           "方書",
                           "緯度",
                           "経度",
                           "電話番号",
                           "団体名",
                           "利用可能曜日",
                           "開始時間",
                           "終了時間",
                           "説明",
                           "バリアフリー情報",
                           "備考"};
    CHECK(chosen(facility) == "PublicFacility");
    CHECK(chosen({"名称", "住所", "緯度", "経度", "設置位置", "小児対応設備の有無"}) == "AedLocation");
    CHECK(chosen({"name", "address", "location", "ssid", "area"}) == "PublicWirelessLan");
    CHECK(chosen({"避難先名称", "災害区分", "収容人数", "所在地", "緯度", "経度"}) == "EvacuationSpace");
}

TEST_CASE("a table with only a name and a place is taken for no model") {
    CHECK(chosen({"名称", "住所", "緯度", "経度"}) == "-");
    CHECK(chosen({"NO", "名称", "名称_カナ", "住所", "方書", "緯度", "経度", "電話番号", "備考"}) == "-");
    CHECK(chosen({"name", "address", "telephoneNumber", "referenceObject", "note", "location"}) == "-");
}

TEST_CASE("tables with places and hours, but without names and days of events, are no tables of events") {
    CHECK(chosen({"名称", "所在地", "電話番号", "定員", "休館日", "開館時間"}) == "-");
    CHECK(chosen({"会場名", "住所", "開催日", "開始時間", "終了時間", "対象者", "予約方法", "定員"}) == "-");
    CHECK(chosen({"接種会場", "住所", "開始日", "終了日", "開始時間", "終了時間", "対象者"}) == "-");
    CHECK(chosen({"名称", "住所", "開催日", "開始時間", "終了時間", "対象者", "参加費", "定員"}) ==
          "LocalEvent");
}

TEST_CASE("headers of cities are known where they can only be of one model") {
    CHECK(chosen({"#property", "lunchDay", "menuName", "foodName", "quantity"}) == "SchoolLunch");
    CHECK(chosen({"votingDistrict", "name", "fullNameInKana", "address", "smallConstituencies",
                  "location"}) == "PollingPlace");
    CHECK(chosen({"避難所名", "区", "電話番号", "住所", "収容人数（およそ）", "現在の人数（およそ）", "備考",
                  "足りていない必要物資（1）", "足りていない必要物資（2）", "配給・給水"}) ==
          "EvacuationSpace");
    CHECK(chosen({"区", "タイムスタンプ", "名称", "住所"}) == "-");
}

TEST_CASE("a table of nothing but addresses is one of addresses") {
    const Strings parts{"郵便番号", "都道府県", "市区町村", "町名", "番地", "建物名"};
    CHECK(chosen(parts) == "Address");
    CHECK(chosen({"住所"}) == "Address");
    CHECK(chosen({"prefecture", "cityAndCounty", "streetAddress", "cityBlock", "fullAddress"}) == "Address");
    for (const Strings& others :
         {Strings{"都道府県名", "市区町村名"}, Strings{"建物名", "郵便番号", "所在地"},
          Strings{"ビル名", "住所", "緯度", "経度"}, Strings{"緯度", "経度"}})
        CHECK(chosen(others) == "-");
    for (const char* other : {"氏名", "名称", "種別", "階数"}) {
        Strings headers = parts;
        headers.emplace_back(other);
        INFO(other);
        CHECK(chosen(headers) != "Address");
    }
}

TEST_CASE("halls with the days on which they are open are public facilities") {
    CHECK(chosen({"施設名", "所在地", "電話番号", "利用可能曜日"}) == "PublicFacility");
    CHECK(chosen({"施設名", "所在地", "利用可能曜日", "診療科目"}) != "PublicFacility");
    CHECK(chosen({"施設名", "所在地", "電話番号"}) == "-");
}

TEST_CASE("lists of car parks and of water outages are known by the words of cities") {
    CHECK(chosen({"駐車場名称", "所在地", "収容台数", "料金", "営業時間"}) == "ParkingLot");
    CHECK(chosen({"駐車場名", "住所", "緯度", "経度", "駐車台数", "料金"}) == "ParkingLot");
    CHECK(chosen({"駐輪場名", "住所", "緯度", "経度", "駐輪台数", "料金"}) == "BicycleParking");
    CHECK(chosen({"名称", "所在地", "料金", "営業時間", "電話番号"}) != "ParkingLot");
    CHECK(chosen({"市町村名", "断水戸数", "断水開始日時", "復旧見込み"}) == "WaterOutageByMunicipality");
}

TEST_CASE("a table of which no column is known has no model to choose from") {
    ModelSet models;
    const Strings unknown{"駅", "乗車人員"};
    CHECK(rank_models(models, unknown, {}, 1).empty());
    CHECK(rank_models(models, Strings{}, {}, 1).empty());
}

TEST_CASE("of models that fit alike, the one of which less is missing comes first") {
    ModelSet models;
    const Strings hours{"name", "address", "note", "availableDate", "startTime", "endTime", "fee"};
    const auto ranked = rank_models(models, hours, {}, 2);
    REQUIRE(ranked.size() > 1);
    CHECK(ranked[0].model->class_name == "PublicFacility");
    CHECK(ranked[0].fit > ranked[1].fit);
    CHECK(ranked[0].fit - ranked[1].fit < 0.03);
}
