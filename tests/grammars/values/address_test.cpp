#include "grammars/values/address.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "grammars/values/prefecture.hpp"
#include "grammars/values/rule_ids.hpp"
#include "tests/support/known_places.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

namespace {

const Reading reading{.addresses = &some_places()};

Address read(const std::string& text) {
    const auto address = parse_address(text, reading);
    INFO(text);
    REQUIRE(address);
    return *address;
}

std::string items(const Address& a) {
    return a.prefecture + "/" + a.city_and_county + "/" + a.street_address + "/" + a.city_block + "/" +
           a.building_name_etc;
}

}  // namespace

TEST_CASE("the address of the GIF introduction is cut into its items") {
    const Address address = read("東京都千代田区紀尾井町１－３ 紀尾井町タワー１９階");
    CHECK(address.prefecture == "東京都");
    CHECK(address.city_and_county == "千代田区");
    CHECK(address.street_address == "紀尾井町");
    CHECK(address.city_block == "1-3");
    CHECK(address.street_address_and_city_block == "紀尾井町1-3");
    CHECK(address.building_name_etc == "紀尾井町タワー 19階");
    CHECK(address.building_name == "紀尾井町タワー");
    CHECK(address.floor == "19階");
    CHECK(address.lg_code == "131016");
    CHECK(address.full_address == "東京都千代田区紀尾井町1-3 紀尾井町タワー19階");
    CHECK(address.level == MatchLevel::municipality);
    CHECK_FALSE(address.completed);
    CHECK(address.rest.empty());
}

TEST_CASE("addresses are cut as people write them") {
    const std::pair<std::string, std::string> cases[] = {
        {"東京都千代田区霞が関２丁目１番２号", "東京都/千代田区/霞が関二丁目/1-2/"},
        {"高松市瓦町二丁目１２番地８　ＬＥＥＺＥＮビル５Ｆ", "香川県/高松市/瓦町二丁目/12-8/LEEZENビル 5F"},
        {"香川県高松市御坊町４番地１９−２Ｆ", "香川県/高松市/御坊町/4-19/2F"},
        {"今帰仁村字仲宗根219", "沖縄県/国頭郡今帰仁村/字仲宗根/219/"},
        {"北海道札幌市西区二十四軒4条1丁目5番JR高架下", "北海道/札幌市西区/二十四軒四条一丁目/5/JR高架下"},
        {"京都府京都市上京区今出川通千本東入般舟院前町148",
         "京都府/京都市上京区/今出川通千本東入般舟院前町/148/"},
        {"大阪府堺市堺区大浜北町2丁4-1", "大阪府/堺市堺区/大浜北町二丁/4-1/"},
        {"石川県金沢市", "石川県/金沢市///"},
        {"金沢市広岡町ﾛ－1", "石川県/金沢市/広岡町ロ/1/"},
        {"東京都千代田区百人町1-2-3-405号室", "東京都/千代田区/百人町/1-2-3/405号室"},
        {"石川県金沢市 奥新保町  医王山ビジターセンター", "石川県/金沢市/奥新保町//医王山ビジターセンター"},
        {"高松市一番町1-1 三田ビル地下1階101号室", "香川県/高松市/一番町/1-1/三田ビル 地下1階101号室"},
    };
    for (const auto& [text, expected] : cases) {
        INFO(text);
        CHECK(items(read(text)) == expected);
    }
}

TEST_CASE("町字以下 has the chome in digits, 町字 in kanji") {
    const Address sapporo = read("北海道札幌市西区北3条西1丁目5番地");
    CHECK(sapporo.street_address == "北三条西一丁目");
    CHECK(sapporo.street_address_and_city_block == "北3条西1-5");
    const Address kasumigaseki = read("東京都千代田区霞が関二丁目1番2号");
    CHECK(kasumigaseki.street_address == "霞が関二丁目");
    CHECK(kasumigaseki.street_address_and_city_block == "霞が関2-1-2");
}

TEST_CASE("a postal code in front is an item of its own") {
    for (const std::string text :
         {"〒102-0094 東京都千代田区紀尾井町1-3", "102-0094 東京都千代田区紀尾井町1-3",
          "〒１０２００９４東京都千代田区紀尾井町1-3"}) {
        INFO(text);
        const auto address = parse_address(text, reading);
        REQUIRE(address);
        CHECK(address->postal_code == "1020094");
        CHECK(address->full_address == "東京都千代田区紀尾井町1-3");
        CHECK(address.remark().rule == rules::part_of_another_item);
        CHECK(address.remark().repair == RepairKind::guess);
        CHECK(address.remark().where.begin == 0);
    }
}

