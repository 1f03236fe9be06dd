// Municipalities that are no more, and what became of them.

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

const std::vector<SmallTown> towns = {
    {"362051", "0151000", "徳島県", "", "吉野川市", "", "山川町宗田", "", ""},
    {"362051", "0020000", "徳島県", "", "吉野川市", "", "鴨島町鴨島", "", ""},
    {"362051", "0030000", "徳島県", "", "吉野川市", "", "中園町", "", ""},
    {"362051", "0031000", "徳島県", "", "吉野川市", "", "山川中園", "", ""},
    {"302015", "0080003", "和歌山県", "", "和歌山市", "", "山川町", "三丁目", ""},
    {"022012", "0135000", "青森県", "", "青森市", "", "浪岡大字本郷", "", ""},
    {"022012", "0137000", "青森県", "", "青森市", "", "浪岡", "", ""},
    {"022012", "0136000", "青森県", "", "青森市", "", "浪岡字福田", "", ""},
    {"022012", "0000105", "青森県", "", "青森市", "", "", "", "福田"},
    {"221317", "0056000", "静岡県", "", "浜松市", "中区", "天神町", "", ""},
    {"271471", "0021000", "大阪府", "", "堺市", "美原区", "黒山", "", ""},
    {"271420", "0021000", "大阪府", "", "堺市", "中区", "深井", "", ""},
};
const std::string municipalities = SmallAddressIndex::municipality("302015", "和歌山県", "和歌山市", "") +
                                   SmallAddressIndex::municipality("362051", "徳島県", "吉野川市", "") +
                                   SmallAddressIndex::municipality("022012", "青森県", "青森市", "") +
                                   SmallAddressIndex::municipality("221384", "静岡県", "浜松市", "中央区") +
                                   SmallAddressIndex::municipality("271403", "大阪府", "堺市", "") +
                                   SmallAddressIndex::municipality("271471", "大阪府", "堺市", "美原区") +
                                   SmallAddressIndex::municipality("271420", "大阪府", "堺市", "中区");
const std::string events =
    "2004-10-01,新設合併,山川町(36444)が吉野川市(36205)に新設合併,36444,徳島県,麻植郡,おえぐん,山川町,"
    "やまかわちょう,,36205,"
    "徳島県,,,吉野川市,よしのがわし,\n"
    "2005-04-01,新設合併,浪岡町(02362)が青森市(02201)に新設合併,02362,青森県,南津軽郡,みなみつがるぐん,"
    "浪岡町,なみおかまち,,02201,"
    "青森県,,,青森市,あおもりし,\n"
    "2024-01-01,区の再編,中区(22131)が中央区(22138)に,22131,静岡県,浜松市,はままつし,中区,なかく,,22138,"
    "静岡県,浜松市,"
    "はままつし,中央区,ちゅうおうく,\n"
    "2005-02-01,編入合併,美原町(27384)が堺市美原区(27147)に編入合併,27384,大阪府,南河内郡,みなみかわちぐん,"
    "美原町,"
    "みはらちょう,,27147,"
    "大阪府,堺市,さかいし,美原区,みはらく,\n";

AddressAnswer answer_to(std::string_view text) {
    static const SmallAddressIndex small{towns, {}, {}, municipalities, events};
    static const AddressIndex index = small.open();
    return AddressMatcher(index).match(text);
}

}  // namespace

TEST_CASE("a town is found under the municipality that its own is a part of now") {
    const AddressAnswer answer = answer_to("徳島県麻植郡山川町宗田12");
    CHECK(answer.place.lg_code == "362051");
    CHECK(answer.place.machiaza_id == "0151000");
    CHECK(answer.old_municipality == "麻植郡山川町");
    CHECK(answer.old_until == "2004-10-01");
    CHECK(answer.category == AddressCategory::changed);
    CHECK(answer_to("南津軽郡浪岡町大字本郷1").place.machiaza_id == "0135000");
    CHECK(answer_to("青森県青森市浪岡大字本郷1").old_municipality.empty());
}

