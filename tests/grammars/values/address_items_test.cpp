#include "grammars/values/address_items.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "grammars/values/building.hpp"
#include "grammars/values/city_and_county.hpp"
#include "grammars/values/prefecture.hpp"
#include "grammars/values/rule_ids.hpp"
#include "tests/support/known_places.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

namespace {

const Reading reading{.addresses = &some_places()};
const std::string alphabet = "12-－　 一二十丁目条番地号字甲イの町西先内第()ー階F室、ﾛA";

struct Case {
    std::string text;
    std::string canonical;
};

template <std::size_t n>
void check(const ValueType& type, const Case (&cases)[n]) {
    for (const auto& [text, canonical] : cases) {
        INFO(type.name << ": " << text);
        const auto value = type.canonical(text, reading);
        REQUIRE(value);
        CHECK(*value == canonical);
        check_spine(type, text, reading);
    }
}

RuleId refusal(const ValueType& type, const std::string& text) {
    INFO(type.name << ": " << text);
    const auto value = type.canonical(text, reading);
    REQUIRE_FALSE(value);
    check_spine(type, text, reading);
    return value.refusal().rule;
}

}  // namespace

TEST_CASE("町字 has its chome and 条 in kanji and no spaces") {
    check(street_address_type, {{"霞が関二丁目", "霞が関二丁目"},
                                {"霞が関２丁目", "霞が関二丁目"},
                                {"北3条西1丁目", "北三条西一丁目"},
                                {"二十四軒4条12丁目", "二十四軒四条十二丁目"},
                                {"本通16丁目南", "本通十六丁目南"},
                                {"本宮町　耳打", "本宮町耳打"},
                                {"三条町", "三条町"},
                                {"加賀朝日町ホ", "加賀朝日町ホ"},
                                {"夏栗ﾛ", "夏栗ロ"},
                                {"鵜浦町9部", "鵜浦町9部"},
                                {"大浜北町2丁", "大浜北町二丁"},
                                {"二丁目", "二丁目"}});
    CHECK(refusal(street_address_type, "霞が関2-1-2") == rules::part_of_another_item);
    CHECK(refusal(street_address_type, "霞が関2-1-2 庁舎") == rules::text_left_over);
    CHECK(street_address_type.canonical("霞が関2丁目1番", {}).refusal().suggestion == "霞が関二丁目");
    CHECK(refusal(street_address_type, "16-33-甲") == rules::not_of_this_type);
    CHECK(refusal(street_address_type, "-") == rules::not_of_this_type);
    CHECK(refusal(street_address_type, "") == rules::not_of_this_type);
}

TEST_CASE("a part of another item is told with the item that it is of, and what is left is proposed") {
    const struct {
        const ValueType& type;
        const char* text;
        const char* part;
        const char* item;
        const char* rest;
    } cases[] = {
        {city_block_type, "2丁目5番5号", "2丁目", "町字 (streetAddress)", "5-5"},
        {city_block_type, "四丁目22番地の2", "四丁目", "町字 (streetAddress)", "22-2"},
        {city_block_type, "1丁目", "1丁目", "町字 (streetAddress)", ""},
        {street_address_type, "瀬戸29番地", "29番地", "番地以下 (cityBlock)", "瀬戸"},
        {street_address_type, "白山2丁目1番1号", "1番1号", "番地以下 (cityBlock)", "白山二丁目"},
    };
    for (const auto& [type, text, part, item, rest] : cases) {
        CAPTURE(text);
        const auto read = type.canonical(text, {});
        REQUIRE(!read);
        CHECK(read.refusal().rule == rules::part_of_another_item);
        CHECK(slice(text, read.refusal().where) == part);
        CHECK(read.refusal().detail == item);
        CHECK(read.refusal().suggestion == rest);
    }
}

TEST_CASE("番地以下 is digits and hyphens") {
    check(city_block_type, {{"1-3", "1-3"},
                            {"１番３号", "1-3"},
                            {"1番地の3", "1-3"},
                            {"753番２", "753-2"},
                            {"エ14", "エ14"},
                            {"リ-65", "リ-65"},
                            {"甲402番地の106", "甲402-106"},
                            {"6番地ロ", "6-ロ"},
                            {"95-0", "95-0"},
                            {"1884番地先", "1884先"},
                            {"5番外地", "5番外地"},
                            {"無番地", "無番地"},
                            {"十二番三号", "12-3"},
                            {"1ー3", "1-3"}});
    CHECK(refusal(city_block_type, "753番２ほか") == rules::text_left_over);
    CHECK(city_block_type.canonical("753番２ほか", {}).refusal().suggestion == "753-2");
    CHECK(city_block_type.canonical("753番２ほか", {}).refusal().where == Span{9, 15});
    for (const char* with_town : {"10部11番地1", "15部40", "へ部33", "第3地割12", "4丁目17-1"}) {
        CAPTURE(with_town);
        CHECK(refusal(city_block_type, with_town) == rules::part_of_another_item);
    }
    CHECK(refusal(city_block_type, "白山室堂平") == rules::not_of_this_type);
    CHECK(refusal(city_block_type, "1-3 紀尾井町タワー") == rules::text_left_over);
}

