#include "registries/address/address_matcher.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "grammars/text/utf8.hpp"
#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

const std::vector<SmallTown> towns = {
    {"131032", "0019000", "東京都", "", "港区", "", "三田", "", ""},
    {"131032", "0019002", "東京都", "", "港区", "", "三田", "二丁目", "", true},
    {"131016", "0055000", "東京都", "", "千代田区", "", "二番町", "", "", true},
    {"011011", "0020001", "北海道", "", "札幌市", "中央区", "北三条西", "一丁目", "", true},
    {"302015", "0046000", "和歌山県", "", "和歌山市", "", "太田", "", "", false, "オオタ"},
    {"302015", "0046004", "和歌山県", "", "和歌山市", "", "太田", "四丁目", "", true, "オオタ"},
    {"302015", "0050000", "和歌山県", "", "和歌山市", "", "大字小山", "", ""},
    {"302015", "0050101", "和歌山県", "", "和歌山市", "", "大字小山", "", "字西ノ谷"},
    {"302015", "0050102", "和歌山県", "", "和歌山市", "", "大字小山", "", "２３字"},
    {"302015", "0050103", "和歌山県", "", "和歌山市", "", "大字小山", "", "一一一"},
    {"302015", "0050104", "和歌山県", "", "和歌山市", "", "大字小山", "", "字羽根"},
    {"302015", "0051000", "和歌山県", "", "和歌山市", "", "北谷", "", ""},
    {"302015", "0051101", "和歌山県", "", "和歌山市", "", "北谷", "", "２１字"},
    {"302015", "0052000", "和歌山県", "", "和歌山市", "", "沢", "", ""},
    {"132063", "0002000", "東京都", "", "府中市", "", "北谷", "", ""},
    {"302015", "0053000", "和歌山県", "", "和歌山市", "", "三田東", "", ""},
    {"132063", "0003000", "東京都", "", "府中市", "", "三田東", "", ""},
    {"302015", "0060000", "和歌山県", "", "和歌山市", "", "藪之内町", "", ""},
    {"302015", "0061000", "和歌山県", "", "和歌山市", "", "枯渕町", "", ""},
    {"302015", "0062000", "和歌山県", "", "和歌山市", "", "枯淵町", "", ""},
    {"302015", "0070001", "和歌山県", "", "和歌山市", "", "朝日", "一丁目", "", true},
    {"132063", "0001000", "東京都", "", "府中市", "", "宮町", "", ""},
    {"342084", "0001000", "広島県", "", "府中市", "", "元町", "", ""},
    {"024066", "0048000", "青森県", "上北郡", "横浜町", "", "字三保野", "", ""},
    {"261025", "0562000", "京都府", "", "京都市", "上京区", "相国寺門前町", "", ""},
    {"261025", "0563000", "京都府", "", "京都市", "上京区", "上御霊前町", "", ""},
};

const std::string residences = SmallAddressIndex::residence("302015", "0046004", "10", "1") +
                               SmallAddressIndex::residence("302015", "0046004", "5", "2");
const std::string parcels = SmallAddressIndex::parcel("302015", "0046000", "000040001000000", "4", "10") +
                            SmallAddressIndex::parcel("302015", "0046000", "000049000100000", "4", "ﾛ") +
                            SmallAddressIndex::parcel("302015", "0053000", "000040001000000", "4", "10") +
                            SmallAddressIndex::parcel("302015", "0050000", "001110001100000", "111", "11") +
                            SmallAddressIndex::parcel("302015", "0050000", "000070000000000", "7", "");

const AddressMatcher& matcher() {
    static const SmallAddressIndex small{towns, residences, parcels};
    static const AddressIndex index = small.open();
    static const AddressMatcher matcher{index};
    return matcher;
}

std::string town_of(std::string_view text) {
    const AddressAnswer answer = matcher().match(text);
    return std::string(answer.place.lg_code) + "/" + std::string(answer.place.machiaza_id);
}

bool says(const AddressAnswer& answer, AddressChangeKind kind) {
    return std::ranges::any_of(answer.changes,
                               [&](const AddressChange& change) { return change.kind == kind; });
}

}  // namespace

TEST_CASE("an address as the registry writes it is category A, with spans of the text") {
    const std::string text = "東京都千代田区二番町2-1 ビル3階";
    const AddressAnswer answer = matcher().match(text);
    CHECK(answer.category == AddressCategory::exact);
    CHECK(answer.changes.empty());
    CHECK(slice(text, answer.spans.prefecture_and_city) == "東京都千代田区");
    CHECK(slice(text, answer.spans.town) == "二番町");
    CHECK(slice(text, answer.spans.numbers) == "2-1");
    CHECK(slice(text, answer.spans.building) == "ビル3階");
    CHECK(answer.number_count == 2);
}

