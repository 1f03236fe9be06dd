#include <algorithm>
#include <catch2/catch.hpp>

#include "models/engine/transformer.hpp"
#include "tests/support/checked_text.hpp"
#include "tests/support/told_addresses.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;
using Texts = std::vector<std::string>;

namespace {

const char* const places = R"(model test version "1" {
    class Place "所" {
        code "コード" : municipality_code 0..1;
        town "町字ID" : town_id 0..1;
        prefecture "都道府県" : text 0..1;
        city "市区町村" : text 0..1;
        street "町字" : text 0..1;
        block "番地以下" : text 0..1;
        both "町字以下" : text 0..1;
        building "建物" : text 0..1;
        full "住所" : text 0..1;
        north "緯度" : latitude 0..1;
        east "経度" : longitude 0..1;
        locate full { localGovernmentCode -> code streetAddressId -> town prefecture cityAndCounty -> city
            streetAddress -> street cityBlock -> block streetAddressAndCityBlock -> both
            buildingNameEtc -> building latitude -> north longitude -> east }
    }
})";

/// Knows the designated city 011002.
class OneCity final : public ReferenceData {
 public:
    void find(std::string_view, std::span<const std::string_view>, std::string_view,
              std::span<ReferenceAnswer>) const override {}
    std::string text(std::string_view, std::string_view key, std::string_view column) const override {
        if (key != "011002") return {};
        return column == "prefecture" ? "北海道" : column == "city" ? "札幌市" : "";
    }
};

/// A table made into Place, with what became of it.
struct Made {
    Made(const std::string& csv, const LocatedAddress& address, const ReferenceData* reference = nullptr)
        : checked(*model(), csv, {.reference = reference}) {
        addresses.tell("X", address);
        TransformOptions options;
        options.addresses = &addresses;
        const Transformer transformer(checked.inspector, options);
        for (const auto& column : transformer.columns()) headers.push_back(column.header);
        transformer.transform(checked.batch, out);
        for (const auto cell : out.cells(0)) cells.emplace_back(cell);
    }
    static const WrittenModel& model() {
        static const WrittenModel made(places);
        return made;
    }
    std::string cell(std::string_view header) const {
        for (std::size_t i = 0; i < headers.size(); ++i) {
            if (headers[i] == header) return cells[i];
        }
        return "no column";
    }

    CheckedText checked;
    ToldAddresses addresses;
    Texts headers;
    Texts cells;
    Transformed out;
};

LocatedAddress unsure(AddressDoubt doubt) {
    LocatedAddress address = ToldAddresses::house();
    address.sure = false;
    address.doubt = doubt;
    return address;
}

}  // namespace

TEST_CASE("a sure address gives its code, ids, parts and place, and the report how") {
    const Made made("住所\nX\n", ToldAddresses::house());
    CHECK(made.headers == Texts{"コード", "町字ID", "都道府県", "市区町村", "町字", "番地以下", "建物",
                                "住所", "緯度", "経度"});
    CHECK(made.cells == Texts{"131059", "0001001", "東京都", "文京区", "白山一丁目", "2-3", "白山ビル 5F",
                              "X", "35.720000", "139.750000"});
    REQUIRE(made.out.edits.size() == 9);
    CHECK(made.out.edits.front().rule.text == "M614");
    CHECK(made.out.edits.front().kind == RepairKind::provable);
    CHECK(made.out.edits.front().note == "exact residence");
    CHECK(made.out.not_located.empty());
}

TEST_CASE("what the source has stays as it is") {
    const Made made("住所,町字,緯度,経度\nX,白山1丁目,35.1,\n", ToldAddresses::house());
    CHECK(made.cell("町字") == "白山1丁目");
    CHECK(made.cell("緯度") == "35.1");
    CHECK(made.cell("経度").empty());  // half of another place
    CHECK(made.cell("番地以下") == "2-3");
}

TEST_CASE("a 丁目 that stands with the block goes to the town, beside whose name its id stands") {
    for (const char* own : {"白山,1-2-3", "白山,1丁目2番3号", "白山,一丁目2-3"}) {
        CAPTURE(own);
        const Made made("住所,町字,番地以下\nX," + std::string(own) + "\n", ToldAddresses::house());
        CHECK(made.cell("町字") == "白山一丁目");
        CHECK(made.cell("番地以下") == "2-3");
        CHECK(made.cell("町字ID") == "0001001");
        CHECK(made.out.edits.front().kind == RepairKind::provable);
    }
    const Made same("住所,町字,番地以下\nX,白山1丁目,2-3\n", ToldAddresses::house());
    CHECK(same.cell("町字") == "白山1丁目");
    CHECK(same.cell("町字ID") == "0001001");
}

TEST_CASE("a town that the record has with more than the registry stays, without the id of another name") {
    LocatedAddress address = ToldAddresses::house();
    address.street_address = "野々江町";
    address.city_block = "ユ-1-1";
    const Made made("住所,町字,番地以下\nX,野々江町ユ,1-1\n", address);
    CHECK(made.cell("町字") == "野々江町ユ");
    CHECK(made.cell("番地以下") == "1-1");
    CHECK(made.cell("町字ID").empty());
}