TEST_CASE(
    "a town under the name of what became a ward, behind the city, is one of that ward and no other's") {
    for (const std::string text :
         {"堺市美原町黒山167-1", "大阪府堺市美原町黒山167-1", "大阪府 堺市 美原町 黒山167-1"}) {
        CAPTURE(text);
        const AddressAnswer answer = answer_to(text);
        CHECK(answer.place.lg_code == "271471");
        CHECK(answer.place.machiaza_id == "0021000");
        CHECK(answer.old_municipality == "南河内郡美原町");
        CHECK(answer.category == AddressCategory::changed);
        CHECK(answer.number_count == 2);
    }
    for (const std::string other : {"堺市山川町宗田12", "吉野川市美原町黒山167-1", "堺市美原町深井1"}) {
        CAPTURE(other);
        const AddressAnswer answer = answer_to(other);
        CHECK((answer.old_municipality.empty() || answer.category == AddressCategory::unsure));
    }
}

TEST_CASE(
    "字 left out behind a town, or behind the name of the municipality that was, is read, and others are "
    "named") {
    for (const std::string text : {"青森県青森市浪岡福田1", "青森県南津軽郡浪岡町福田1"}) {
        CAPTURE(text);
        const AddressAnswer answer = answer_to(text);
        const bool named = std::ranges::any_of(answer.alternatives, [](const AddressAlternative& other) {
            return other.place.machiaza_id == "0136000";
        });
        CHECK(
            (answer.place.machiaza_id == "0136000" || (named && answer.category == AddressCategory::unsure)));
    }
}

TEST_CASE("without its prefecture the name of an old municipality may be that of a town of today") {
    CHECK(answer_to("山川町三丁目5").place.lg_code == "302015");
    CHECK(answer_to("山川町宗田5").place.lg_code == "362051");
}

TEST_CASE("a town that the registry still has under a ward that is no more is found under both") {
    CHECK(answer_to("静岡県浜松市中区天神町1").place.lg_code == "221384");
    CHECK(answer_to("静岡県浜松市中区天神町1").old_municipality == "浜松市中区");
    const AddressAnswer today = answer_to("浜松市中央区天神町1");
    CHECK(today.place.lg_code == "221384");
    CHECK(today.place.ward == "中央区");
    CHECK(today.place.machiaza_id.empty());  // that of the older edition is not of this municipality
}

TEST_CASE("a registry that has no list of mergers has those that are compiled in") {
    static const SmallAddressIndex small{towns, {}, {}, municipalities};
    static const AddressIndex index = small.open();
    const AddressMatcher matcher(index);
    for (const char* text :
         {"徳島県麻植郡山川町宗田12", "南津軽郡浪岡町大字本郷1", "静岡県浜松市中区天神町1"}) {
        CAPTURE(text);
        const AddressAnswer answer = matcher.match(text), listed = answer_to(text);
        CHECK(answer.place.lg_code == listed.place.lg_code);
        CHECK(answer.place.machiaza_id == listed.place.machiaza_id);
        CHECK(answer.old_municipality == listed.old_municipality);
        CHECK(answer.old_until == listed.old_until);
        CHECK(answer.category == listed.category);
    }
}

TEST_CASE("a town without the name of its former municipality is not sure where others of the city bear it") {
    for (const char* text : {"徳島県麻植郡山川町中園町1", "徳島県吉野川市山川町中園町1-134"}) {
        CAPTURE(text);
        CHECK(answer_to(text).category == AddressCategory::unsure);
    }
    CHECK(answer_to("徳島県麻植郡山川町宗田12").category == AddressCategory::changed);
    CHECK(answer_to("徳島県麻植郡山川町山川中園2").category == AddressCategory::changed);
    CHECK(answer_to("徳島県吉野川市中園町1-134").category == AddressCategory::exact);
    CHECK(answer_to("大阪府南河内郡美原町黒山1").category == AddressCategory::changed);  // no town bears it
}

