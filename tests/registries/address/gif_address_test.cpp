#include "registries/address/gif_address.hpp"

#include <catch2/catch.hpp>

#include "registries/address/address_forms.hpp"
#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

const std::vector<SmallTown> towns = {
    {"131016", "0002002", "東京都", "", "千代田区", "", "霞が関", "二丁目", "", true, "カスミガセキ",
     "Kasumigaseki"},
    {"131016", "0055000", "東京都", "", "千代田区", "", "二番町", "", "", true},
    {"131016", "0056000", "東京都", "", "千代田区", "", "紀尾井町", "", "", true, "キオイチョウ", "Kioicho"},
    {"011011", "0020001", "北海道", "", "札幌市", "中央区", "北３条西", "１丁目", "", true,
     "キタ３ジョウニシ"},
    {"302015", "0046000", "和歌山県", "", "和歌山市", "", "太田", "", "", false, "オオタ"},
    {"302015", "0046004", "和歌山県", "", "和歌山市", "", "太田", "４丁目", "", true, "オオタ"},
    {"302015", "0050000", "和歌山県", "", "和歌山市", "", "大字小山", "", ""},
    {"302015", "0050102", "和歌山県", "", "和歌山市", "", "大字小山", "", "２３字"},
    {"132063", "0001000", "東京都", "", "府中市", "", "宮町", "", ""},
    {"342084", "0001000", "広島県", "", "府中市", "", "宮町", "", ""},
    {"261025", "0562000", "京都府", "", "京都市", "上京区", "藪之内町", "", ""},
};
const std::string municipalities =
    "131016,東京都,トウキョウト,Tokyo,,,,千代田区,チヨダク,Chiyoda-ku,,,,1947-04-17,,\n"
    "011011,北海道,ホッカイドウ,Hokkaido,,,,札幌市,サッポロシ,Sapporo-shi,中央区,チュウオウク,Chuo-ku,1972-"
    "04-01,,\n";
const std::string residences = SmallAddressIndex::residence("302015", "0046004", "10", "1");
const std::string parcels = SmallAddressIndex::parcel("302015", "0046000", "000040001000000", "7", "10") +
                            SmallAddressIndex::parcel("302015", "0046000", "000049000100000", "7", "ﾛ");

const AddressMatcher& matcher() {
    static const SmallAddressIndex small{towns, residences, parcels, municipalities};
    static const AddressIndex index = small.open();
    static const AddressMatcher matcher{index};
    return matcher;
}

GifAddress items(std::string_view text) {
    return gif_address(text, matcher().match(text));
}

AddressForms forms(std::string_view text) {
    const AddressAnswer answer = matcher().match(text);
    return address_forms(answer, gif_address(text, answer));
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the items of an address are those of GIF, in its notation") {
    const GifAddress gif = items("〒100-8926 千代田区霞が関２－１－２　中央合同庁舎第２号館5階501号室");
    CHECK(gif.level == MatchLevel::town);
    CHECK(gif.postal_code == "1008926");
    CHECK(gif.lg_code == "131016");
    CHECK(gif.machiaza_id == "0002002");
    CHECK(gif.prefecture == "東京都");
    CHECK(gif.city_and_county == "千代田区");
    CHECK(gif.street_address == "霞が関二丁目");
    CHECK(gif.city_block == "1-2");
    CHECK(gif.street_address_and_city_block == "霞が関2-1-2");
    CHECK(gif.building_name_etc == "中央合同庁舎第2号館 5階501号室");
    CHECK(gif.building_name == "中央合同庁舎第2号館");
    CHECK(gif.floor == "5階");
    CHECK(gif.room == "501号室");
    CHECK(gif.full_address == "千代田区霞が関2-1-2 中央合同庁舎第2号館5階501号室");
    CHECK(gif.residence_flag == "1");
    CHECK(gif.rest.empty());
}