TEST_CASE("notes are kept apart") {
    const std::pair<std::string, std::string> cases[] = {
        {"石川県金沢市三池町189番1 他3筆", "他3筆"},
        {"石川県金沢市額谷町ヌ16番地ほか", "ほか"},
        {"高松市中通甲312-1外5", "外5"},
        {"高松市大井町1(旧館)", "(旧館)"},
        {"高松市元町10-14,10-15,10-18", ",10-15,10-18"},
        {"高松市元町1 ビル(2階)", "(2階)"},
        {"東京都千代田区(東京府南葛飾郡大島町大字中之郷出村３６番地", ""},
    };
    for (const auto& [text, rest] : cases) {
        INFO(text);
        const auto address = parse_address(text, reading);
        if (rest.empty()) {
            CHECK_FALSE(address);
        } else {
            REQUIRE(address);
            CHECK(address->rest == rest);
        }
    }
}

TEST_CASE("a prefecture or county that was left out is supplied and said to be so") {
    CHECK(read("高松市番町1-8").completed);
    CHECK(read("今帰仁村字仲宗根219").completed);
    CHECK_FALSE(read("香川県高松市番町1-8").completed);
}

TEST_CASE("an address that says too little is read with a remark, and refused as 連結表記") {
    const std::pair<std::string, RuleId> cases[] = {
        {"上福岡町906番地", rules::incomplete},      {"東京都", rules::incomplete},
        {"東京都一ノ宮1-25-1", rules::unknown_name}, {"府中市宮西町2-24", rules::ambiguous},
        {"池田町南中原221", rules::incomplete},  // a municipality of several, or a town of one that is left
                                                 // out
    };
    for (const auto& [text, rule] : cases) {
        INFO(text);
        const auto address = parse_address(text, reading);
        REQUIRE(address);
        CHECK(address.remark().rule == rule);
        const auto full = address_type.canonical(text, reading);
        REQUIRE_FALSE(full);
        CHECK(full.refusal().rule == rule);
    }
    CHECK(read("上福岡町906番地").city_block == "906");
    CHECK(read("府中市宮西町2-24").alternatives.size() == 2);
    CHECK(read("府中市宮西町2-24").prefecture.empty());
    CHECK(parse_address("東京都一ノ宮1-25-1", reading).remark().where == Span{9, 24});
}

TEST_CASE("a name that may be that of a town is refused as lacking a part, and fills nothing") {
    const std::pair<std::string, std::string> cases[] = {
        {"高松市紺屋", "番地以下 (block or lot number)"},
        {"上恩方町", "市区町村 (municipality)"},
        {"安原下第3号字下倉下", "市区町村 (municipality)"},
    };
    for (const auto& [text, lacking] : cases) {
        INFO(text);
        const auto address = parse_address(text, reading);
        REQUIRE_FALSE(address);
        CHECK(address.refusal().rule == rules::incomplete);
        CHECK(address.refusal().detail == lacking);
        CHECK(address_type.parts(text, reading).empty());
    }
}

TEST_CASE("a ? between digits stands for a lost character: the address has no safe repair") {
    for (const char* text : {"東京都千代田区紀尾井町１?３", "東京都千代田区紀尾井町１？３",
                             "東京都千代田区紀尾井町1?3", "東京都千代田区紀尾井町１丁目８?３７"}) {
        INFO(text);
        CHECK_FALSE(address_type.is_canonical(text, {}));
        const auto read = address_type.canonical(text, {});
        REQUIRE_FALSE(read);
        CHECK(read.refusal().rule == rules::lost_digit);
        CHECK(read.refusal().repair == RepairKind::none);
    }
    const Address address = read("東京都千代田区紀尾井町１丁目８?３７");
    CHECK(items(address) == "東京都/千代田区/紀尾井町一丁目//");
    CHECK(address.rest == "8?37");
}

TEST_CASE("what has the shape of no address is refused") {
    for (const std::string text :
         {"12", "高松市役所", "高松市立中央図書館", "高松市総合体育館", "中央町会館", "金沢市民会館",
          "東京都立大学", "2021-05-01", "はい", "なし", "-", "03-5253-5111", "1-3", "株式会社デジタル",
          "Kasumigaseki 2-1-2 Chiyoda-ku Tokyo"}) {
        INFO(text);
        const auto address = parse_address(text, reading);
        REQUIRE_FALSE(address);
        CHECK(address.refusal().rule == rules::not_of_this_type);
    }
    CHECK(parse_address("東京都千代田区\n紀尾井町1-3", reading).refusal().rule == rules::control_character);
    CHECK(read("高松市立山5-1").street_address == "立山");
}

