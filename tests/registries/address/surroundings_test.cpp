// What stands around an address in its cell.

#include <catch2/catch.hpp>

#include "registries/address/gif_address.hpp"
#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

const std::vector<SmallTown> towns_around = {
    {"131016", "0002002", "東京都", "", "千代田区", "", "霞が関", "二丁目", ""},
    {"131172", "0017001", "東京都", "", "北区", "", "中十条", "", ""},
    {"271276", "0020000", "大阪府", "", "大阪市", "北区", "中之島", "", ""},
    {"353213", "0005001", "山口県", "玖珂郡", "和木町", "", "和木", "一丁目", ""},
    {"353213", "0006000", "山口県", "玖珂郡", "和木町", "", "大字和木", "", ""},
};

AddressAnswer answer_around(std::string_view text) {
    static const SmallAddressIndex small{
        towns_around,
        {},
        {},
        SmallAddressIndex::municipality("131016", "東京都", "千代田区", "") +
            SmallAddressIndex::municipality("131172", "東京都", "北区", "") +
            SmallAddressIndex::municipality("271276", "大阪府", "大阪市", "北区") +
            "353213,山口県,,,玖珂郡,,,和木町,,,,,,1947-04-17,,\n"};
    static const AddressIndex index = small.open();
    return AddressMatcher(index).match(text);
}

const std::string plain_address = "東京都千代田区霞が関2-1-2";

bool is_sure_answer(const AddressAnswer& answer) {
    return answer.category == AddressCategory::exact || answer.category == AddressCategory::changed;
}

}  // namespace

TEST_CASE("labels, quotes and brackets around an address are no part of it, and leave it sure") {
    for (const auto& [front, back] :
         std::vector<std::pair<std::string, std::string>>{{"住所：", ""},
                                                          {"所在地:", ""},
                                                          {"所在地　", ""},
                                                          {"【住所】", ""},
                                                          {"「", "」"},
                                                          {"（", "）"},
                                                          {"\"", "\""},
                                                          {"『", "』"},
                                                          {"", "。"},
                                                          {"住所：「", "」"},
                                                          {"、", ""},
                                                          {"本社：〒100-8926 ", ""},
                                                          {"（〒100-8926）", ""},
                                                          {"【〒100-8926】", ""},
                                                          {"(100-8926)", ""},
                                                          {"〒100-8926（", "）"},
                                                          {"（〒100-8926　", "）"}}) {
        const std::string text = front + plain_address + back;
        CAPTURE(text);
        const AddressAnswer answer = answer_around(text);
        CHECK(answer.place.machiaza_id == "0002002");
        CHECK(is_sure_answer(answer));
        CHECK(answer.spans.rest.empty());
        CHECK(answer.spans.building.empty());
        CHECK(gif_address(text, answer).full_address == plain_address);
        CHECK(gif_address(text, answer).city_block == "1-2");
    }
}

TEST_CASE("a name in front of an address is left out, and the answer is not sure") {
    for (const std::string front :
         {"株式会社甲", "株式会社甲 ", "山田太郎様方　", "本店移転のお知らせ：", "5F ", "５階　", "12階"}) {
        const std::string text = front + plain_address;
        CAPTURE(text);
        const AddressAnswer answer = answer_around(text);
        CHECK(answer.place.machiaza_id == "0002002");
        CHECK(answer.category == AddressCategory::unsure);
        CHECK(slice(text, answer.spans.address) == plain_address);
    }
}

TEST_CASE("marks between the parts and names that stand twice are passed over") {
    for (const std::string text : {"東京都、千代田区、霞が関、2-1-2", "東京都,千代田区,霞が関2-1-2",
                                   "東京都／千代田区／霞が関２－１－２", "東京都千代田区千代田区霞が関2-1-2",
                                   "千代田区東京都霞が関2-1-2"}) {
        CAPTURE(text);
        const AddressAnswer answer = answer_around(text);
        CHECK(answer.place.machiaza_id == "0002002");
        CHECK(answer.number_count == 2);
        CHECK(answer.category == AddressCategory::changed);
    }
    CHECK(answer_around("北区北区中十条1-2-3").place.lg_code == "131172");
    CHECK(answer_around("東京都北区北区中十条1-2-3").place.oaza_cho == "中十条");
    CHECK(answer_around("大阪市北区北区中之島1").place.lg_code == "271276");
    CHECK(answer_around("玖珂郡和木町和木町和木一丁目1-1").place.machiaza_id == "0005001");
}

TEST_CASE(
    "brackets around a part of the region, and a prefecture that stands twice, leave the address sure") {
    for (const std::string text : {"（東京都）千代田区霞が関2-1-2", "東京都（千代田区）霞が関2-1-2",
                                   "【東京都】千代田区霞が関2-1-2"}) {
        CAPTURE(text);
        const AddressAnswer answer = answer_around(text);
        CHECK(answer.place.machiaza_id == "0002002");
        CHECK(answer.category == AddressCategory::changed);
    }
    // A county that is there is none too much.
    for (const std::string text :
         {"（山口県）玖珂郡和木町大字和木5-3", "山口県（玖珂郡）和木町大字和木5-3",
          "山口県山口県玖珂郡和木町大字和木5-3", "山口県／玖珂郡和木町／大字和木5-3"}) {
        CAPTURE(text);
        const AddressAnswer answer = answer_around(text);
        CHECK(answer.place.machiaza_id == "0006000");
        CHECK(answer.category == AddressCategory::changed);
    }
    CHECK(answer_around("山口県大島郡和木町大字和木5-3").category == AddressCategory::unsure);
    CHECK(answer_around("東京都（千代田区").place.level <= MatchLevel::municipality);
}