TEST_CASE("towns are found in the spellings of people") {
    for (const std::string_view text :
         {"東京都港区三田二丁目2-18", "港区三田２丁目２－１８", "東京都港区三田2-2-18", "港区三田2の2の18",
          "東京港区三田２丁目", "東京都　港区　三田 二 丁目"}) {
        INFO(text);
        CHECK(town_of(text) == "131032/0019002");
    }
    for (const std::string_view text : {"札幌市中央区北3西1-7", "北海道札幌市中央区北3条西1丁目",
                                        "中央区北三条西１丁目", "札幌市北三条西1-7"}) {
        INFO(text);
        CHECK(town_of(text) == "011011/0020001");
    }
    for (const std::string_view text :
         {"和歌山市大字小山字西ノ谷5", "和歌山市小山西の谷5", "和歌山市小山字西之谷5", "和歌山市西ノ谷5"}) {
        INFO(text);
        CHECK(town_of(text) == "302015/0050101");
    }
    CHECK(town_of("和歌山市小山23字4番地") == "302015/0050102");
    CHECK(town_of("青森県横浜町三保野888") == "024066/0048000");
    CHECK(town_of("和歌山市藪ノ内町1") == "302015/0060000");
    CHECK(town_of("〒640-8001 和歌山市太田") == "302015/0046000");
}

TEST_CASE("what was read otherwise is told") {
    CHECK(says(matcher().match("港区三田2-2-18"), AddressChangeKind::prefecture_added));
    CHECK(says(matcher().match("港区三田2-2-18"), AddressChangeKind::chome_read));
    CHECK(says(matcher().match("札幌市中央区北3西1"), AddressChangeKind::unit_added));
    CHECK(says(matcher().match("和歌山市小山1"), AddressChangeKind::marker_added));
    CHECK(says(matcher().match("和歌山市西ノ谷5"), AddressChangeKind::oaza_added));
    CHECK(says(matcher().match("青森県横浜町三保野1"), AddressChangeKind::county_added));
    CHECK(says(matcher().match("三田二丁目"), AddressChangeKind::municipality_added));
}

TEST_CASE("the spelling of the text decides between towns of one folded name") {
    CHECK(town_of("和歌山市枯渕町1") == "302015/0061000");
    CHECK(town_of("和歌山市枯淵町1") == "302015/0062000");
}

TEST_CASE("番地 leads to the parcel, 番 and 号 to the residence, numbers of the registry settle a hyphen") {
    const AddressAnswer parcel = matcher().match("和歌山市太田4番地10");
    CHECK(parcel.place.level == MatchLevel::parcel);
    CHECK(parcel.place.machiaza_id == "0046000");
    CHECK(parcel.place.parcel_id == "000040001000000");
    const AddressAnswer residence = matcher().match("和歌山市太田4丁目10番1号");
    CHECK(residence.place.level == MatchLevel::residence);
    CHECK(residence.place.block_id == "010");
    CHECK(residence.place.residence_id == "001");
    CHECK(matcher().match("和歌山市太田4-5-2").place.machiaza_id == "0046004");
    CHECK(matcher().match("和歌山市太田4-10").place.machiaza_id == "0046000");
    CHECK(matcher().match("和歌山市太田4-10").category == AddressCategory::unsure);
}

TEST_CASE("marks belong to the number of a parcel") {
    const AddressAnswer answer = matcher().match("和歌山市太田4番地ロ");
    CHECK(answer.place.level == MatchLevel::parcel);
    CHECK(answer.place.numbers[1] == "ﾛ");
    CHECK(answer.place.parcel_id == "000049000100000");
}

TEST_CASE("a number is no koaza while the town has it as a parcel, and no parcel goes to a koaza") {
    CHECK(matcher().match("和歌山市小山111-11").place.machiaza_id == "0050000");
    CHECK(matcher().match("和歌山市小山字一一一").place.machiaza_id == "0050103");
    const AddressAnswer koaza = matcher().match("和歌山市小山字西ノ谷7番地");
    CHECK(koaza.place.machiaza_id == "0050101");
    CHECK(koaza.place.level == MatchLevel::town);
}

TEST_CASE("a kana behind a number is a mark only where no word begins with it") {
    const AddressAnswer mark = matcher().match("和歌山市太田4番地ロ");
    CHECK(mark.number_count == 2);
    for (const std::string word : {"ミ・ナーラ", "ロ･メール", "トーマス館"}) {
        const std::string text = "和歌山市太田4番地10" + word;
        const AddressAnswer answer = matcher().match(text);
        CAPTURE(text);
        CHECK(answer.number_count == 2);
        CHECK(slice(text, answer.spans.building) == word);
        CHECK(answer.place.parcel_id == "000040001000000");
    }
}

