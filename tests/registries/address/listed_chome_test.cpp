// 丁目 of the nationwide list, postal codes that parts of a town have from it, and what a lot cannot be.

#include <catch2/catch.hpp>

#include "registries/address/address_matcher.hpp"
#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

SmallTown town(const std::string& id, const std::string& oaza, const std::string& chome = {},
               const std::string& koaza = {}) {
    return {"302015", id, "和歌山県", "", "和歌山市", "", oaza, chome, koaza};
}

std::string postal_row(const std::string& code, const std::string& name) {
    return "30201,\"640  \",\"" + code +
           "\",\"ワカヤマケン\",\"ワカヤマシ\",\"マチ\",\"和歌山県\",\"和歌山市\",\"" + name +
           "\",0,0,0,0,0,0\n";
}

const AddressMatcher& matcher() {
    static const SmallAddressIndex made(
        {town("0001000", "本町"), town("0002001", "新町", "一丁目"), town("0002002", "新町", "二丁目"),
         town("0003000", "奥野"), town("0003101", "奥野", "", "字谷"), town("0004001", "港", "一丁目")},
        {}, {}, {}, {},
        postal_row("6400001", "本町") + postal_row("6400002", "新町") + postal_row("6400003", "奥野（上）") +
            postal_row("6400004", "奥野（下）"),
        "pref,city,town,koaza,lat,lng\n和歌山県,和歌山市,本町一丁目,,34.21,135.11\n"
        "和歌山県,和歌山市,本町二丁目,,34.22,135.12\n和歌山県,和歌山市,新町一丁目,,34.31,135.31\n"
        "和歌山県,和歌山市,浜一丁目,,34.41,135.41\n");
    static const AddressIndex index = made.open();
    static const AddressMatcher matcher{index};
    return matcher;
}

}  // namespace

TEST_CASE("a chome that only the nationwide list has gives its point to the town, and is named as such") {
    const AddressAnswer answer = matcher().match("和歌山県和歌山市本町2丁目5-1");
    CHECK(answer.place.machiaza_id == "0001000");
    CHECK(answer.reason == AddressReason::listed_chome);
    CHECK(answer.category == AddressCategory::changed);
    CHECK(answer.place.point.latitude == Approx(34.22));
    REQUIRE(answer.alternatives.size() == 1);
    CHECK(answer.alternatives[0].place.of_second_list);
    CHECK(answer.alternatives[0].place.chome == "二丁目");
    CHECK(matcher().match("和歌山県和歌山市本町3丁目5-1").reason != AddressReason::listed_chome);
    CHECK(matcher().match("和歌山県和歌山市本町2-5-1").reason != AddressReason::listed_chome);
}

TEST_CASE("a town that only the nationwide list has is answered, without an id and marked") {
    for (const std::string text : {"和歌山県和歌山市浜一丁目3", "和歌山県和歌山市浜1-3"}) {
        CAPTURE(text);
        const AddressAnswer answer = matcher().match(text);
        CHECK(answer.place.oaza_cho == "浜");
        CHECK(answer.place.machiaza_id.empty());
        CHECK(answer.place.of_second_list);
        CHECK(answer.reason == AddressReason::listed_chome);
        CHECK(answer.category == AddressCategory::changed);
    }
    CHECK_FALSE(matcher().match("和歌山県和歌山市新町一丁目3").place.of_second_list);
}

TEST_CASE("parts of a town have the postal code of its name, where it has one alone") {
    CHECK(matcher().match("和歌山県和歌山市新町一丁目3").place.postal_code == "6400002");
    CHECK(matcher().match("和歌山県和歌山市新町").place.postal_code == "6400002");
    CHECK(matcher().match("和歌山県和歌山市本町").place.postal_code == "6400001");
    CHECK(matcher().match("和歌山県和歌山市奥野字谷3").place.postal_code.empty());
    CHECK(matcher().match("和歌山県和歌山市港一丁目3").place.postal_code.empty());
}

TEST_CASE("a postal code decides between towns of one name where no municipality is written") {
    const AddressAnswer answer = matcher().match("〒640-0002 新町2-3");
    CHECK(answer.place.machiaza_id == "0002002");
}

TEST_CASE("a postal code of another municipality makes a town unsure and is told as the reason") {
    for (const std::string code : {"〒100-0001 ", "060-8611 ", "〒1000001"}) {
        CAPTURE(code);
        const AddressAnswer answer = matcher().match(code + "和歌山県和歌山市新町二丁目3");
        CHECK(answer.place.machiaza_id == "0002002");
        CHECK(answer.category == AddressCategory::unsure);
        CHECK(answer.reason == AddressReason::postal_code_elsewhere);
    }
    for (const std::string code :
         {"〒640-0002 ", "〒640-0001 ", "640-8511 ", ""}) {  // 640-8511: of an office
        CAPTURE(code);
        CHECK(matcher().match(code + "和歌山県和歌山市新町二丁目3").category != AddressCategory::unsure);
    }
}

TEST_CASE("a number that is no chome of a town of chome is not sure") {
    for (const std::string text : {"和歌山県和歌山市新町9-1-1", "和歌山県和歌山市新町い2-2-1"}) {
        CAPTURE(text);
        CHECK(matcher().match(text).category == AddressCategory::unsure);
    }
    CHECK(matcher().match("和歌山県和歌山市新町").category != AddressCategory::unsure);
    CHECK(matcher().match("和歌山県和歌山市新町ニ丁目3").place.machiaza_id == "0002002");
    CHECK(matcher().match("和歌山県和歌山市新町2-3-l").category == AddressCategory::unsure);
    CHECK(matcher().match("和歌山県和歌山市新町2-3-I").category != AddressCategory::unsure);
}