TEST_CASE("numbers of the registers have items of their own") {
    const GifAddress residence = items("和歌山市太田4丁目10番1号");
    CHECK(residence.street_address == "太田四丁目");
    CHECK(residence.block_number == "10");
    CHECK(residence.residence_number == "1");
    CHECK(residence.parcel_number.empty());
    const GifAddress parcel = items("和歌山市太田７番地ロ");
    CHECK(parcel.level == MatchLevel::parcel);
    CHECK(parcel.parcel_number == "7-ロ");
    CHECK(parcel.city_block == "7-ロ");
    CHECK(parcel.residence_flag == "0");
}

TEST_CASE("a number behind one that the register has is a room") {
    const GifAddress gif = items("和歌山市太田4丁目10-1-302 太田ビル");
    CHECK(gif.level == MatchLevel::residence);
    CHECK(gif.city_block == "10-1");
    CHECK(gif.building_name_etc == "太田ビル 302");
    CHECK(gif.building_name == "太田ビル");
    CHECK(gif.room == "302");
    CHECK(items("千代田区二番町2番1号302").room == "302");
    CHECK(items("千代田区二番町2番1号302").building_name_etc == "302");
    CHECK(items("千代田区二番町2番1号302").rest.empty());
    CHECK(items("和歌山市太田4丁目10-1-302").building_name_etc == "302");
    CHECK(items("和歌山市太田4丁目10-1-2 太田ビル301号室").city_block == "10-1-2");
    CHECK(items("千代田区二番町2-1-302").city_block == "2-1-302");  // no register says what 302 is
}

TEST_CASE("丁目 and 条 are kanji in 町字 and digits in 町字以下") {
    const GifAddress gif = items("札幌市中央区北3西1-7");
    CHECK(gif.street_address == "北三条西一丁目");
    CHECK(gif.street_address_and_city_block == "北3条西1-7");
    CHECK(gif.oaza_cho == "北3条西");
    CHECK(gif.chome == "一丁目");
    CHECK(gif.ward == "中央区");
    CHECK(items("和歌山市小山23字4番地").street_address == "大字小山23字");
    CHECK(items("和歌山市小山23字4番地").koaza == "23字");
}

TEST_CASE("words of a number stay as GIF writes them") {
    CHECK(items("和歌山市太田5番外地").city_block == "5番外地");
    CHECK(items("和歌山市太田甲402番地の106").city_block == "甲402-106");
    CHECK(items("和歌山市太田無番地").city_block == "無番地");
    CHECK(items("和歌山市太田官有無番地").city_block == "官有無番地");
    CHECK(items("和歌山市太田国有無番地").city_block == "国有無番地");
    CHECK(items("千代田区紀尾井町1丁目3番地").street_address == "紀尾井町");
    CHECK(items("千代田区紀尾井町1丁目3番地").city_block == "1-3");
}

TEST_CASE("a street of Kyoto has a part of its own") {
    const GifAddress gif = items("京都市上京区下立売通新町西入藪之内町85");
    CHECK(gif.street_name == "下立売通新町西入");
    CHECK(gif.street_address == "藪之内町");
    CHECK(gif.street_address_and_city_block == "藪之内町85");
}

TEST_CASE("a town that the registry does not have is cut by its shape") {
    const GifAddress gif = items("東京都千代田区幻町３丁目２番１号　幻ビル");
    CHECK(gif.level == MatchLevel::municipality);
    CHECK(gif.lg_code == "131016");
    CHECK(gif.machiaza_id.empty());
    CHECK(gif.street_address == "幻町三丁目");
    CHECK(gif.city_block == "2-1");
    CHECK(gif.building_name_etc == "幻ビル");
    CHECK(items("和歌山市役所").rest == "役所");
    CHECK(items("和歌山市役所").street_address.empty());
    const GifAddress between = items("和歌山市大字小山字幻山5番地");
    CHECK(between.street_address == "大字小山字幻山");
    CHECK(between.city_block == "5");
}