TEST_CASE("a name that begins as a municipality or prefecture is passed over before an address, unsure") {
    for (const std::string name : {"北区農業協同組合 ", "東京都立北高等学校　", "北区商工会 "}) {
        const std::string text = name + "北区中十条1-2-3";
        CAPTURE(text);
        const AddressAnswer answer = answer_around(text);
        CHECK(answer.place.lg_code == "131172");
        CHECK(answer.place.oaza_cho == "中十条");
        CHECK(answer.category == AddressCategory::unsure);
    }
    CHECK(answer_around("北区中十条 1-2-3 北区会館").place.oaza_cho == "中十条");
}

TEST_CASE("a name that begins as a town of several municipalities does not hide the address behind it") {
    static const SmallAddressIndex small{{{"052078", "0124000", "秋田県", "", "湯沢市", "", "大工町", "", ""},
                                          {"032018", "0125000", "岩手県", "", "盛岡市", "", "湯沢", "", ""},
                                          {"032069", "0126000", "岩手県", "", "北上市", "", "湯沢", "", ""}}};
    static const AddressIndex index = small.open();
    for (const std::string name : {"湯沢　税務署 ", "湯沢 株式会社　"}) {
        const AddressAnswer answer = AddressMatcher(index).match(name + "秋田県湯沢市大工町2-32");
        CAPTURE(name);
        CHECK(answer.place.machiaza_id == "0124000");
        CHECK(answer.category == AddressCategory::unsure);
    }
    CHECK(AddressMatcher(index).match("湯沢5-3 湯沢市会館").place.oaza_cho == "湯沢");
}

TEST_CASE("a second address in the cell is told, and neither is sure") {
    for (const std::string between : {"、", " / ", ";", "及び", "\n", "　", "（"}) {
        const std::string second = "大阪府大阪市北区中之島1-3-20";
        const std::string text = plain_address + between + second;
        CAPTURE(text);
        const AddressAnswer answer = answer_around(text);
        CHECK(answer.place.machiaza_id == "0002002");
        CHECK(slice(text, answer.spans.second) == second);
        CHECK(answer.category == AddressCategory::unsure);
    }
    CHECK(!answer_around(plain_address + "、大阪市北区中之島1-3-20").spans.second.empty());
    for (const std::string second : {"同区霞が関1-3-1", "同都北区中十条1", "同所3番地"}) {
        CAPTURE(second);
        const AddressAnswer answer = answer_around(plain_address + "・" + second);
        CHECK(slice(plain_address + "・" + second, answer.spans.second) == second);
        CHECK(answer.category == AddressCategory::unsure);
    }
    for (const std::string building : {" 霞が関ビル3F", "北区ビル", " 大阪市東京事務所", "（大阪府庁内）",
                                       " 山田様方", " 千代田区役所9階", "　北区会館３Ｆ", " 同区民館"}) {
        CAPTURE(building);
        const AddressAnswer answer = answer_around(plain_address + building);
        CHECK(answer.spans.second.empty());
        CHECK(is_sure_answer(answer));
    }
}

TEST_CASE("marks and names without an address are not found, and what they are of is bounded") {
    for (const std::string text :
         {"「」", "住所：", "、、、、", "株式会社甲", "【", "「「「「", "東京都、"}) {
        CAPTURE(text);
        CHECK(answer_around(text).place.level < MatchLevel::municipality);
    }
    std::string long_text;
    for (int i = 0; i < 5000; ++i) long_text += "「北区、";
    const AddressAnswer answer = answer_around(long_text);
    CHECK(answer.spans.rest.end <= long_text.size());
}

TEST_CASE("an address in the order of the West is read; sure where the number stands behind the town") {
    const AddressAnswer answer = answer_around("霞が関2-1-2 千代田区 東京都");
    CHECK(answer.place.machiaza_id == "0002002");
    CHECK(answer.category == AddressCategory::changed);
    CHECK(answer.spans.building.empty());
    const AddressAnswer apart = answer_around("2-1-2, 霞が関, 千代田区, 東京都");
    CHECK(apart.place.machiaza_id == "0002002");
    CHECK(apart.category == AddressCategory::unsure);
    CHECK(!answer_around("霞が関2-1-2 千代田区ビル").spans.building.empty());
}

TEST_CASE("a town in brackets and the words of a form around an address are read") {
    for (const std::string text : {"東京都千代田区（霞が関）2-1-2", "東京都千代田区「霞が関」2-1-2",
                                   "あて先　東京都千代田区霞が関2-1-2", "宛先：東京都千代田区霞が関2-1-2",
                                   "郵便番号100-8926 東京都千代田区霞が関2-1-2"}) {
        CAPTURE(text);
        const AddressAnswer answer = answer_around(text);
        CHECK(answer.place.machiaza_id == "0002002");
        CHECK(is_sure_answer(answer));
    }
}
