#include "registries/lookup/postal_place.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "registries/lookup/postal_municipality.hpp"

using namespace daicho;

namespace {

constexpr Belongs yes = Belongs::yes;
constexpr Belongs no = Belongs::no;
constexpr Belongs cannot_tell = Belongs::cannot_tell;

struct Case {
    std::string town;
    std::string lot;
    Belongs belongs;
    std::string building{};
};

void check(const std::string& column, const std::vector<Case>& cases) {
    const PostalTowns read = read_postal_towns(column);
    for (const Case& one : cases) {
        INFO(column << ": " << one.town << " / " << one.lot << " / " << one.building);
        Belongs found = no;
        for (const PostalTown& town : read.towns) {
            found = std::max(found, contains(town, postal_place(one.town, one.lot, one.building)));
        }
        CHECK(static_cast<int>(found) == static_cast<int>(one.belongs));
    }
}

}  // namespace

TEST_CASE("a town belongs with all that lies in it, in any spelling") {
    check("旭ケ丘", {{"旭ケ丘", "", yes},
                     {"旭ヶ丘", "1-2", yes},
                     {"旭が丘三丁目", "2番1号", yes},
                     {"大字旭ケ丘字北", "12", yes},
                     {"旭ケ丘北", "1", cannot_tell},
                     {"旭町", "1", no},
                     {"", "1", no}});
    check("本町一丁目上", {{"本町一丁目上", "5-1", yes}, {"本町1丁目上", "", yes}, {"本町一丁目下", "", no}});
    check("京町８丁目横町", {{"京町八丁目横町", "12番地", yes}});
    check("三ノ輪町本興寺", {{"三ノ輪町字本興寺", "12", yes}, {"三ノ輪町三ノ輪", "", no}});
    check("下小路町", {{"下小路町", "12", yes}});
    check("北一条西", {{"北1条西", "", yes}, {"北一条西三丁目", "", yes}, {"北十一条西", "", no}});
}

TEST_CASE("chome are inside a range or outside") {
    check("大通西（１～１９丁目）", {{"大通西十九丁目", "2番地", yes},
                                     {"大通西19丁目", "", yes},
                                     {"大通西二十丁目", "2番地", no},
                                     {"大通西", "", cannot_tell},
                                     {"大通西", "19-2", cannot_tell},
                                     {"大通東一丁目", "", no}});
    check("西瑞江（４丁目１～２番・１０～２７番、５丁目）", {{"西瑞江四丁目", "2番5号", yes},
                                                             {"西瑞江四丁目", "11-3", yes},
                                                             {"西瑞江四丁目", "5番", no},
                                                             {"西瑞江四丁目", "", cannot_tell},
                                                             {"西瑞江五丁目", "99", yes},
                                                             {"西瑞江三丁目", "1", no}});
    check("西早稲田（２丁目１番１～２３号、２番）", {{"西早稲田二丁目", "1番23号", yes},
                                                     {"西早稲田二丁目", "1番24号", no},
                                                     {"西早稲田二丁目", "1番", cannot_tell},
                                                     {"西早稲田二丁目", "2番9号", yes},
                                                     {"西早稲田三丁目", "2番", no}});
}

TEST_CASE("lots are inside a range or outside, and a branch of a single lot cannot be told") {
    check("常盤（１～１３１番地）", {{"常盤", "131番地", yes},
                                     {"常盤", "131番地の4", yes},
                                     {"常盤", "132", no},
                                     {"常盤一丁目", "5", no}});
    check("藤野（４００、４００－２番地）", {{"藤野", "400", yes},
                                             {"藤野", "400番地2", yes},
                                             {"藤野", "400-3", cannot_tell},
                                             {"藤野", "401", no}});
    check("追名牛（６７－４～１１３－７番地）", {{"追名牛", "67-4", yes},
                                                 {"追名牛", "67-3", no},
                                                 {"追名牛", "67", cannot_tell},
                                                 {"追名牛", "100", yes},
                                                 {"追名牛", "113-8", no}});
    check("竹房（４５０番地以下）", {{"竹房", "450", yes}, {"竹房", "450-3", yes}, {"竹房", "451", no}});
    check("竹房（４５１番地以上）", {{"竹房", "451-1", yes}, {"竹房", "450", no}});
    check("中嶋（１－９７～１１６）", {{"中嶋", "1-100", yes}, {"中嶋", "50", cannot_tell}});
}

TEST_CASE("what is left out does not belong") {
    check("土樋（１丁目「１１を除く」）",
          {{"土樋一丁目", "10番1号", yes}, {"土樋一丁目", "11", no}, {"土樋一丁目", "11-2", cannot_tell}});
    check("津島町下畑地（乙を除く）", {{"津島町下畑地甲", "1", yes}, {"津島町下畑地乙", "1", no}});
    check("芦田町福田（３７６－１０を除く）",
          {{"芦田町福田", "376-10", no}, {"芦田町福田", "376", cannot_tell}, {"芦田町福田", "377", yes}});
    check("大江（１丁目、２丁目「６５１、６６２番地」以外）",
          {{"大江二丁目", "650", yes}, {"大江二丁目", "651", no}, {"大江一丁目", "651", yes}});
    check("箱石（第２地割「７０～１３６」～第４地割「３～１１」）", {{"箱石第2地割", "70", yes},
                                                                     {"箱石第2地割", "69", no},
                                                                     {"箱石第3地割", "1", yes},
                                                                     {"箱石第4地割", "12", no},
                                                                     {"箱石第5地割", "1", no}});
}

