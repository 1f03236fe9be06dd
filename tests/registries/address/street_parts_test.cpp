// What stands between the way to a town of Kyoto and the town.

#include <catch2/catch.hpp>

#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

AddressAnswer answer_in_kyoto(std::string_view text) {
    static const SmallAddressIndex small{
        {{"261041", "0001000", "京都府", "", "京都市", "中京区", "山崎町", "", ""},
         {"261041", "0002000", "京都府", "", "京都市", "中京区", "河原町", "", ""},
         {"261041", "0003000", "京都府", "", "京都市", "中京区", "東町", "", ""}}};
    static const AddressIndex index = small.open();
    return AddressMatcher(index).match(text);
}

}  // namespace

TEST_CASE("a numbered part or a side of a street is a part of the way, and the town stands behind it") {
    for (const std::string part : {"", "二丁目", "2丁目", "２丁目", "西側", "二筋目下る", "十丁目東側東入"}) {
        const std::string text = "京都市中京区河原町通三条下る" + part + "山崎町236";
        CAPTURE(text);
        const AddressAnswer answer = answer_in_kyoto(text);
        CHECK(answer.place.oaza_cho == "山崎町");
        CHECK(answer.number_count == 1);
        CHECK(answer.category == AddressCategory::changed);
    }
    CHECK(answer_in_kyoto("京都市中京区三条白川橋東入ル５丁目東町230").place.oaza_cho == "東町");
    CHECK(answer_in_kyoto("京都市中京区河原町通三条下る二丁目").category == AddressCategory::unsure);
    CHECK(answer_in_kyoto("京都市中京区河原町通三条下る西側").category == AddressCategory::unsure);
}
