#include "registries/embedded/embedded_resolver.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "registries/embedded/municipality_table.hpp"

using daicho::AddressResolver;
using daicho::embedded_resolver;
using daicho::MatchLevel;
using daicho::Place;

namespace {

struct Case {
    std::string text;
    std::string place;  // prefecture, city_and_county
    std::string rest;
    bool completed;
};

}  // namespace

TEST_CASE("a municipality is found with and without what stands before its name") {
    const Case cases[] = {
        {"東京都千代田区紀尾井町1-3", "東京都千代田区", "紀尾井町1-3", false},
        {"東京都 千代田区 紀尾井町1-3", "東京都千代田区", " 紀尾井町1-3", false},
        {"千代田区紀尾井町1-3", "東京都千代田区", "紀尾井町1-3", true},
        {"沖縄県国頭郡今帰仁村字仲宗根219", "沖縄県国頭郡今帰仁村", "字仲宗根219", false},
        {"沖縄県今帰仁村字仲宗根219", "沖縄県国頭郡今帰仁村", "字仲宗根219", true},
        {"国頭郡今帰仁村字仲宗根219", "沖縄県国頭郡今帰仁村", "字仲宗根219", true},
        {"今帰仁村字仲宗根219", "沖縄県国頭郡今帰仁村", "字仲宗根219", true},
        {"大阪市東住吉区矢田6-7-12", "大阪府大阪市東住吉区", "矢田6-7-12", true},
        {"東住吉区矢田6-7-12", "大阪府大阪市東住吉区", "矢田6-7-12", true},
        {"大阪府大阪市矢田", "大阪府大阪市", "矢田", false},
        {"東京都北区王子1-1", "東京都北区", "王子1-1", false},
        {"東京都府中市宮西町2-24", "東京都府中市", "宮西町2-24", false},
        {"今帰仁村", "沖縄県国頭郡今帰仁村", "", true},
        {"静岡県浜松市浜北区平口", "静岡県浜松市浜北区", "平口", false},
        {"静岡県浜松市天竜区春野町", "静岡県浜松市天竜区", "春野町", false},
    };
    for (const auto& [text, name, rest, completed] : cases) {
        INFO(text);
        const auto places = embedded_resolver().resolve(text);
        REQUIRE(places.size() == 1);
        const Place& place = places.front();
        CHECK(place.level == MatchLevel::municipality);
        CHECK(place.prefecture + place.city_and_county == name);
        CHECK(text.substr(place.size) == rest);
        CHECK(place.completed == completed);
        CHECK(embedded_resolver().municipality_size(text) == place.size);
    }
}

TEST_CASE("names that look like several are cut where the table says") {
    const Case cases[] = {
        {"三重県四日市市北浜田町13-6", "三重県四日市市", "北浜田町13-6", false},
        {"広島県廿日市市下平良1-11-1", "広島県廿日市市", "下平良1-11-1", false},
        {"千葉県市川市市川1-1", "千葉県市川市", "市川1-1", false},
        {"東京都町田市森野2-2-22", "東京都町田市", "森野2-2-22", false},
        {"長野県大町市大町3887", "長野県大町市", "大町3887", false},
        {"佐賀県杵島郡大町町大字大町5017", "佐賀県杵島郡大町町", "大字大町5017", false},
        {"新潟県十日町市千歳町3-3", "新潟県十日町市", "千歳町3-3", false},
        {"福島県郡山市朝日1-23-7", "福島県郡山市", "朝日1-23-7", false},
        {"福島県田村郡三春町字大町1-2", "福島県田村郡三春町", "字大町1-2", false},
        {"福島県田村市船引町", "福島県田村市", "船引町", false},
        {"愛知県蒲郡市旭町17-1", "愛知県蒲郡市", "旭町17-1", false},
        {"三重県津市大門", "三重県津市", "大門", false},
        {"滋賀県大津市御陵町3-1", "滋賀県大津市", "御陵町3-1", false},
        {"石川県野々市市末松1-308", "石川県野々市市", "末松1-308", false},
        {"京都府京都市中京区三条町324-1", "京都府京都市中京区", "三条町324-1", false},
        {"山形県村山市中央1-3-6", "山形県村山市", "中央1-3-6", false},
        {"長野市新田町1137-5", "長野県長野市", "新田町1137-5", true},
        {"宮城県塩釜市海岸通15-1", "宮城県塩竈市", "海岸通15-1", false},
        {"茨城県龍ヶ崎市3710", "茨城県龍ケ崎市", "3710", false},
        {"神奈川県茅ケ崎市茅ヶ崎1-1-1", "神奈川県茅ヶ崎市", "茅ヶ崎1-1-1", false},
        {"高知県檮原町梼原1444-1", "高知県高岡郡檮原町", "梼原1444-1", true},
        {"髙松市番町1-8-15", "香川県高松市", "番町1-8-15", true},
    };
    for (const auto& [text, name, rest, completed] : cases) {
        INFO(text);
        const auto places = embedded_resolver().resolve(text);
        REQUIRE(places.size() == 1);
        CHECK(places.front().prefecture + places.front().city_and_county == name);
        CHECK(text.substr(places.front().size) == rest);
        CHECK(places.front().completed == completed);
    }
}

