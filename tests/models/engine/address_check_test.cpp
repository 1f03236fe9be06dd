#include "models/engine/address_check.hpp"

#include <catch2/catch.hpp>

#include "models/rules/message.hpp"
#include "models/rules/rule.hpp"
#include "tests/support/checked_text.hpp"
#include "tests/support/told_addresses.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;
using Messages = std::vector<std::string>;

namespace {

const char* const places = R"(model test version "1" {
    class Place "所" {
        code "コード" : municipality_code 0..1;
        town "町字ID" : town_id 0..1;
        city "市区町村" : city_and_county 0..1;
        street "町字" : text 0..1;
        block "番地以下" : text 0..1;
        full "住所" : text 0..1;
        postal "郵便番号" : postal_code 0..1;
        north "緯度" : latitude 0..1;
        east "経度" : longitude 0..1;
        locate full { localGovernmentCode -> code streetAddressId -> town cityAndCounty -> city
            streetAddress -> street cityBlock -> block postalCode -> postal latitude -> north longitude -> east }
        join full = city ++ street ++ block;
    }
})";

/// Knows two municipalities, and which postal codes belong to which town.
class Codes final : public ReferenceData {
 public:
    void find(std::string_view, std::span<const std::string_view>, std::string_view,
              std::span<ReferenceAnswer>) const override {}
    std::string text(std::string_view kind, std::string_view key, std::string_view column) const override {
        if (kind == "postal_code") return key.starts_with("1120001/131059/白山") ? "yes" : "no";
        if (key == "131032") return column == "prefecture" ? "東京都" : column == "city" ? "港区" : "";
        if (key == "011002") return column == "prefecture" ? "北海道" : column == "city" ? "札幌市" : "";
        if (key == "130001") return column == "prefecture" ? "東京都" : "";
        return {};
    }
};

/// "rule column: what the English message is filled with" of every finding.
Messages found(const std::string& csv, const ToldAddresses& addresses) {
    static const WrittenModel model(places);
    static const Codes codes;
    InspectionOptions options;
    options.addresses = &addresses;
    options.reference = &codes;
    const CheckedText checked(*model, csv, options);
    Messages all;
    for (const Finding& finding : checked.inspection.findings) {
        std::string line = std::string(finding.rule.text) + " " + std::string(finding.header) + ": ";
        line += finding.detail;
        if (!finding.repair.value.empty()) line += " -> " + finding.repair.value;
        all.push_back(line);
    }
    return all;
}

ToldAddresses knowing(const LocatedAddress& address) {
    ToldAddresses addresses;
    addresses.tell("X", address);
    return addresses;
}

}  // namespace

TEST_CASE("an address that all items agree with gives no finding") {
    const auto addresses = knowing(ToldAddresses::house());
    CHECK(found("コード,町字ID,住所,郵便番号,緯度,経度\n131059,0001001,X,1120001,35.721,139.751\n",
                addresses) == Messages{});
    CHECK(found("住所\nX\n", addresses) == Messages{});
    CHECK(found("住所,緯度,経度\nX,0,0\n", addresses) == Messages{});
}

TEST_CASE("what the registry does not cover gives no finding") {
    CHECK(found("コード,住所\n131032,Y\n", {}) == Messages{});
}

TEST_CASE("a code of another municipality is told with the one of the address, and stops the comparing") {
    const auto addresses = knowing(ToldAddresses::house());
    CHECK(found("コード,町字ID,住所\n131032,0009000,X\n", addresses) ==
          Messages{"R410 コード: 東京都文京区 131059"});
}

TEST_CASE("a rule of the model tells of a code that differs where the municipality is an item") {
    const auto addresses = knowing(ToldAddresses::house());
    CHECK(found("コード,市区町村,住所\n131032,文京区,X\n", addresses) == Messages{});
}

TEST_CASE("the code of a designated city fits its wards, and that of a prefecture what lies in it") {
    LocatedAddress ward = ToldAddresses::house();
    ward.lg_code = "011011";
    ward.prefecture = "北海道";
    ward.city_and_county = "札幌市中央区";
    CHECK(found("コード,住所\n011002,X\n", knowing(ward)) == Messages{});
    CHECK(found("コード,住所\n130001,X\n", knowing(ToldAddresses::house())) == Messages{});
}

TEST_CASE("a town id of another town is told, one of the whole town is not") {
    const auto addresses = knowing(ToldAddresses::house());
    CHECK(found("町字ID,住所\n0002001,X\n", addresses) == Messages{"R411 町字ID: 白山一丁目 0001001"});
    CHECK(found("町字ID,住所\n0001000,X\n", addresses) == Messages{});
    CHECK(found("町字ID,住所\n0001002,X\n", addresses) == Messages{"R411 町字ID: 白山一丁目 0001001"});
}

TEST_CASE("a postal code is told where the registry says that it is not the town's") {
    LocatedAddress other = ToldAddresses::house();
    other.postal_code = "1050001";
    other.street_address = "虎ノ門一丁目";
    CHECK(found("住所,郵便番号\nX,1120001\n", knowing(other)) ==
          Messages{"R412 郵便番号: 東京都文京区虎ノ門一丁目 1050001"});
    CHECK(found("住所,郵便番号\nX,1050001\n", knowing(other)) == Messages{});
}

