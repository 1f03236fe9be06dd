// Names of prefectures and municipalities without their last letter.

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

const std::vector<SmallTown> towns = {
    {"011011", "0001000", "北海道", "", "札幌市", "中央区", "北一条西", "二丁目", ""},
    {"014630", "0005000", "北海道", "勇払郡", "占冠村", "", "静岡", "", ""},
    {"131016", "0055000", "東京都", "", "千代田区", "", "二番町", "", "", true},
    {"202011", "0000688", "長野県", "", "長野市", "", "", "", "東京"},
    {"221007", "0001000", "静岡県", "", "静岡市", "", "追手町", "", ""},
    {"402079", "0001000", "福岡県", "", "柳川市", "", "本町", "", ""},
    {"401005", "0001000", "福岡県", "", "福岡市", "", "天神", "", ""},
};

AddressAnswer answer_to(std::string_view text, const AddressOptions& options = {}) {
    static const SmallAddressIndex small{towns};
    static const AddressIndex index = small.open();
    return AddressMatcher(index).match(text, options);
}

std::string place_of(const AddressAnswer& answer) {
    const AddressPlace& place = answer.place;
    return std::string(place.prefecture).append(place.county).append(place.city).append(place.ward) +
           std::string(place.oaza_cho).append(place.koaza);
}

}  // namespace

TEST_CASE("the short name of a prefecture or municipality is that before a town elsewhere, and not sure") {
    for (const auto& [text, place] :
         std::vector<std::pair<std::string, std::string>>{{"東京", "東京都"},
                                                          {"静岡", "静岡県"},
                                                          {" 福岡　", "福岡県"},

                                                          {"柳川", "福岡県柳川市"}}) {
        CAPTURE(text);
        const AddressAnswer answer = answer_to(text);
        CHECK(place_of(answer) == place);
        CHECK(answer.category == AddressCategory::unsure);
        CHECK(answer.reason == AddressReason::name_shortened);
    }
    const AddressAnswer tokyo = answer_to("東京");
    REQUIRE(tokyo.alternatives.size() == 1);
    CHECK(tokyo.alternatives[0].place.koaza == "東京");
    const AddressAnswer fukuoka = answer_to("福岡");
    REQUIRE(fukuoka.alternatives.size() == 1);
    CHECK(fukuoka.alternatives[0].place.city == "福岡市");
    CHECK(fukuoka.alternatives[0].equal);
}

TEST_CASE("a town of such a name stays the answer where more is told, and is sure only in its municipality") {
    const AddressAnswer numbered = answer_to("静岡12");
    CHECK(numbered.place.city == "占冠村");
    CHECK(numbered.category == AddressCategory::unsure);
    CHECK(answer_to("占冠村静岡12").category != AddressCategory::unsure);
    const AddressAnswer within = answer_to("静岡", {.within = "014630"});
    CHECK(within.place.city == "占冠村");
    CHECK(within.category != AddressCategory::unsure);
    CHECK(answer_to("東京", {.within = "20"}).place.koaza == "東京");
    CHECK(place_of(answer_to("静岡県")) == "静岡県");
    CHECK(answer_to("静岡県").category == AddressCategory::exact);
}

TEST_CASE("the ward behind a city without its last letter is read") {
    const AddressAnswer answer = answer_to("札幌中央区北1条西2丁目");
    CHECK(place_of(answer) == "北海道札幌市中央区北一条西");
    CHECK(answer.category == AddressCategory::changed);
    CHECK(std::ranges::any_of(answer.changes, [](const AddressChange& change) {
        return change.kind == AddressChangeKind::city_added && change.to == "札幌市";
    }));
}
