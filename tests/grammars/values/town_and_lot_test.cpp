#include "grammars/values/town_and_lot.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "grammars/values/address_items.hpp"

using namespace daicho;

namespace {

struct Case {
    std::string text;
    std::string town;
    unsigned chome;
    std::string lot;
    std::string tail;
};

void check(const Case& expected) {
    INFO(expected.text);
    const TownAndLot read = read_town_and_lot(expected.text);
    CHECK(read.town == expected.town);
    CHECK(read.chome == expected.chome);
    CHECK(city_block_text(read.lot) == expected.lot);
    CHECK(read.tail == expected.tail);
}

}  // namespace

TEST_CASE("the number part is read in words and with hyphens") {
    const Case cases[] = {
        {"紀尾井町1-3 紀尾井町タワー19階", "紀尾井町", 0, "1-3", "紀尾井町タワー19階"},
        {"霞が関二丁目1番2号", "霞が関", 2, "1-2", ""},
        {"霞が関2丁目1-2", "霞が関", 2, "1-2", ""},
        {"霞が関2-1-2", "霞が関", 0, "2-1-2", ""},
        {"丸の内1番地の3", "丸の内", 0, "1-3", ""},
        {"普正寺町11の1番地1", "普正寺町", 0, "11-1-1", ""},
        {"一番三号", "", 0, "1-3", ""},
        {"字三十三番地", "字", 0, "33", ""},
        {"1丁目-5-2", "", 1, "5-2", ""},
        {"2-4-26", "", 0, "2-4-26", ""},
        {"元町3 - 5", "元町", 0, "3-5", ""},
        {"3丁目2の5", "", 3, "2-5", ""},
        {"大浜北町2丁4番3号", "大浜北町", 2, "4-3", ""},
        {"上福岡町906番地1", "上福岡町", 0, "906-1", ""},
        {"", "", 0, "", ""},
    };
    for (const Case& expected : cases) check(expected);
}

TEST_CASE("numerals inside a name stay in the name") {
    const Case cases[] = {
        {"三田2-2-18三田マンション304", "三田", 0, "2-2-18", "三田マンション304"},
        {"二番町2-1", "二番町", 0, "2-1", ""},
        {"主計町1番1号", "主計町", 0, "1-1", ""},
        {"十二番丁10", "十二番丁", 0, "10", ""},
        {"八王子", "八王子", 0, "", ""},
        {"百人町1-2-3", "百人町", 0, "1-2-3", ""},
        {"字五軒丁15-1", "字五軒丁", 0, "15-1", ""},
        {"大坪町一ノ坂乙4580番地2", "大坪町一ノ坂乙", 0, "4580-2", ""},
        {"三条町324-1", "三条町", 0, "324-1", ""},
        {"九十九町5", "九十九町", 0, "5", ""},
        {"西丹波町三五十", "西丹波町三五十", 0, "", ""},
        {"犬山22字三字12", "犬山22字三字", 0, "12", ""},
        {"安原下第1号958-4-1", "安原下第1号", 0, "958-4-1", ""},
        {"横浜22号9番1", "横浜22号", 0, "9-1", ""},
        {"鵜浦町9部38-2", "鵜浦町9部", 0, "38-2", ""},
        {"更木27地割12番地1", "更木27地割", 0, "12-1", ""},
        {"東2線南3号5番地", "東2線南3号", 0, "5", ""},
        {"木太町9区546", "木太町9区", 0, "546", ""},
        {"桔梗が丘7番町1街区86", "桔梗が丘7番町", 0, "1-86", ""},
        {"今庄第27-20", "今庄", 0, "第27-20", ""},
        {"第3保育園", "第3保育園", 0, "", ""},
        {"五十嵐2の町8050", "五十嵐2の町", 0, "8050", ""},
    };
    for (const Case& expected : cases) check(expected);
}