TEST_CASE("how far coordinates may be depends on what the point of the registry is of") {
    const std::string csv = "住所,緯度,経度\nX,35.74,139.75\n";  // 2.2 km to the north
    LocatedAddress address = ToldAddresses::house();
    CHECK(found(csv, knowing(address)) == Messages{"R414 緯度: 東京都文京区白山一丁目2-3, 2.2 km"});
    address.point_level = MatchLevel::town;
    CHECK(found(csv, knowing(address)) == Messages{});
    CHECK(found("住所,緯度,経度\nX,34.69,135.50\n", knowing(address)).at(0).find(", 40") !=
          std::string::npos);
    address.point_level = MatchLevel::municipality;
    CHECK(found("住所,緯度,経度\nX,34.69,135.50\n", knowing(address)) == Messages{});
}

TEST_CASE("only sure addresses are held against other items") {
    LocatedAddress address = ToldAddresses::house();
    address.sure = false;
    address.doubt = AddressDoubt::number_unknown;
    CHECK(found("町字ID,住所,緯度,経度\n0002001,X,34.69,135.50\n", knowing(address)) ==
          Messages{"R420 住所: 東京都文京区白山一丁目"});
}

TEST_CASE("a town that is not known is told with a guess, and not where the code is of elsewhere") {
    LocatedAddress address = ToldAddresses::house();
    address.sure = false;
    address.level = MatchLevel::municipality;
    address.doubt = AddressDoubt::town_unknown;
    address.suggestion = "東京都文京区白山2-3";
    CHECK(found("住所\nX\n", knowing(address)) == Messages{"R415 住所: 東京都文京区 -> 東京都文京区白山2-3"});
    address.others = {"白山", "白山一丁目"};
    CHECK(found("住所\nX\n", knowing(address)) ==
          Messages{"R415 住所: 東京都文京区: 白山, 白山一丁目 -> 東京都文京区白山2-3"});
    CHECK(found("コード,住所\n131032,X\n", knowing(address)) == Messages{"R410 コード: 東京都文京区 131059"});
}

TEST_CASE("a town without its 丁目 is incomplete where a number follows") {
    LocatedAddress address = ToldAddresses::house();
    address.doubt = AddressDoubt::town_incomplete;
    address.part_left_out = true;
    address.level = MatchLevel::town;
    address.street_address = "白山";
    CHECK(found("住所\nX\n", knowing(address)) == Messages{"R416 住所: 東京都文京区白山"});
    address.sure = false;  // something was passed over: 白山町
    address.part_left_out = false;
    CHECK(found("住所\nX\n", knowing(address)) == Messages{});
    address.sure = true;
    address.city_block = {};
    CHECK(found("住所\nX\n", knowing(address)) == Messages{});
}

TEST_CASE("what is no more is told with what it is today") {
    LocatedAddress address = ToldAddresses::house();
    address.old_municipality = "小石川区";
    address.old_until = "1947-03-15";
    CHECK(found("住所\nX\n", knowing(address)) == Messages{"R417 住所: 小石川区, 東京都文京区, 1947-03-15"});
    address = ToldAddresses::house();
    address.ended = true;
    CHECK(found("住所\nX\n", knowing(address)) == Messages{"R418 住所: 東京都文京区白山一丁目"});
}

TEST_CASE("places that are as good are listed") {
    LocatedAddress address;
    address.doubt = AddressDoubt::several_places;
    address.others = {"東京都府中市", "広島県府中市"};
    CHECK(found("住所\nX\n", knowing(address)) == Messages{"R419 住所: 東京都府中市, 広島県府中市"});
}

TEST_CASE("the code of a record decides where its address names no municipality") {
    ToldAddresses addresses;
    addresses.tell("X", {});
    LocatedAddress address = ToldAddresses::house();
    addresses.tell("X", address, "131059");
    CHECK(found("コード,町字ID,住所\n131059,0002001,X\n", addresses) ==
          Messages{"R411 町字ID: 白山一丁目 0001001"});
}

TEST_CASE("an address in parts is looked for as a whole, and told of at its town") {
    ToldAddresses addresses;
    LocatedAddress address = ToldAddresses::house();
    address.sure = false;
    address.doubt = AddressDoubt::number_unknown;
    addresses.tell("文京区白山一丁目2-3", address);
    CHECK(found("市区町村,町字,番地以下\n文京区,白山一丁目,2-3\n", addresses) ==
          Messages{"R420 町字: 東京都文京区白山一丁目"});
}

TEST_CASE("the finding of a confidential address keeps what was found to itself") {
    const WrittenModel model(R"(model test version "1" {
        class Person "個人" {
            code "コード" : municipality_code 0..1;
            full "住所" : text 0..1 confidential;
            locate full { localGovernmentCode -> code }
        }
    })");
    const auto addresses = knowing(ToldAddresses::house());
    const Codes codes;
    InspectionOptions options;
    options.addresses = &addresses;
    options.reference = &codes;
    const CheckedText checked(*model, "コード,住所\n131032,X\n", options);
    REQUIRE(checked.places() == std::vector<std::string>{"1:1 R410"});
    const Finding hidden = masked(checked.inspection.findings.front());
    CHECK(checked.inspection.findings.front().confidential);
    CHECK(hidden.detail.empty());
}

TEST_CASE("no rule about addresses and their places blocks a level: who wants levels only asks for none") {
    for (const char* const id :
         {"R410", "R411", "R412", "R413", "R414", "R415", "R416", "R417", "R418", "R419", "R420"}) {
        REQUIRE(find_rule(id) != nullptr);
        CHECK(find_rule(id)->blocks == Level::none);
    }
}