TEST_CASE("a municipality that a registry of an earlier day still has is that of today") {
    const std::vector<SmallTown> places = {
        {"221317", "0056000", "静岡県", "", "浜松市", "中区", "天神町", "", ""},
        {"221376", "0068000", "静岡県", "", "浜松市", "天竜区", "春野町宮川", "", ""},
    };
    const SmallAddressIndex small{
        places,
        {},
        {},
        SmallAddressIndex::municipality("221317", "静岡県", "浜松市", "中区") +
            SmallAddressIndex::municipality("221376", "静岡県", "浜松市", "天竜区")};
    const AddressIndex index = small.open();
    const AddressMatcher matcher(index);
    for (const char* text : {"静岡県浜松市中区", "浜松市中区天神町1"}) {
        CAPTURE(text);
        const AddressAnswer answer = matcher.match(text);
        CHECK(answer.place.lg_code == "221384");
        CHECK(answer.place.ward == "中央区");
        CHECK(answer.place.roma.ward == "Chuo-ku");
        CHECK(answer.old_until == "2024-01-01");
        CHECK(answer.category == AddressCategory::changed);
    }
    CHECK(matcher.match("浜松市中央区天神町1").place.machiaza_id.empty());
    for (const char* text : {"浜松市天竜区", "浜松市天竜区春野町宮川1"}) {  // it got another code
        CAPTURE(text);
        CHECK(matcher.match(text).place.lg_code == "221406");
        CHECK(matcher.match(text).old_municipality.empty());
    }
}

namespace {

std::string ward_of_today(const std::string& code, const std::string& prefecture, const std::string& city,
                          const std::string& ward) {
    return SmallAddressIndex::municipality(code, prefecture, city, ward);
}

std::string merger(const std::string& date, const std::string& from, const std::string& old_city,
                   const std::string& old_name, const std::string& to, const std::string& city,
                   const std::string& ward) {
    const std::string prefecture = from.starts_with("11") ? "埼玉県" : "静岡県";
    return date + ",新設合併,," + from + "," + prefecture + "," + old_city + ",," + old_name + ",,," + to +
           "," + prefecture + "," + (ward.empty() ? "" : city) + ",," + (ward.empty() ? city : ward) + ",,\n";
}

std::string postal_code(const std::string& code, const std::string& city, const std::string& town) {
    return code + ",\"430  \",\"4300000\",\"シズオカケン\",\"ハママツシ\",\"マチ\",\"静岡県\",\"" + city +
           "\",\"" + town + "\",0,0,0,0,0,0\n";
}

/// 浦和市 and 大宮市 are さいたま市 with its wards, 浜松市北区 is parts of two wards.
AddressAnswer answer_in_wards(std::string_view text, bool with_postal_codes = true) {
    static const std::vector<SmallTown> places = {
        {"111031", "0001000", "埼玉県", "", "さいたま市", "大宮区", "桜木町", "", ""},
        {"111031", "0002000", "埼玉県", "", "さいたま市", "大宮区", "本町", "", ""},
        {"111023", "0001000", "埼玉県", "", "さいたま市", "北区", "日進町", "", ""},
        {"111074", "0001000", "埼玉県", "", "さいたま市", "浦和区", "常盤", "", ""},
        {"111074", "0002000", "埼玉県", "", "さいたま市", "浦和区", "本町", "", ""},
        {"221350", "0034000", "静岡県", "", "浜松市", "北区", "細江町気賀", "", ""},
        {"221350", "0034101", "静岡県", "", "浜松市", "北区", "細江町気賀", "", "油田"},
        {"221350", "0035000", "静岡県", "", "浜松市", "北区", "三方原町", "", ""},
        {"221350", "0036000", "静岡県", "", "浜松市", "北区", "知られず町", "", ""},
    };
    static const std::string present = ward_of_today("111007", "埼玉県", "さいたま市", "") +
                                       ward_of_today("111031", "埼玉県", "さいたま市", "大宮区") +
                                       ward_of_today("111023", "埼玉県", "さいたま市", "北区") +
                                       ward_of_today("111074", "埼玉県", "さいたま市", "浦和区") +
                                       ward_of_today("221309", "静岡県", "浜松市", "") +
                                       ward_of_today("221384", "静岡県", "浜松市", "中央区") +
                                       ward_of_today("221392", "静岡県", "浜松市", "浜名区");
    static const std::string history =
        merger("2001-05-01", "11204", "", "浦和市", "11100", "さいたま市", "") +
        merger("2001-05-01", "11205", "", "大宮市", "11100", "さいたま市", "") +
        merger("2024-01-01", "22135", "浜松市", "北区", "22138", "浜松市", "中央区") +
        merger("2024-01-01", "22135", "浜松市", "北区", "22139", "浜松市", "浜名区");
    static const std::string codes =
        postal_code("22138", "浜松市中央区", "三方原町") + postal_code("22139", "浜松市浜名区", "細江町気賀");
    static const SmallAddressIndex with{places, {}, {}, present, history, codes};
    static const SmallAddressIndex without{places, {}, {}, present, history};
    static const AddressIndex indexes[] = {with.open(), without.open()};
    return AddressMatcher(indexes[with_postal_codes ? 0 : 1]).match(text);
}

}  // namespace

