#include "grammars/values/postal_town.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/shown_postal_town.hpp"

using namespace daicho;

namespace {

struct Case {
    std::string column;
    std::string shown;
};

void check(const std::vector<Case>& cases) {
    for (const Case& expected : cases) {
        INFO(expected.column);
        const PostalTowns read = read_postal_towns(expected.column);
        CHECK(read.complete);
        CHECK(shown(read) == expected.shown);
        CHECK(uncovered(expected.column, read) == "");
    }
}

}  // namespace

TEST_CASE("a column that is only a name is the whole town") {
    check({
        {"旭ケ丘", "whole 旭ケ丘"},
        {"一円", "whole 一円"},
        {"東鷹栖１１線", "whole 東鷹栖１１線"},
        {"京町８丁目横町", "whole 京町８丁目横町"},
        {"新所・岡崎・梅田入会地", "whole 新所・岡崎・梅田入会地"},
        {"上野々３９地割", "part 上野々 [39地割]"},
    });
}

TEST_CASE("columns that name no town are told apart") {
    check({
        {"以下に掲載がない場合", "unlisted"},
        {"利島村一円", "whole_municipality 利島村"},
        {"境町の次に番地がくる場合", "number_follows 境町"},
        {"小菅村の次に１～６６３番地がくる場合", "number_follows 小菅村 [1~663番地]"},
        {"小菅村の次に６６４番地以降がくる場合", "number_follows 小菅村 [664番地~]"},
        {"琴平町の次に１～４２６番地がくる場合（川東）", "number_follows 琴平町 [1~426番地] {川東}"},
    });
}

TEST_CASE("ranges are read in either edition's notation") {
    check({
        {"大通西（１～１９丁目）", "part 大通西 {[1~19丁目]}"},
        {"大通西（１〜１９丁目）", "part 大通西 {[1~19丁目]}"},
        {"光珠内町南（２７９４－１２番地）", "part 光珠内町南 {[2794-12番地]}"},
        {"光珠内町南（２７９４−１２番地）", "part 光珠内町南 {[2794-12番地]}"},
        {"川井（第９地割～第１１地割）", "part 川井 {[9~11地割]}"},
        {"大原（１番地～２０６１番地、２７５７番地～２７６８番地）",
         "part 大原 {[1~2061番地]} {[2757~2768番地]}"},
        {"美栄町（西５～８線７９～１１０番地）", "part 美栄町 {西 [5~8線] [79~110番地]}"},
        {"追名牛（６７－４～１１３－７番地）", "part 追名牛 {[67-4~113-7番地]}"},
        {"川下（５３６３－７～８、５４４５～５４４６－４番地）",
         "part 川下 {[5363-7~5363-8番地]} {[5445~5446-4番地]}"},
        {"仁礼（３１５３－１～３１５３－１１００「峰の原高原」）",
         "part 仁礼 {[3153-1~3153-1100] 「{峰の原高原}」}"},
    });
}

TEST_CASE("a range whose end can be read in two ways is marked") {
    check({
        {"中嶋（１－９７～１１６）", "part 中嶋 {[1-97~1-116?]}"},
        {"阿三（７９９の１～８６７番地）", "part 阿三 {[799-1~867番地?]}"},
    });
}

TEST_CASE("ranges may be open") {
    check({
        {"竹房（４５０番地以下）", "part 竹房 {[~450番地]}"},
        {"竹房（４５１番地以上）", "part 竹房 {[451番地~]}"},
        {"緑ヶ丘町（３５番以降）", "part 緑ヶ丘町 {[35番~]}"},
        {"東郷町山陰戊（５１３の１以内）", "part 東郷町山陰戊 {[~513-1]}"},
        {"宇奈月町音澤（１０００～）", "part 宇奈月町音澤 {[1000~]}"},
        {"大前（細原２２５９～）", "part 大前 {細原 [2259~]}"},
        {"神鳥谷（丁目）", "part 神鳥谷 {[any丁目]}"},
        {"更別（区）", "part 更別 {[any区]}"},
        {"玖珂町（番地のみ）", "part 玖珂町 {form 番地のみ}"},
        {"鶴見（大字、番地）", "part 鶴見 {form 大字} {[any番地]}"},
        {"富岡（○○屋敷）", "part 富岡 {form ○○屋敷}"},
        {"下増田（南原無番地、仙台空港関係施設）", "part 下増田 {form 南原 無番地} {仙台空港関係施設}"},
    });
}

TEST_CASE("the unit of a list stands at its last number") {
    check({
        {"自由が丘（１、２丁目）", "part 自由が丘 {[1丁目]} {[2丁目]}"},
        {"藤野（４００、４００－２番地）", "part 藤野 {[400番地]} {[400-2番地]}"},
        {"戸山（３丁目１８・２１番）", "part 戸山 {[3丁目] [18番]} {(3丁目) [21番]}"},
        {"立原（１、２、３）", "part 立原 {[1]} {[2]} {[3]}"},
    });
}