TEST_CASE("an address in Latin letters has the items of a Japanese one") {
    const GifAddress gif = items("Chuo Building 3F, 2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 1008926, Japan");
    CHECK(gif.street_address == "霞が関二丁目");
    CHECK(gif.city_block == "1-2");
    CHECK(gif.building_name_etc == "Chuo Building 3F");
    CHECK(gif.floor == "3F");
    CHECK(gif.postal_code == "1008926");
    CHECK(gif.full_address == "Chuo Building 3F, 2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 1008926, Japan");
}

TEST_CASE("a municipality of which the registry has nothing is known all the same, and that is said") {
    const GifAddress gif = items("香川県高松市番町４丁目１番１０号　県庁");
    CHECK(gif.outside_registry);
    CHECK(gif.level == MatchLevel::municipality);
    CHECK(gif.lg_code == "372013");
    CHECK(gif.street_address == "番町四丁目");
    CHECK(gif.city_block == "1-10");
    CHECK(forms("香川県高松市番町４丁目１番１０号").english.full_address.empty());
    CHECK_FALSE(items("千代田区二番町2-1").outside_registry);
}

TEST_CASE("of places that are equally good the items say what they have in common") {
    const GifAddress gif = items("府中市宮町1-1");
    CHECK(gif.level == MatchLevel::none);
    CHECK(gif.prefecture.empty());
    CHECK(gif.lg_code.empty());
    CHECK(gif.street_address == "宮町");
    CHECK(gif.city_block == "1-1");
}

TEST_CASE("nothing is made of nothing") {
    for (const std::string_view text : {"", " ", "〒100-0001", "あいうえお", "-", "(", "1"}) {
        INFO(text);
        CHECK(items(text).lg_code.empty());
        CHECK(items(text).street_address.empty());
    }
}

TEST_CASE("an address has the forms of GIF 442") {
    const AddressForms made = forms("〒100-8926 千代田区霞が関2-1-2 中央合同庁舎");
    CHECK(made.three_items == Texts{"東京都", "千代田区", "霞が関2-1-2"});
    CHECK(made.four_items == Texts{"東京都", "千代田区", "霞が関二丁目", "1-2"});
    CHECK(made.code == Texts{"131016", "0002002", "1-2"});
    CHECK(made.english.full_address == "2-1-2 Kasumigaseki, Chiyoda-ku, Tokyo 1008926, Japan");
    CHECK(made.english.street_address == "Kasumigaseki 2-chome");
    CHECK(made.kana_from_town == "カスミガセキニチョウメ1-2");
    CHECK(made.kana.full_address == "トウキョウトチヨダクカスミガセキニチョウメ1-2");
    CHECK(made.missing.empty());
    CHECK(forms("千代田区紀尾井町1-3").english.full_address == "1-3 Kioicho, Chiyoda-ku, Tokyo, Japan");
    CHECK(forms("札幌市中央区").english.full_address == "Chuo-ku, Sapporo-shi, Hokkaido, Japan");
}

TEST_CASE("a form says which reading it lacks") {
    const AddressForms made = forms("千代田区二番町2-1");
    CHECK(made.english.full_address.empty());
    CHECK(made.kana_from_town.empty());
    CHECK(made.missing == std::vector<std::string_view>{"streetAddressKana", "streetAddressEn"});
    CHECK(forms("千代田区紀尾井町5番外地").missing == std::vector<std::string_view>{"cityBlockEn"});
}

TEST_CASE("a town without an English name is written by its kana, which is said") {
    CHECK_FALSE(forms("千代田区紀尾井町1-3").english_by_kana);
    const AddressForms made = forms("和歌山市太田4丁目10-1");
    CHECK(made.english_by_kana);
    CHECK(made.english.street_address == "Ota 4-chome");
}

TEST_CASE("the number of a 丁目 has its reading") {
    CHECK(chome_kana(1, false) == "イッチョウメ");
    CHECK(chome_kana(8, false) == "ハッチョウメ");
    CHECK(chome_kana(10, false) == "ジュッチョウメ");
    CHECK(chome_kana(21, false) == "ニジュウイッチョウメ");
    CHECK(chome_kana(4, true) == "ヨンチョウ");
}
