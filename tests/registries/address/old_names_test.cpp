// Municipalities that are no more, and what became of them.

#include <catch2/catch.hpp>

#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

const std::vector<SmallTown> towns = {
    {"362051", "0151000", "徳島県", "", "吉野川市", "", "山川町宗田", "", ""},
    {"362051", "0020000", "徳島県", "", "吉野川市", "", "鴨島町鴨島", "", ""},
    {"302015", "0080003", "和歌山県", "", "和歌山市", "", "山川町", "三丁目", ""},
    {"022012", "0135000", "青森県", "", "青森市", "", "浪岡大字本郷", "", ""},
    {"221317", "0056000", "静岡県", "", "浜松市", "中区", "天神町", "", ""},
};
const std::string municipalities = SmallAddressIndex::municipality("302015", "和歌山県", "和歌山市", "") +
                                   SmallAddressIndex::municipality("362051", "徳島県", "吉野川市", "") +
                                   SmallAddressIndex::municipality("022012", "青森県", "青森市", "") +
                                   SmallAddressIndex::municipality("221384", "静岡県", "浜松市", "中央区");
const std::string events =
    "2004-10-01,新設合併,山川町(36444)が吉野川市(36205)に新設合併,36444,徳島県,麻植郡,おえぐん,山川町,"
    "やまかわちょう,,36205,"
    "徳島県,,,吉野川市,よしのがわし,\n"
    "2005-04-01,新設合併,浪岡町(02362)が青森市(02201)に新設合併,02362,青森県,南津軽郡,みなみつがるぐん,"
    "浪岡町,なみおかまち,,02201,"
    "青森県,,,青森市,あおもりし,\n"
    "2024-01-01,区の再編,中区(22131)が中央区(22138)に,22131,静岡県,浜松市,はままつし,中区,なかく,,22138,"
    "静岡県,浜松市,"
    "はままつし,中央区,ちゅうおうく,\n";

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