TEST_CASE("a chome or a 小字 speaks for the numbers after it too") {
    check({
        {"西早稲田（２丁目１番１～２３号、２番）", "part 西早稲田 {[2丁目] [1番] [1~23号]} {(2丁目) [2番]}"},
        {"西瑞江（４丁目１～２番・１０～２７番、５丁目）",
         "part 西瑞江 {[4丁目] [1~2番]} {(4丁目) [10~27番]} {[5丁目]}"},
        {"萩原台西（１、２丁目、３丁目１番～２８２番）",
         "part 萩原台西 {[1丁目]} {[2丁目]} {[3丁目] [1~282番]}"},
        {"高師町（北原１、１－５７、５８番地）",
         "part 高師町 {北原 [1番地]} {北原 [1-57番地]} {北原 [58番地]}"},
        {"亀沢（大明神、６９４９番地）", "part 亀沢 {大明神} {[6949番地]}"},
        {"稲荷町（３丁目本通り）", "part 稲荷町 {[3丁目] 本通り}"},
    });
}

TEST_CASE("a number after branches may be another branch") {
    check({
        {"野島江崎（１３、１４番地、１０番地の２、５）",
         "part 野島江崎 {[13番地]} {[14番地]} {[10-2番地]} {[10-5?]}"},
        {"八瀬野瀬町（２７９の１、３～５、２８１の２～９、３２、２８７番地）",
         "part 八瀬野瀬町 {[279-1番地]} {[279-3~279-5番地?]} {[281-2~281-9番地]} {[281-32番地?]} "
         "{[287番地]}"},
        {"大豆（３の２～６、４の２・４、１１の１番地）",
         "part 大豆 {[3-2~3-6番地?]} {[4-2番地]} {[4-4番地?]} {[11-1番地]}"},
        {"幌萌町（４０－１、６２３番地）", "part 幌萌町 {[40-1番地]} {[623番地]}"},
    });
}

TEST_CASE("names, and what is left over, are parts") {
    check({
        {"抜海村（上勇知、下勇知、夕来）", "part 抜海村 {上勇知} {下勇知} {夕来}"},
        {"常盤（その他）", "part 常盤 {その他}"},
        {"音江町（国見その他）", "part 音江町 {国見 その他}"},
        {"ベベルイ（本幸、北１３号沢）", "part ベベルイ {本幸} {北１３号沢}"},
        {"宇尾町（８９７番地及び中島５０５～５１８番地）", "part 宇尾町 {[897番地]} {中島 [505~518番地]}"},
        {"土居（甲・乙）", "part 土居 {甲} {乙}"},
        {"大正（葛籠川、轟崎を含む）", "part 大正 {葛籠川} {轟崎}"},
    });
}

TEST_CASE("what is left out is marked, with all that を除く speaks of") {
    check({
        {"津島町下畑地（乙を除く）", "part 津島町下畑地 {but 乙}"},
        {"中央（次のビルを除く）", "part 中央 {but 次のビル}"},
        {"花田町西宿（１１０－２、１１０－７番地を除く）",
         "part 花田町西宿 {but [110-2番地]} {but [110-7番地]}"},
        {"土樋（１丁目「１１を除く」）", "part 土樋 {[1丁目] 「{but [11]}」}"},
        {"大江（１丁目、２丁目「６５１、６６２番地」以外、３丁目５、１３－４番地）",
         "part 大江 {[1丁目]} {[2丁目] 「{but [651番地]} {but [662番地]}」} {[3丁目] [5番地]} {(3丁目) "
         "[13-4番地]}"},
        {"葛巻（第４０地割「５７番地１２５、１７６を除く」～第４５地割）",
         "part 葛巻 {[40~45地割] 「{but (40地割) [57-125番地]} {but (40地割) [57-176?]}」}"},
    });
}

TEST_CASE("quotes say what of a part is meant") {
    check({
        {"箱石（第２地割「７０～１３６」～第４地割「３～１１」）",
         "part 箱石 {[2~4地割] 「{(2地割) [70~136]} {(4地割) [3~11]}」}"},
        {"茂田井（１～５００「２１１番地を除く」「古町」、２５２７～２５２９「土遠」）",
         "part 茂田井 {[1~500] 「{but [211番地]} {古町}」} {[2527~2529] 「{土遠}」}"},
        {"切畑（長尾山「その他」）", "part 切畑 {長尾山 「{その他}」}"},
        {"毛萱（前川原２３２～２４４、３３７～８６２番地〔原子力発電所構内〕）",
         "part 毛萱 {前川原 [232~244番地]} {前川原 [337~862番地] 「{原子力発電所構内}」}"},
    });
}