TEST_CASE("without a resolver a municipality is known by its shape below a prefecture") {
    const std::pair<std::string, std::string> cases[] = {
        {"東京都千代田区紀尾井町1-3", "千代田区"},   {"三重県四日市市北浜田町13-6", "四日市市"},
        {"北海道札幌市西区北3条", "札幌市西区"},     {"沖縄県国頭郡今帰仁村字仲宗根219", "国頭郡今帰仁村"},
        {"東京都町田市森野2-2-22", "町田市"},        {"長野県大町市大町3887", "大町市"},
        {"徳島県美波町赤松字阿地屋379-5", "美波町"},
    };
    for (const auto& [text, city] : cases) {
        INFO(text);
        const auto address = parse_address(text);
        REQUIRE(address);
        CHECK(address->city_and_county == city);
        CHECK(address->lg_code.empty());
    }
    CHECK(parse_address("高松市番町1-8").remark().rule == rules::incomplete);
}

TEST_CASE("a full address keeps its wording: only its notation changes") {
    const std::pair<std::string, std::string> cases[] = {
        {"東京都千代田区霞が関２丁目１番２号", "東京都千代田区霞が関2丁目1番2号"},
        {"　東京都千代田区　霞が関2-1-2", "東京都千代田区 霞が関2-1-2"},
        {"高松市久万ﾉ台1644", "高松市久万ノ台1644"},
        {"石川県金沢市  片野鴨池健民自然園", "石川県金沢市 片野鴨池健民自然園"},
    };
    for (const auto& [text, canonical] : cases) {
        const auto full = address_type.canonical(text, reading);
        REQUIRE(full);
        CHECK(*full == canonical);
        CHECK(full.remark().repair == RepairKind::normal_form);
    }
}

TEST_CASE("the parts of an address bear the names of GIF") {
    std::map<std::string, std::string> parts;
    for (const auto& [name, value] :
         address_type.parts("〒102-0094 千代田区紀尾井町１－３ 紀尾井町タワー１９階", reading)) {
        parts.emplace(name, value);
    }
    CHECK(parts ==
          std::map<std::string, std::string>{{"localGovernmentCode", "131016"},
                                             {"prefecture", "東京都"},
                                             {"cityAndCounty", "千代田区"},
                                             {"streetAddress", "紀尾井町"},
                                             {"cityBlock", "1-3"},
                                             {"streetAddressAndCityBlock", "紀尾井町1-3"},
                                             {"buildingNameEtc", "紀尾井町タワー 19階"},
                                             {"buildingName", "紀尾井町タワー"},
                                             {"floor", "19階"},
                                             {"level", "municipality"},
                                             {"fullAddress", "千代田区紀尾井町1-3 紀尾井町タワー19階"},
                                             {"postalCode", "1020094"}});
    CHECK(address_type.parts("高松市役所", reading).empty());
}

TEST_CASE("the parts of an ambiguous address name the alternatives") {
    const Parts parts = address_type.parts("府中市宮西町2-24ほか", reading);
    const auto part = [&](std::string_view name) {
        const auto found = std::ranges::find(parts, name, &Parts::value_type::first);
        return found == parts.end() ? std::string{} : found->second;
    };
    CHECK(part("alternatives") == "東京都府中市;広島県府中市");
    CHECK(part("streetAddress") == "宮西町");
    CHECK(part("rest") == "ほか");
    CHECK(part("level") == "none");
    CHECK(part("prefecture").empty());
    CHECK(address_type.canonical("府中市宮西町2-24", reading).refusal().detail == part("alternatives"));
}

TEST_CASE("recogniser and reader of addresses agree, with and without a resolver") {
    const std::vector<std::string> seeds{"東京都千代田区紀尾井町1-3 紀尾井町タワー19階",
                                         "〒102-0094 東京都千代田区霞が関2丁目1番2号",
                                         "高松市番町一丁目8-15(旧館)",
                                         "金沢市広岡町ﾛ－1 外2筆",
                                         "府中市宮西町2-24",
                                         "北海道札幌市西区北3条西1丁目",
                                         "東京都一ノ宮1-25-1"};
    check_spine_around(address_type, seeds, "123-－?　 一二丁目番地号甲イの町市区立民()ー階F号室、ﾛ",
                       reading);
    check_spine_around(address_type, seeds, "123-－?　 一二丁目番地号甲イの町市区立民()ー階F号室、ﾛ");
}