TEST_CASE("小字 are compared by name") {
    check("抜海村（上勇知、下勇知）", {{"抜海村上勇知", "12", yes},
                                       {"大字抜海村字下勇知", "", yes},
                                       {"抜海村夕来", "", no},
                                       {"抜海村", "12", cannot_tell},
                                       {"抜海村上勇知東", "", cannot_tell}});
    check("音江町（国見２３～２９８番地）", {{"音江町国見", "25", yes},
                                             {"音江町字国見", "299", no},
                                             {"音江町", "25", cannot_tell},
                                             {"音江町内園", "25", no}});
    check("柿さき町（柿さき）", {{"柿さき町柿崎", "", cannot_tell}});
}

TEST_CASE("地割 are numbered") {
    check("下前７地割～下前１４地割",
          {{"下前8地割", "12", yes}, {"下前第八地割", "", yes}, {"下前15地割", "", no}});
    check("種市第１５地割～第２１地割（鹿糠）",
          {{"種市第15地割", "1", cannot_tell}, {"種市第15地割鹿糠", "", yes}, {"種市第22地割", "", no}});
}

TEST_CASE("forms of address tell towns of one name apart") {
    check("神鳥谷（丁目）", {{"神鳥谷一丁目", "5", yes}, {"神鳥谷", "123番地", cannot_tell}});
    check("神鳥谷（番地）", {{"神鳥谷", "123番地", yes}, {"神鳥谷一丁目", "5", no}});
    check("花田町（無番地）", {{"花田町", "無番地", yes}, {"花田町", "5", no}});
    check("玖珂町（番地のみ）", {{"玖珂町", "5", yes}, {"玖珂町阿山", "5", no}});
}

TEST_CASE("floors belong to the building that is named") {
    check("中央アエル（１２階）", {{"中央一丁目", "3-1", yes, "アエル12階"},
                                   {"中央一丁目", "3-1", no, "アエル 13F"},
                                   {"中央一丁目", "3-1", cannot_tell, "アエル"},
                                   {"中央一丁目", "3-1", cannot_tell, ""},
                                   {"一番町", "3-1", no, "アエル12階"}});
    check("中央アエル（地階・階層不明）",
          {{"中央一丁目", "3-1", yes, "アエル"}, {"中央一丁目", "3-1", no, "アエル12階"}});
    check("中央（次のビルを除く）",
          {{"中央一丁目", "3-1", yes}, {"中央一丁目", "3-1", cannot_tell, "アエル"}});
}

TEST_CASE("ways along the streets of Kyoto tell towns of one name apart") {
    check("丸屋町（烏丸通今出川上る、今出川通烏丸東入）", {{"烏丸通今出川上る丸屋町", "1", yes},
                                                           {"今出川通烏丸東入る丸屋町", "1", yes},
                                                           {"烏丸通今出川上ル丸屋町", "1", yes},
                                                           {"室町通今出川下る丸屋町", "1", cannot_tell},
                                                           {"丸屋町", "1", cannot_tell},
                                                           {"烏丸通今出川上る岡松町", "1", no}});
    check("岡松町", {{"烏丸通今出川上る岡松町", "1", yes}, {"岡松町", "1", yes}});
}

TEST_CASE("an address without town is told by its lot") {
    check("小菅村の次に１～６６３番地がくる場合",
          {{"", "663番地", yes}, {"", "664", no}, {"", "", cannot_tell}, {"川久保", "5", no}});
    check("境町の次に番地がくる場合", {{"", "12", yes}});
    check("利島村一円", {{"", "12", yes}, {"何町", "", yes}});
    check("以下に掲載がない場合", {{"何町", "", cannot_tell}});
}

TEST_CASE("the records of a municipality decide together") {
    PostalMunicipality place;
    const auto add = [&](const char* code, const char* column) {
        for (const PostalTown& town : read_postal_towns(column).towns) place.add(code, town);
    };
    add("0600000", "以下に掲載がない場合");
    add("0741164", "音江町（国見２３～２９８番地）");
    add("0741272", "音江町（その他）");
    add("0700001", "旭");
    add("0700002", "旭町");
    add("0700003", "青井谷");
    add("0700004", "青井谷（新屋敷）");
    const auto belongs = [&](const char* code, const char* town, const char* lot = "") {
        return place.belongs(code, postal_place(town, lot));
    };

    SECTION("その他 is what no other record of the town names") {
        CHECK(belongs("0741272", "音江町内園", "1") == yes);
        CHECK(belongs("0741164", "音江町内園", "1") == no);
        CHECK(belongs("0741272", "音江町国見", "25") == no);
        CHECK(belongs("0741272", "音江町国見", "300") == yes);
        CHECK(belongs("0741272", "音江町", "25") == cannot_tell);
    }
    SECTION("the longer name is meant") {
        CHECK(belongs("0700002", "旭町", "5") == yes);
        CHECK(belongs("0700001", "旭町", "5") == no);
        CHECK(belongs("0700001", "旭", "5") == yes);
    }
    SECTION("a record for the whole beside one for a part") {
        CHECK(belongs("0700004", "青井谷新屋敷", "5") == yes);
        CHECK(belongs("0700003", "青井谷新屋敷", "5") == no);
        CHECK(belongs("0700003", "青井谷", "5") != no);
    }
    SECTION("a town that no record names has the code of the municipality") {
        CHECK(belongs("0600000", "本町", "5") == yes);
        CHECK(belongs("0600000", "旭町", "5") == no);
        CHECK(belongs("0700001", "本町", "5") == cannot_tell);
        CHECK(belongs("9999999", "本町", "5") == no);
    }
    SECTION("codes of a place") {
        const auto codes = place.codes(postal_place("音江町国見", "25"));
        REQUIRE(codes.size() == 1);
        CHECK(codes[0].code == "0741164");
        CHECK(codes[0].belongs == yes);
        CHECK(place.codes(postal_place("音江町")).size() == 2);
    }
}