TEST_CASE("what merged into a designated city is found through its wards, sure in that of its name") {
    for (const std::string text :
         {"浦和市常盤6-4-4", "埼玉県浦和市常盤6-4-4", "浦和市本町1", "大宮市桜木町1"}) {
        const AddressAnswer answer = answer_in_wards(text);
        CAPTURE(text);
        CHECK(answer.place.level == MatchLevel::town);
        CHECK(answer.place.ward == (text.starts_with("大宮") ? "大宮区" : "浦和区"));
        CHECK(!answer.place.machiaza_id.empty());
    }
    CHECK(answer_in_wards("浦和市常盤6-4-4").category == AddressCategory::changed);
    const AddressAnswer elsewhere = answer_in_wards("大宮市日進町2");
    CHECK(elsewhere.place.ward == "北区");
    CHECK(elsewhere.category == AddressCategory::unsure);
    const AddressAnswer none = answer_in_wards("浦和市無い町1");
    CHECK(none.place.lg_code == "111007");
    CHECK(none.reason == AddressReason::town_not_found);
}

TEST_CASE("a town of a ward that became parts of several is in the part whose postal codes have it") {
    const AddressAnswer north = answer_in_wards("浜松市北区細江町気賀305");
    CHECK(north.place.lg_code == "221392");
    CHECK(north.place.machiaza_id.empty());  // that of the older edition is not of this municipality
    CHECK(north.category == AddressCategory::changed);
    CHECK(answer_in_wards("浜松市北区細江町気賀油田305").place.lg_code == "221392");
    CHECK(answer_in_wards("浜松市浜名区細江町気賀305").place.lg_code == "221392");
    CHECK(answer_in_wards("浜松市北区三方原町1").place.lg_code == "221384");
    CHECK(answer_in_wards("浜松市北区知られず町1").category == AddressCategory::unsure);
    CHECK(answer_in_wards("浜松市北区三方原町1", false).category == AddressCategory::unsure);
}

TEST_CASE("a tie between wards of one city answers the city, with the wards beside it") {
    const AddressAnswer answer = answer_in_wards("さいたま市本町1");
    CHECK(answer.category == AddressCategory::unsure);
    CHECK(answer.place.lg_code == "111007");
    REQUIRE(answer.alternatives.size() == 2);
    CHECK(answer.alternatives[0].place.ward != answer.alternatives[1].place.ward);
    CHECK(answer.alternatives[0].place.oaza_cho == "本町");
    CHECK(answer_in_wards("浜松市北区").place.lg_code == "221309");
}

TEST_CASE(
    "a lot straight under a municipality is a sure answer of the municipality, unless it lies in a ward") {
    for (const std::string text :
         {"吉野川市12", "徳島県吉野川市12番地3", "吉野川市甲12-3", "吉野川市12 役場"}) {
        const AddressAnswer answer = answer_to(text);
        CAPTURE(text);
        CHECK(answer.place.lg_code == "362051");
        CHECK(answer.place.level == MatchLevel::municipality);
        CHECK(answer.reason == AddressReason::no_town);
        CHECK(answer.category == AddressCategory::changed);
    }
    for (const std::string text : {"吉野川市1-13-10", "吉野川市1番2号", "吉野川市1丁目2", "吉野川市十文字原1",
                                   "吉野川市12原", "浜松市中央区12"}) {
        CAPTURE(text);
        CHECK(answer_to(text).category == AddressCategory::unsure);
    }
}
