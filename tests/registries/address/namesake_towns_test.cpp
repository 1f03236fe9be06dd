// Names of towns and villages that towns of other municipalities bear.

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

const std::vector<SmallTown> towns = {
    {"014532", "0001000", "北海道", "上川郡", "上川町", "", "本町", "", ""},
    {"132012", "0010000", "東京都", "", "八王子市", "", "上川町", "", ""},
    {"132012", "0011000", "東京都", "", "八王子市", "", "元本郷町", "", ""},
    {"204102", "0001000", "長野県", "下伊那郡", "根羽村", "", "小川", "", ""},
};

AddressAnswer answer_to(std::string_view text, const AddressOptions& options = {}) {
    static const SmallAddressIndex small{towns};
    static const AddressIndex index = small.open();
    return AddressMatcher(index).match(text, options);
}

}  // namespace

TEST_CASE("the bare name of a town that another municipality has as well is not sure") {
    const AddressAnswer answer = answer_to("上川町");
    CHECK(answer.place.city == "上川町");
    CHECK(answer.category == AddressCategory::unsure);
    CHECK(answer.reason == AddressReason::several_places);
    REQUIRE(answer.alternatives.size() == 1);
    CHECK(answer.alternatives[0].place.city == "八王子市");
    CHECK(answer.alternatives[0].equal);
}

TEST_CASE("what is told beside the name, or a name that nobody else bears, leaves no doubt") {
    CHECK(answer_to("北海道上川町").category == AddressCategory::changed);
    CHECK(answer_to("上川郡上川町").place.city == "上川町");
    CHECK(answer_to("根羽村").category == AddressCategory::changed);
    const AddressAnswer within = answer_to("上川町", {.within = "132012"});
    CHECK(within.place.city == "八王子市");
    CHECK(within.category != AddressCategory::unsure);
}