TEST_CASE("zeros in the place of a number are no number, whatever stands before them") {
    for (const std::string text :
         {"金沢市広坂0-0", "石川県金沢市広坂町0-0", "金沢市広坂 ０－０", "金沢市0-0-0"}) {
        INFO(text);
        const auto canonical = address_type.canonical(text, reading);
        REQUIRE(!canonical);
        CHECK(canonical.refusal().rule == rules::text_left_over);
        CHECK(canonical.refusal().suggestion.find('0') == std::string::npos);
        CHECK(read(text).city_block.empty());
    }
    for (const std::string text : {"金沢市広坂町10-0", "金沢市広坂町1-0-0", "金沢市広坂町100-00"}) {
        INFO(text);
        CHECK(address_type.canonical(text, reading));
    }
}

TEST_CASE("a number with a lost digit is told before what the address lacks, and never taken apart") {
    for (const std::string text : {"広坂町3丁目4?28", "金沢市広坂町4-5?14"}) {
        INFO(text);
        const auto address = parse_address(text, reading);
        REQUIRE(address);
        CHECK(address.remark().rule == rules::lost_digit);
        CHECK(address->city_block.empty());
        CHECK(address->building_name_etc.empty());
    }
}

TEST_CASE("what follows a town without a number is a building where it is called like one") {
    const std::string town = "東京都千代田区紀尾井町";
    for (const std::string place : {"馬島", "貞平", "大井浦", "馬場", "海岸通り星が丘", "他"}) {
        const Address address = read(town + " " + place);
        CHECK(items(address) == "東京都/千代田区/紀尾井町//");
        CHECK(address.rest == place);
        CHECK(read(town + "1-3 " + "馬島").building_name_etc == "馬島");
    }
    for (const std::string building :
         {"市民会館", "木ノ浦健民休暇村野営場", "BSビル", "ダイヤモンド地下街", "別館 2階"}) {
        const Address address = read(town + " " + building);
        CHECK(items(address) == "東京都/千代田区/紀尾井町//" + building);
        CHECK(address.rest.empty());
    }
}

TEST_CASE("a prefecture that stands twice is read once; streets of Kyoto are no building") {
    CHECK(items(read("石川県石川県金沢市広坂1-1")) == "石川県/金沢市/広坂/1-1/");
    const Address street = read("京都府京都市上京区大宮通八条上る三丁目下ル姥ヶ寺之前町919-3");
    CHECK(street.building_name_etc.empty());
    CHECK(street.rest == "下ル姥ヶ寺之前町919-3");
}

TEST_CASE("a prefecture that stands twice is written once, with names that are known and by shape alone") {
    for (const Prefecture& prefecture : prefectures()) {
        const std::string name(prefecture.name), rest = "東西市本町1-2", once = name + rest;
        INFO(name);
        for (const std::string& text : {name + once, name + name + once}) {
            for (const Reading& by : {reading, Reading{}}) {
                const auto result = address_type.canonical(text, by);
                CHECK(address_type.is_canonical(text, by) == (result && *result == text));
                if (result && *result != text) CHECK(*address_type.canonical(*result, by) == *result);
            }
        }
    }
    const Address address = read("東京都東京都千代田区紀尾井町1-3");
    CHECK(address.full_address == "東京都千代田区紀尾井町1-3");
    CHECK(items(address) == "東京都/千代田区/紀尾井町/1-3/");
    CHECK_FALSE(address_type.is_canonical("東京都東京都千代田区紀尾井町1-3", reading));
    // By shape a long name is none of a municipality.
    const std::string_view odd = "京都府京都府約l1g.digi|a,:/町.";
    const auto result = address_type.canonical(odd, {});
    REQUIRE(result);
    CHECK(*result == odd.substr(std::string_view("京都府").size()));
    CHECK_FALSE(address_type.is_canonical(odd, {}));
    CHECK(address_type.is_canonical(*result, {}));
}

TEST_CASE("zeros in the place of a number are none with a doubled hyphen either") {
    for (const std::string text : {"東京都千代田区紀尾井町0-0", "東京都千代田区紀尾井町0--0",
                                   "東京都千代田区紀尾井町0-0--0", "東京都千代田区紀尾井町0--0-0"}) {
        INFO(text);
        const auto result = address_type.canonical(text, reading);
        CHECK_FALSE(address_type.is_canonical(text, reading));
        if (result) CHECK(address_type.is_canonical(*result, reading));
    }
    CHECK_FALSE(address_type.canonical("東京都千代田区紀尾井町0--0", reading));
    CHECK(*address_type.canonical("東京都千代田区紀尾井町1--2", reading) == "東京都千代田区紀尾井町1-2");
}
