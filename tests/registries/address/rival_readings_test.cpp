// Other readings that leave an answer in doubt.

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

/// 府中市 is in 東京都 and in 広島県, each with a 府中町; only the one of 東京都 has 丁目.
const std::vector<SmallTown> towns = {
    {"132063", "0012001", "東京都", "", "府中市", "", "府中町", "一丁目", "", true},
    {"132063", "0012002", "東京都", "", "府中市", "", "府中町", "二丁目", "", true},
    {"132063", "0018000", "東京都", "", "府中市", "", "宮西町", "", ""},
    {"342084", "0030000", "広島県", "", "府中市", "", "府中町", "", ""},
    {"342084", "0031000", "広島県", "", "府中市", "", "出口町", "", ""},
};

AddressAnswer answer_to(std::string_view text, const AddressOptions& options = {}) {
    static const SmallAddressIndex small{towns};
    static const AddressIndex index = small.open();
    return AddressMatcher(index).match(text, options);
}

bool is_sure(std::string_view text, const AddressOptions& options = {}) {
    return answer_to(text, options).category != AddressCategory::unsure;
}

}  // namespace

TEST_CASE("a town that two cities of one name have is not sure without its prefecture") {
    CHECK_FALSE(is_sure("府中市府中町1-3"));
    CHECK_FALSE(is_sure("府中市府中町"));
    CHECK(std::ranges::any_of(answer_to("府中市府中町1-3").alternatives, [](const AddressAlternative& other) {
        return other.place.prefecture == "広島県";
    }));
    CHECK(is_sure("東京都府中市府中町1-3"));
    CHECK(is_sure("広島県府中市府中町1-3"));
    CHECK(is_sure("府中市府中町一丁目3"));
    CHECK(is_sure("府中市宮西町2-24"));
    CHECK(is_sure("府中市出口町1"));
    CHECK(is_sure("府中市府中町1-3", {.within = "132063"}));
}

TEST_CASE(
    "a number that the registry has decides between cities of one name where it knows both their numbers") {
    const std::string house = SmallAddressIndex::residence("132063", "0012001", "3", "5");
    const std::string lot = SmallAddressIndex::parcel("342084", "0030000", "000009000000000", "9", "");
    const SmallAddressIndex both{towns, house, lot};
    const AddressIndex index = both.open();
    const AddressAnswer answer = AddressMatcher(index).match("府中市府中町1-3-5");
    CHECK(answer.place.prefecture == "東京都");
    CHECK(answer.category == AddressCategory::changed);
    const SmallAddressIndex one{towns, house};
    const AddressIndex half = one.open();
    CHECK(AddressMatcher(half).match("府中市府中町1-3-5").category == AddressCategory::unsure);
}

TEST_CASE("two numbers behind a written 大字 are no sure 丁目 where there is such a 大字") {
    static const SmallAddressIndex small{
        {{"112241", "0007000", "埼玉県", "", "戸田市", "", "大字上戸田", "", ""},
         {"112241", "0008005", "埼玉県", "", "戸田市", "", "上戸田", "五丁目", ""},
         {"112241", "0009005", "埼玉県", "", "戸田市", "", "美杉台", "五丁目", ""}}};
    static const AddressIndex index = small.open();
    const auto category = [](std::string_view text) { return AddressMatcher(index).match(text).category; };
    CHECK(category("埼玉県戸田市大字上戸田5-6") == AddressCategory::unsure);
    CHECK(category("埼玉県戸田市上戸田5-6") == AddressCategory::changed);
    CHECK(category("埼玉県戸田市大字上戸田5-6-7") == AddressCategory::changed);
    CHECK(category("埼玉県戸田市大字美杉台5-6") == AddressCategory::changed);
}