TEST_CASE("町字以下 is digits from the chome on") {
    check(street_address_and_city_block_type,
          {{"霞が関2-1-2", "霞が関2-1-2"},
           {"霞が関二丁目1番2号", "霞が関2-1-2"},
           {"北一条西一丁目3番地", "北1条西1-3"},
           {"厚別西四条3-10-30", "厚別西4条3-10-30"},
           {"大戸町高川甲1324", "大戸町高川甲1324"},
           {"三条町324番地1", "三条町324-1"},
           {"霞が関二丁目", "霞が関2"},
           {"寺町通御池上る上本能寺前町488", "寺町通御池上る上本能寺前町488"}});
    CHECK(refusal(street_address_and_city_block_type, "霞が関2-1-2 中央合同庁舎") == rules::text_left_over);
    CHECK(refusal(street_address_and_city_block_type, "12") == rules::not_of_this_type);
}

TEST_CASE("a building is followed by its floor after a space") {
    check(building_type, {{"紀尾井町タワー１９階", "紀尾井町タワー 19階"},
                          {"紀尾井町タワー 19階", "紀尾井町タワー 19階"},
                          {"ＬＥＥＺＥＮビル５Ｆ", "LEEZENビル 5F"},
                          {"三田ビルB1F", "三田ビル B1F"},
                          {"三田ビル地下１階", "三田ビル 地下1階"},
                          {"三田ビル1～2階", "三田ビル 1~2階"},
                          {"パレドール小土A 101号室", "パレドール小土A 101号室"},
                          {"〇〇住宅A-101", "〇〇住宅A-101"},
                          {"ﾋﾞﾗｱｰｸﾙB102号", "ビラアークルB102号"},
                          {"19階", "19階"},
                          {"三階建てビル", "三階建てビル"}});
    const Building building = split_building("三田ビル2階 201号室");
    CHECK(building.name == "三田ビル");
    CHECK(building.floor == "2階");
    CHECK(building.room == "201号室");
    CHECK(split_building("ビル2000").room.empty());
    CHECK(refusal(building_type, "") == rules::not_of_this_type);
    CHECK(refusal(building_type, "三田\nビル") == rules::control_character);
}

TEST_CASE("a prefecture has its full name") {
    check(prefecture_type,
          {{"東京都", "東京都"}, {"東京", "東京都"}, {" 京都", "京都府"}, {"北海道", "北海道"}});
    CHECK(prefectures().size() == 47);
    CHECK(prefectures().front().code == "01");
    CHECK(prefectures().back().name == "沖縄県");
    CHECK(refusal(prefecture_type, "江戸") == rules::unknown_name);
    CHECK(refusal(prefecture_type, "") == rules::unknown_name);
}

TEST_CASE("a municipality has its county, as the registry writes it") {
    check(city_and_county_type, {{"千代田区", "千代田区"},
                                 {"今帰仁村", "国頭郡今帰仁村"},
                                 {"国頭郡今帰仁村", "国頭郡今帰仁村"},
                                 {"府中市", "府中市"},
                                 {" 金沢市", "金沢市"}});
    const auto with_town = city_and_county_type.canonical("高松市番町1-8-15", reading).refusal();
    CHECK(with_town.rule == rules::part_of_another_item);
    CHECK(slice("高松市番町1-8-15", with_town.where) == "番町1-8-15");
    CHECK(with_town.suggestion == "高松市");
    CHECK(refusal(city_and_county_type, "高松市役所") == rules::text_left_over);
    CHECK(refusal(city_and_county_type, "石川県金沢市") == rules::text_left_over);
    CHECK(city_and_county_type.canonical("石川県金沢市", reading).refusal().suggestion == "金沢市");
    CHECK(refusal(city_and_county_type, "江戸市") == rules::unknown_name);
    CHECK(city_and_county_type.canonical("江戸市", {}));
    CHECK_FALSE(city_and_county_type.canonical("江戸", {}));
}

TEST_CASE("recogniser and reader of the items agree") {
    for (const ValueType* type : {&street_address_type, &city_block_type, &street_address_and_city_block_type,
                                  &building_type, &prefecture_type, &city_and_county_type}) {
        check_spine_around(
            *type,
            {"霞が関二丁目1番2号", "北3条西1丁目5", "今庄第27-20", "甲402番地の106", "753番2ほか",
             "紀尾井町タワー１９階101号室", "6番地ロ", "東京都千代田区", "国頭郡今帰仁村", "ﾋﾞﾙB1F"},
            alphabet, reading);
    }
}

TEST_CASE("zeros alone are no number of a lot") {
    for (const char* text : {"0-0", "０－０", "0-0-0", "00-0"}) {
        INFO(text);
        CHECK_FALSE(city_block_type.is_canonical(text, {}));
        CHECK_FALSE(city_block_type.canonical(text, {}));
    }
    for (const char* text : {"0-1", "0-0-1", "10-0"}) {
        INFO(text);
        CHECK(city_block_type.is_canonical(text, {}));
    }
}