TEST_CASE("a lot with a lost or mistyped digit is never sure") {
    for (const std::string lot : {"4番地1?0", "4番l号", "4番1O号", "1O番1号", "4-1?2", "1○番3号", "4�10"}) {
        const AddressAnswer answer = matcher().match("和歌山市太田" + lot);
        CAPTURE(lot);
        CHECK(answer.category == AddressCategory::unsure);
        CHECK(answer.spans.building.begin == answer.spans.building.end);
    }
    CHECK(matcher().match("和歌山市太田4番地10I号館").category != AddressCategory::unsure);
    CHECK(matcher().match("和歌山市太田4番地10OSビル").category != AddressCategory::unsure);
}

TEST_CASE("a number that the town does not have is said, and none is made up") {
    const AddressAnswer answer = matcher().match("和歌山市太田9999番地");
    CHECK(answer.place.level == MatchLevel::town);
    CHECK(answer.reason == AddressReason::number_not_found);
    CHECK(answer.category == AddressCategory::unsure);
    CHECK(matcher().match("和歌山市藪之内町1").reason == AddressReason::number_not_covered);
}

TEST_CASE("a town of which the registry has only a 丁目 is found by its name") {
    const AddressAnswer answer = matcher().match("和歌山県和歌山市朝日");
    CHECK(answer.place.level == MatchLevel::town);
    CHECK(answer.place.oaza_cho == "朝日");
    CHECK(answer.place.machiaza_id.empty());
    CHECK(answer.reason == AddressReason::town_incomplete);
}

TEST_CASE("a municipality whose name several have is a tie") {
    const AddressAnswer answer = matcher().match("府中市");
    CHECK(answer.reason == AddressReason::several_municipalities);
    REQUIRE(answer.alternatives.size() == 1);
    CHECK(answer.alternatives[0].equal);
    CHECK(matcher().match("府中市元町").place.lg_code == "342084");
}

TEST_CASE("a character that could not be written is any, and the answer is unsure where several fit") {
    CHECK(town_of("和歌山市〓之内町1") == "302015/0060000");
    CHECK(matcher().match("和歌山市枯〓町1").category == AddressCategory::unsure);
    CHECK(says(matcher().match("和歌山市〓之内町1"), AddressChangeKind::wildcard));
}

TEST_CASE("the way of Kyoto is kept apart from the town") {
    const std::string text = "京都市上京区上御霊南門下る東入二筋目下る相国寺門前町647";
    const AddressAnswer answer = matcher().match(text);
    CHECK(answer.place.machiaza_id == "0562000");
    CHECK(slice(text, answer.spans.street) == "上御霊南門下る東入二筋目下る");
}

TEST_CASE("readings lead to the town") {
    CHECK(matcher().match("和歌山市オオタ4チョウメ10-1").place.machiaza_id == "0046004");
}

TEST_CASE("what is no address is not taken for one") {
    for (const std::string_view text : {"", "   ", "海外住所のカタカナ", "12345", "（", "\xE3\x81"}) {
        INFO(text);
        CHECK(matcher().match(text).place.level == MatchLevel::none);
    }
    CHECK(matcher().match("東京都江東区（東京府南葛飾郡").place.level == MatchLevel::prefecture);
}

TEST_CASE("the target chooses the register") {
    AddressOptions options;
    options.target = AddressTarget::parcel;
    CHECK(matcher().match("和歌山市太田4丁目10番1号", options).place.level == MatchLevel::town);
    options.target = AddressTarget::residence;
    CHECK(matcher().match("和歌山市太田4番地10", options).place.level == MatchLevel::town);
}

TEST_CASE("a municipality that is known from elsewhere settles a name") {
    AddressOptions options;
    options.within = "34208";
    CHECK(matcher().match("府中市", options).place.lg_code == "342084");
}

TEST_CASE(
    "a 号 between a number and a name is a 字 where the registry has one, and the name makes it unsure") {
    CHECK(town_of("和歌山市北谷21号上出51番地") == "302015/0051101");
    CHECK(town_of("和歌山市北谷２１号字宮垣内10番地") == "302015/0051101");
    CHECK(matcher().match("和歌山市北谷21号上出51番地").category == AddressCategory::unsure);
    CHECK(town_of("和歌山市北谷22号51番地") == "302015/0051000");
}