TEST_CASE("streets laid out by 条 and 丁目 are part of the name but for the last chome") {
    const Case cases[] = {
        {"北3条西1丁目5番地", "北3条西", 1, "5", ""},
        {"平岸5条19丁目", "平岸5条", 19, "", ""},
        {"北7西5", "北7西", 0, "5", ""},
        {"本通16丁目南4-26", "本通16丁目南", 0, "4-26", ""},
        {"南郷通2-南6-35", "南郷通2-南", 0, "6-35", ""},
        {"象潟町字四丁目塩越231", "象潟町字四丁目塩越", 0, "231", ""},
        {"河原町通松原上ル2丁目富永町344", "河原町通松原上ル2丁目富永町", 0, "344", ""},
        {"寺町通御池上る上本能寺前町488", "寺町通御池上る上本能寺前町", 0, "488", ""},
        {"二十四軒4条1丁目5番JR高架下", "二十四軒4条", 1, "5", "JR高架下"},
    };
    for (const Case& expected : cases) check(expected);
}

TEST_CASE("marks before a number belong to the name, after it to the lot") {
    const Case cases[] = {
        {"白浜町甲402番地の106", "白浜町甲", 0, "402-106", ""},
        {"松子セ16番地", "松子セ", 0, "16", ""},
        {"南幌似6番地ロ", "南幌似", 0, "6-ロ", ""},
        {"国定町2の甲1994", "国定町", 0, "2-甲1994", ""},
        {"字宮犬16-33-甲", "字宮犬", 0, "16-33-甲", ""},
        {"七日町17乙", "七日町", 0, "17乙", ""},
        {"大聖寺地方町6乙74-1", "大聖寺地方町", 0, "6乙74-1", ""},
        {"字大町ほ-95", "字大町ほ", 0, "95", ""},
        {"津ラ字23番地", "津ラ字", 0, "23", ""},
    };
    for (const Case& expected : cases) check(expected);
}

TEST_CASE("番外地, 地先 and 無番地 are part of the number") {
    const Case cases[] = {
        {"5番外地", "", 0, "5番外地", ""},        {"田1884地先", "田", 0, "1884地先", ""},
        {"無番地", "", 0, "無番地", ""},          {"鴨狩津向無番地", "鴨狩津向", 0, "無番地", ""},
        {"上区12番地先", "上区", 0, "12先", ""},  {"中瀬地内", "中瀬", 0, "地内", ""},
        {"高州3丁目地先", "高州", 3, "地先", ""},
    };
    for (const Case& expected : cases) check(expected);
}

TEST_CASE("rooms, floors, notes and lists are left in the tail") {
    const Case cases[] = {
        {"百人町1-2-3-405号室", "百人町", 0, "1-2-3", "-405号室"},
        {"1-2-3-405", "", 0, "1-2-3-405", ""},
        {"小石川1ビル名", "小石川", 0, "1", "ビル名"},
        {"御坊町4番地19-2F", "御坊町", 0, "4-19", "-2F"},
        {"元町10-14,10-15", "元町", 0, "10-14", ",10-15"},
        {"2258-1 外", "", 0, "2258-1", "外"},
        {"大井町(旧館)", "大井町", 0, "", "(旧館)"},
        {"見付(住吉町)1010-2", "見付(住吉町)", 0, "1010-2", ""},
        {"(東京府南葛飾郡大島町36番地", "", 0, "", "(東京府南葛飾郡大島町36番地"},
        {"2021年5月1日", "", 0, "", "2021年5月1日"},
    };
    for (const Case& expected : cases) check(expected);
}

TEST_CASE("a text of any size is read once through") {
    for (const std::string piece :
         {"(", "1", "1-", "一", "三丁目", "1丁目", "第", "の", "甲", "1番", "東1", " ", "イ"}) {
        std::string text;
        while (text.size() < 200000) text += piece;
        const TownAndLot read = read_town_and_lot(text);
        CHECK(read.town.size() + read.tail.size() <= text.size());
    }
}