TEST_CASE("町字以下 is filled where it has a column") {
    CHECK(Made("住所,町字以下\nX,\n", ToldAddresses::house()).cell("町字以下") == "白山1-2-3");
    CHECK(Made("住所\nX\n", ToldAddresses::house()).cell("町字以下") == "no column");
}

TEST_CASE("the middle of a town is the place of nothing in it, with a number or without") {
    LocatedAddress address = ToldAddresses::house();
    address.point_level = MatchLevel::town;
    CHECK(Made("住所\nX\n", address).cell("緯度").empty());
    address.city_block = {};
    CHECK(Made("住所\nX\n", address).cell("緯度").empty());
    CHECK(Made("住所\nX\n", address).cell("経度").empty());
    CHECK(Made("住所\nX\n", address).cell("都道府県") == "東京都");
}

TEST_CASE("an address that is not sure fills nothing and is listed with the reason") {
    const auto reason = [](const std::string& csv, const LocatedAddress& address) {
        const Made made(csv, address);
        CHECK(made.cell("町字ID").empty());
        CHECK(made.out.edits.empty());
        return made.out.not_located.at(0).detail;
    };
    CHECK(reason("住所\nX\n", unsure(AddressDoubt::several_places)) == "several places");
    CHECK(reason("住所\nX\n", unsure(AddressDoubt::town_unknown)) == "town unknown");
    CHECK(reason("住所\nX\n", unsure(AddressDoubt::number_unknown)) == "number unknown");
    CHECK(reason("住所\nY\n", ToldAddresses::house()) == "not covered");
    CHECK(reason("コード,住所\n131032,X\n", ToldAddresses::house()) == "code differs");
    CHECK(reason("都道府県,住所\n北海道,X\n", ToldAddresses::house()) == "prefecture differs");
    CHECK(reason("市区町村,住所\n港区,X\n", ToldAddresses::house()) == "municipality differs");
    CHECK(reason("町字,住所\n本郷,X\n", ToldAddresses::house()) == "town differs");
    CHECK(reason("町字,住所\n白山,X\n", ToldAddresses::house()) ==
          "town differs");  // 1-2-3 would be its block
    CHECK(reason("番地以下,住所\n9-9,X\n", ToldAddresses::house()) == "town differs");
    LocatedAddress ended = ToldAddresses::house();
    ended.ended = true;
    CHECK(reason("住所\nX\n", ended) == "town abolished");
}

TEST_CASE("beside the code of a designated city all is filled but the id, which is one of the ward") {
    LocatedAddress address = ToldAddresses::house();
    address.lg_code = "011011";
    address.prefecture = "北海道";
    address.city_and_county = "札幌市中央区";
    const OneCity reference;
    const Made made("コード,住所\n011002,X\n", address, &reference);
    CHECK(made.cell("市区町村") == "札幌市中央区");
    CHECK(made.cell("緯度") == "35.720000");
    CHECK(made.cell("コード") == "011002");
    CHECK(made.cell("町字ID").empty());
    CHECK(Made("コード,住所\n011002,X\n", address).out.not_located.at(0).detail == "code differs");
}

TEST_CASE("the county may be left out of the municipality of the source") {
    LocatedAddress address = ToldAddresses::house();
    address.city_and_county = "上北郡横浜町";
    CHECK(Made("市区町村,住所\n横浜町,X\n", address).cell("町字ID") == "0001001");
}

TEST_CASE("a record without an address is not listed") {
    CHECK(Made("コード,住所\n131059,\n", ToldAddresses::house()).out.not_located.empty());
}

TEST_CASE("what the registry has settled is not taken from the text a second time") {
    static const WrittenModel model(R"(model test version "1" {
        class Place "所" {
            city "市区町村" : text 0..1;
            street "町字" : text 0..1;
            block "番地以下" : text 0..1;
            full "住所" : address 0..1;
            split full as address { cityAndCounty -> city streetAddress -> street cityBlock -> block }
            locate full { cityAndCounty -> city streetAddress -> street cityBlock -> block }
        }
    })");
    // 白浜町 is a municipality here, whose lots have no 町字; the grammar takes it for one.
    LocatedAddress lot = ToldAddresses::house();
    lot.city_and_county = "西牟婁郡白浜町";
    lot.street_address.clear();
    lot.city_block = "3153";
    lot.building.clear();
    ToldAddresses addresses;
    addresses.tell("白浜町3153外", lot);
    const CheckedText checked(*model, "住所\n白浜町3153外\n");
    TransformOptions options;
    options.addresses = &addresses;
    const Transformer transformer(checked.inspector, options);
    Transformed out;
    transformer.transform(checked.batch, out);
    Texts cells;
    for (const auto cell : out.cells(0)) cells.emplace_back(cell);
    CHECK(cells == Texts{"西牟婁郡白浜町", "", "3153", "白浜町3153外"});
    // What nothing was made of is told all the same.
    const auto is_told = [](const Finding& one) { return one.rule.text == "R403" && one.detail == "外"; };
    CHECK(std::ranges::any_of(out.inspection.findings, is_told));
}