TEST_CASE("a name that several municipalities bear gives all of them") {
    const std::pair<std::string, std::size_t> cases[] = {
        {"府中市宮西町", 2}, {"伊達市", 2}, {"大阪府北区", 2}, {"神奈川県緑区", 2}, {"池田町字西", 4},
    };
    for (const auto& [text, count] : cases) {
        INFO(text);
        const auto places = embedded_resolver().resolve(text);
        CHECK(places.size() == count);
        CHECK(std::ranges::all_of(places, [](const Place& place) { return place.completed; }));
        CHECK(embedded_resolver().municipality_size(text) == 0);
    }
    CHECK(embedded_resolver().resolve("北区天満橋1-8-75").size() == 11);
}

TEST_CASE("a street that bears the name of a town far away is not taken for it") {
    for (const std::string text : {"白浜町甲402番地の106", "昭和町1-7-23", "三木町ニ", "川崎町12"}) {
        INFO(text);
        CHECK(embedded_resolver().resolve(text).empty());
    }
    CHECK(embedded_resolver().resolve("兵庫県姫路市白浜町甲402").size() == 1);
    CHECK(embedded_resolver().resolve("白浜町才野1683-1").size() == 1);
}

TEST_CASE("a municipality of another prefecture is not found under this one") {
    const auto places = embedded_resolver().resolve("大阪府京都市中京区");
    REQUIRE(places.size() == 1);
    CHECK(places.front().level == MatchLevel::prefecture);
    CHECK(places.front().lg_code == "270008");
    CHECK(places.front().size == std::string("大阪府").size());
    CHECK(places.front().city_and_county.empty());
    CHECK(embedded_resolver().municipality_size("大阪府京都市中京区") == 0);
}

TEST_CASE("a text that names no place gives none") {
    for (const std::string text :
         {"", " ", "上福岡町906番地", "市役所", "12", "千代田", "東京", "\xE6\x9D", "都"}) {
        INFO(text);
        CHECK(embedded_resolver().resolve(text).empty());
    }
    CHECK(embedded_resolver().resolve(std::string(100000, ' ')).empty());
}

TEST_CASE("every municipality of the table is found by its full name") {
    for (const auto& municipality : daicho::municipalities()) {
        const std::string name = std::string(municipality.prefecture)
                                     .append(municipality.county)
                                     .append(municipality.city)
                                     .append(municipality.ward);
        INFO(name);
        const auto places = embedded_resolver().resolve(name + "1");
        REQUIRE(places.size() == 1);
        CHECK(places.front().size == name.size());
        if (municipality.ended.empty()) CHECK(places.front().lg_code == municipality.lg_code);
    }
}

TEST_CASE("the exact name of a municipality is known as such") {
    for (const std::string text : {"千代田区", "国頭郡今帰仁村", "横浜市西区", "横浜市", "府中市"}) {
        CHECK(embedded_resolver().is_city_and_county(text));
    }
    for (const std::string text : {"今帰仁村", "西区", "東京都", "", "竜ヶ崎市", "千代田区 "}) {
        CHECK_FALSE(embedded_resolver().is_city_and_county(text));
    }
}