TEST_CASE("buildings have a record a floor") {
    check({
        {"中央アエル（地階・階層不明）", "part 中央アエル {unknown floor}"},
        {"中央アエル（１２階）", "part 中央アエル {floor [12階]}"},
        {"名駅ミッドランドスクエア（高層棟）（４７階）",
         "part 名駅ミッドランドスクエア（高層棟） {floor [47階]}"},
        {"赤坂赤坂アークヒルズ・アーク森ビル（１階）",
         "part 赤坂赤坂アークヒルズ・アーク森ビル {floor [1階]}"},
    });
}

TEST_CASE("ways along the streets of Kyoto are no 小字") {
    check({
        {"七軒町（三条大橋東４丁目、三条大橋東入４丁目）",
         "part 七軒町 {street 三条大橋東４丁目} {street 三条大橋東入４丁目}"},
        {"丸屋町（烏丸通今出川上る）", "part 丸屋町 {street 烏丸通今出川上る}"},
        {"大岩町（東入船）", "part 大岩町 {東入船}"},
    });
}

TEST_CASE("a column may name several towns, or one and its 地割") {
    check({
        {"井道、奥井道、内井道", "whole 井道; whole 奥井道; whole 内井道"},
        {"穴明２２地割、穴明２３地割", "part 穴明 [22地割]; part 穴明 [23地割]"},
        {"下前７地割～下前１４地割", "part 下前 [7~14地割]"},
        {"種市第１５地割～第２１地割（鹿糠、小路合）", "part 種市 [15~21地割] {鹿糠} {小路合}"},
        {"大泉町西井出８２４０－１（美森、たかね荘）", "part 大泉町西井出 [8240-1] {美森} {たかね荘}"},
    });
}

TEST_CASE("kana stand beside the names they belong to") {
    const auto read = [](const char* town, const char* kana) {
        const PostalTowns towns = read_postal_towns(town, kana);
        std::string text = towns.towns.front().kana;
        for (const PostalPart& part : towns.towns.front().parts) text += " " + part.kana;
        return text;
    };
    CHECK(read("大通西（１～１９丁目）", "ｵｵﾄﾞｵﾘﾆｼ(1-19ﾁｮｳﾒ)") == "オオドオリニシ ");
    CHECK(read("中山（新田１７－２、３７番地、東火行１番地）",
               "ナカヤマ（シンデン１７−２、３７バンチ、ヒガシヒギョウ１バンチ）") ==
          "ナカヤマ シンデン シンデン ヒガシヒギョウ");
    CHECK(read("下谷（乙を除く、水ノ谷）", "シモタニ（オツヲノゾク、ミズノタニ）") ==
          "シモタニ オツ ミズノタニ");
    CHECK(read("丸屋町（烏丸通今出川上る）", "マルヤチョウ") == "マルヤチョウ ");
    CHECK(read("種市第１５地割～第２１地割（鹿糠）", "タネイチダイ１５チワリ−ダイ２１チワリ（カヌカ）") ==
          "タネイチ カヌカ");
    CHECK(read("音江町（国見その他）", "オトエチョウ（クニミソノタ）") == "オトエチョウ クニミ");
}

TEST_CASE("a reading in brackets is no place") {
    const PostalTowns read = read_postal_towns("共和町（キョウワマチ）", "キョウワマチ（キョウワマチ）");
    CHECK(read.towns.front().parts.front().kind == PostalPartKind::reading);
    const PostalTowns place = read_postal_towns("声問村（メクマ）", "コエトイムラ（メクマ）");
    CHECK(place.towns.front().parts.front().kind == PostalPartKind::name);
}

TEST_CASE("what is not understood is kept as it was published") {
    for (const std::string column : {
             "大通西（１～１９丁目",
             "大通西１～１９丁目）",
             "大通西（９～１丁目）",
             "大通西（６番地ロ）",
             "大通西（１階～）（",
             "大通西（「）",
             "大通西（８８－２、２７１番地３号室）",
             "大通西（９９９９９９９９９９９番地）",
             "大通西の場合",
             "大通西（１～２～３番地）",
             "大通西（１番地～２号）",
         }) {
        INFO(column);
        const PostalTowns read = read_postal_towns(column);
        CHECK(!read.complete);
        CHECK(uncovered(column, read) == "");
    }
    CHECK(!read_postal_towns("").complete);
}

TEST_CASE("a column of any size is read in time linear in it") {
    for (const std::string piece :
         {"（", "「", "、", "１", "１～", "１、", "以外", "第１地割～", "）", "・", "１－"}) {
        std::string column = "町（";
        while (column.size() < 100000) column += piece;
        CHECK(uncovered(column, read_postal_towns(column)) == "");
        column += "１～２番地）";
        CHECK(uncovered(column, read_postal_towns(column)) == "");
    }
}
