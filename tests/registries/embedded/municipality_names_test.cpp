#include "registries/embedded/municipality_names.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using daicho::municipalities_named;
using daicho::NamedMunicipality;
using daicho::NameMatch;

namespace {

/// The codes of all that `text` names and that exists.
std::vector<std::string> codes(std::string_view text) {
    std::vector<std::string> codes;
    for (const NamedMunicipality& one : municipalities_named(text)) {
        if (one.municipality->ended.empty()) codes.emplace_back(one.municipality->lg_code);
    }
    return codes;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a municipality is named with and without what stands before its name") {
    for (const char* text : {"沖縄県国頭郡今帰仁村", "沖縄県今帰仁村", "国頭郡今帰仁村", "今帰仁村",
                             "沖縄県 国頭郡　今帰仁村"}) {
        CHECK(codes(text) == Codes{"473065"});
    }
    for (const char* text : {"静岡県浜松市浜名区", "浜松市浜名区", "浜名区"})
        CHECK(codes(text) == Codes{"221392"});
    CHECK(codes("東京都") == Codes{"130001"});
    CHECK(codes("京都府京都市") == Codes{"261009"});
}

TEST_CASE("municipalities of one name are told apart by the prefecture") {
    CHECK(codes("府中市") == Codes{"132063", "342084"});
    CHECK(codes("広島県府中市") == Codes{"342084"});
    CHECK(codes("北海道府中市").empty());
}

TEST_CASE("other spellings of the same characters and kana find the municipality") {
    CHECK(codes("龍ケ崎市") == codes("龍ヶ崎市"));
    CHECK(codes("龍ケ崎市").size() == 1);
    CHECK(codes("ちよだく") == Codes{"131016"});
    CHECK(codes("ﾄｳｷｮｳﾄ ﾁﾖﾀﾞｸ") == Codes{"131016"});
    CHECK(codes("オキナワケンクニガミグンナキジンソン") == Codes{"473065"});
    CHECK(municipalities_named("チヨダク").front().match == NameMatch::kana);
}

TEST_CASE("the beginning of a name counts where nothing is named so in full") {
    CHECK(codes("千代田区") == Codes{"131016"});
    const auto found = municipalities_named("今帰");
    REQUIRE(found.size() == 1);
    CHECK(found[0].match == NameMatch::start_of_name);
    CHECK_FALSE(found[0].above);
    CHECK(municipalities_named("チヨダ").front().match == NameMatch::start_of_kana);
    for (const NamedMunicipality& one : municipalities_named("浜松")) {
        CHECK(one.above == !one.municipality->ward.empty());
    }
    for (const NamedMunicipality& one : municipalities_named("国頭郡")) CHECK(one.above);
}

TEST_CASE("municipalities that ended are named too, each period once") {
    const auto akigata = municipalities_named("奥明方村");
    REQUIRE(akigata.size() == 1);
    CHECK(akigata[0].municipality->ended == "1970-04-20");
    CHECK(municipalities_named("君津町").size() == 2);
}

TEST_CASE("what is no name names nothing") {
    for (const char* text : {"", " ", "ない町名", "131016", "区", "Tokyo"})
        CHECK(municipalities_named(text).empty());
}