TEST_CASE("a 丁目 that the town does not have is sure only where the town has no 丁目 at all") {
    CHECK(matcher().match("東京都千代田区二番町1丁目3番地").category == AddressCategory::changed);
    CHECK(matcher().match("和歌山市羽根4丁目1-2").category == AddressCategory::unsure);  // a 小字
    CHECK(matcher().match("和歌山市太田9丁目1-2").category == AddressCategory::unsure);  // 四丁目 only
}

TEST_CASE("a town without its municipality is a tie where several have it, and certain within one") {
    const AddressAnswer answer = matcher().match("北谷2番地");
    CHECK(answer.category == AddressCategory::unsure);
    CHECK(answer.reason == AddressReason::several_places);
    CHECK(answer.alternatives_in_all == 1);
    AddressOptions within;
    within.within = "132063";
    const AddressAnswer inside = matcher().match("北谷2番地", within);
    CHECK(inside.place.lg_code == "132063");
    CHECK(inside.category == AddressCategory::changed);
    CHECK(inside.alternatives.empty());
}

TEST_CASE("a town of one letter is believed before a lot only") {
    CHECK(town_of("沢943番地7") == "302015/0052000");
    CHECK(town_of("沢9-7") == "302015/0052000");
    CHECK_FALSE(matcher().match("沢").found());
    CHECK_FALSE(matcher().match("沢9").found());
    CHECK_FALSE(matcher().match("沢さん").found());
}

TEST_CASE("a 小字 of a town is found without municipality") {
    CHECK(town_of("大字小山字西ノ谷12番地") == "302015/0050101");
    CHECK(town_of("大字小山〓字西ノ谷12番地") == "302015/0050101");
}

TEST_CASE(
    "a parcel of a town that several municipalities have is unsure where the registry has no numbers of the "
    "others") {
    // Only the 三田 of 和歌山市 has numbers here.
    const AddressAnswer answer = matcher().match("三田東4番地10");
    CHECK(answer.place.lg_code == "302015");
    CHECK(answer.place.parcel_id == "000040001000000");
    CHECK(answer.category == AddressCategory::unsure);
    CHECK(matcher().match("和歌山市三田東4番地10").category == AddressCategory::changed);
}

TEST_CASE("a letter that no name has makes the name that was read unsure") {
    CHECK(town_of("京都市上京区相国寺𣇃前町12番地") == "261025/0562000");
    CHECK(matcher().match("京都市上京区相国寺𣇃前町12番地").category == AddressCategory::unsure);
    CHECK(matcher().match("京都市上京区相国寺門前町12番地").category == AddressCategory::changed);
}

TEST_CASE("a name that loses its 字 or 大字 and gains a 町 is not sure") {
    for (const SmallTown& town : towns) {
        if (!town.oaza_cho.ends_with("町") || !town.chome.empty()) continue;
        const std::string name = town.oaza_cho.substr(0, town.oaza_cho.size() - std::string("町").size());
        const std::string region = town.prefecture + town.county + town.city + town.ward;
        INFO(region << name);
        CHECK(matcher().match(region + town.oaza_cho + "12番地").category == AddressCategory::exact);
        for (const char* marker : {"大字", "字"}) {
            const AddressCategory category = matcher().match(region + marker + name + "12番地").category;
            CHECK((category == AddressCategory::unsure || category == AddressCategory::none));
        }
    }
    CHECK(matcher().match("和歌山県和歌山市字沢12番地").category == AddressCategory::changed);
}

TEST_CASE("what a comma joins to a town without a number is no building, and leaves the answer unsure") {
    const std::string text = "東京都港区三田、芝";
    const AddressAnswer answer = matcher().match(text);
    CHECK(answer.place.oaza_cho == "三田");
    CHECK(answer.category == AddressCategory::unsure);
    CHECK(slice(text, answer.spans.rest) == "、芝");
    CHECK(answer.spans.building.empty());
}

TEST_CASE("a number with 番 behind a lot is no building, and leaves the answer unsure") {
    const std::string text = "東京都港区三田174号7番地1";
    const AddressAnswer answer = matcher().match(text);
    CHECK(answer.category == AddressCategory::unsure);
    CHECK(slice(text, answer.spans.rest) == "7番地1");
    CHECK(answer.spans.building.empty());
    const std::string house = "東京都港区三田17番4号3番館";
    CHECK(slice(house, matcher().match(house).spans.building) == "3番館");
}

TEST_CASE("digits right behind a kanji number are no building, and leave the answer unsure") {
    for (const std::string number : {"一", "二", "十", "二十三"}) {
        const std::string text = "和歌山県和歌山市沢" + number + "12-3";
        INFO(text);
        const AddressAnswer answer = matcher().match(text);
        CHECK(answer.category == AddressCategory::unsure);
        CHECK(slice(text, answer.spans.rest) == "12-3");
        CHECK(answer.spans.building.empty());
    }
}
