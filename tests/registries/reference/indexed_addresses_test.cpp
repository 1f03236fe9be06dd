#include "registries/reference/indexed_addresses.hpp"

#include <catch2/catch.hpp>

#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

const std::vector<SmallTown> towns = {
    {"131032", "0019000", "東京都", "", "港区", "", "三田", "", ""},
    {"131032", "0019002", "東京都", "", "港区", "", "三田", "二丁目", "", true},
    {"131032", "0020002", "東京都", "", "港区", "", "芝浦", "二丁目", ""},
    {"132063", "0002000", "東京都", "", "府中市", "", "本町", "", ""},
    {"342084", "0002000", "広島県", "", "府中市", "", "本町", "", ""},
    {"221317", "0100000", "静岡県", "", "浜松市", "中央区", "坪井町", "", ""},
    {"272191", "0100000", "大阪府", "", "和泉市", "", "坪井町", "", ""},
    {"112089", "0003000", "埼玉県", "", "所沢市", "", "並木", "", ""},
    {"221317", "0200000", "静岡県", "", "浜松市", "中央区", "瓜内町", "", ""},
    {"221317", "0201000", "静岡県", "", "浜松市", "中央区", "瓜内町", "", ""},
    {"024066", "0048000", "青森県", "上北郡", "横浜町", "", "字三保野", "", ""},
    {"304018", "0001000", "和歌山県", "西牟婁郡", "白浜町", "", "市鹿野", "", ""},
    {"142077", "0021000", "神奈川県", "", "茅ヶ崎市", "", "白浜町", "", ""},
    {"172022", "0061000", "石川県", "", "七尾市", "", "白浜町", "", ""},
    {"261025", "0562000", "京都府", "", "京都市", "上京区", "相国寺門前町", "", ""},
};
const std::string residences = SmallAddressIndex::residence("131032", "0019002", "10", "1");

const AddressMatcher& matcher() {
    static const SmallAddressIndex small(towns, residences);
    static const AddressIndex index = small.open();
    static const AddressMatcher made(index);
    return made;
}

LocatedAddress locate(std::string_view text, std::string_view municipality = {}) {
    return locate_address(matcher(), text, municipality);
}

}  // namespace

TEST_CASE("a house is told with its town, its number in the common notation, and the building") {
    const auto found = locate("東京都港区三田2丁目10番1号 三田ビル5階");
    CHECK(found.sure);
    CHECK(found.doubt == AddressDoubt::none);
    CHECK(found.level == MatchLevel::residence);
    CHECK(found.lg_code == "131032");
    CHECK(found.town_id == "0019002");
    CHECK(found.city_and_county == "港区");
    CHECK(found.street_address == "三田二丁目");
    CHECK(found.city_block == "10-1");
    CHECK(found.building == "三田ビル 5階");
    CHECK(found.names_municipality);
}

TEST_CASE("a name that several municipalities bear is settled by that of the record") {
    const auto open = locate("府中市本町1-1");
    CHECK_FALSE(open.sure);
    CHECK(open.doubt == AddressDoubt::several_places);
    CHECK(open.others.size() == 2);
    const auto settled = locate("府中市本町1-1", "342084");
    CHECK(settled.sure);
    CHECK(settled.prefecture == "広島県");
}

TEST_CASE("an address without its municipality is one of the record's, wards of its city included") {
    CHECK(locate("坪井町876").doubt == AddressDoubt::several_places);
    const auto found = locate("坪井町876", "221309");
    CHECK(found.sure);
    CHECK(found.lg_code == "221317");
}

TEST_CASE("the name of the record's municipality is that, and no town of another that bears the name") {
    CHECK_FALSE(locate("白浜町3031-86").sure);
    const auto found = locate("白浜町3031-86", "304018");
    CHECK(found.sure);
    CHECK(found.level == MatchLevel::municipality);
    CHECK(found.lg_code == "304018");
    CHECK(found.city_block == "3031-86");
    CHECK(locate("白浜町3031-86", "172022").town_id == "0061000");
}

TEST_CASE("a town that one municipality alone has is not sure until something names the municipality") {
    CHECK_FALSE(locate("並木1").sure);
    CHECK(locate("並木1").doubt == AddressDoubt::no_municipality);
    CHECK_FALSE(locate("並木1", "131032").sure);
    CHECK(locate("並木1", "112089").sure);
}

TEST_CASE("a text that names another municipality than the record's is another's") {
    const auto found = locate("東京都港区三田2-10-1", "112089");
    CHECK(found.sure);
    CHECK(found.lg_code == "131032");
    CHECK(found.names_municipality);
}

TEST_CASE("of an unknown town the name is marked, up to the number") {
    const auto found = locate("東京都港区美多２－３");
    CHECK(found.doubt == AddressDoubt::town_unknown);
    const std::string text = "東京都港区美多２－３";
    CHECK(text.substr(found.town.begin, found.town.end - found.town.begin) == "美多");
}

TEST_CASE(
    "of an unknown town those that are a letter off are told, and the text with the one that there is") {
    const auto one = locate("埼玉県所沢市並本1-2");
    CHECK(one.doubt == AddressDoubt::town_unknown);
    CHECK(one.others == std::vector<std::string>{"並木"});
    CHECK(one.suggestion == "埼玉県所沢市並木1-2");
    const auto chome = locate("東京都港区芝補2-3");  // the number may be a 丁目, and is not put twice
    CHECK(chome.others == std::vector<std::string>{"芝浦二丁目"});
    CHECK(chome.suggestion.empty());
    CHECK(locate("東京都港区美多2-3").others.empty());
}

TEST_CASE("a bare name of a 町 does not stand against the code of a record") {
    CHECK(locate("横浜町三保野1").lg_code == "024066");
    CHECK_FALSE(locate("横浜町三保野1").names_municipality);
    CHECK(locate("上北郡横浜町三保野1").names_municipality);
}

TEST_CASE("the same name twice is not several places, and a branch of 0 no unknown number") {
    CHECK(locate("静岡県浜松市中央区瓜内町1").doubt != AddressDoubt::several_places);
    CHECK(locate("東京都港区三田2-99-0").doubt == AddressDoubt::other);
}

TEST_CASE("a street of Kyoto that is not understood is no unknown town") {
    CHECK(locate("京都市上京区謎通不明上る幻町1").doubt == AddressDoubt::other);
}

TEST_CASE("a number that the register of the town does not have is told, where it has one") {
    CHECK(locate("東京都港区三田2-99-9").doubt == AddressDoubt::number_unknown);
    CHECK(locate("東京都港区三田99").doubt != AddressDoubt::number_unknown);
}
