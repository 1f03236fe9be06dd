#include "models/engine/address_settler.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "models/engine/file_area.hpp"
#include "tests/support/checked_text.hpp"
#include "tests/support/known_places.hpp"
#include "tests/support/told_addresses.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;
using Strings = std::vector<std::string>;

namespace {

const char* const places = R"(model test version "1" {
    class Place "所" {
        code "コード" : municipality_code 0..1;
        prefecture "都道府県" : text 0..1;
        city "市区町村" : text 0..1;
        full "住所" : address 0..1;
        locate full { localGovernmentCode -> code prefecture cityAndCounty -> city }
    }
})";

/// The house of 文京区白山一丁目 for a text that names no municipality.
LocatedAddress bare_house() {
    LocatedAddress found = ToldAddresses::house();
    found.names_municipality = false;
    found.building.clear();
    return found;
}

LocatedAddress several() {
    LocatedAddress found;
    found.doubt = AddressDoubt::several_places;
    found.others = {"東京都文京区白山一丁目", "石川県金沢市白山一丁目"};
    return found;
}

/// "rule -> what is proposed (detail)" of every finding.
Strings found(const std::string& csv, const AddressReference& addresses, std::string area = {},
              const AddressResolver* names = nullptr) {
    static const WrittenModel model(places);
    InspectionOptions options;
    options.reading.addresses = names;
    options.addresses = &addresses;
    options.area = std::move(area);
    const CheckedText checked(*model, csv, options);
    Strings all;
    for (const Finding& finding : checked.inspection.findings) {
        std::string line(finding.rule.text);
        if (!finding.repair.value.empty()) line += " -> " + finding.repair.value;
        if (!finding.detail.empty()) line += " (" + finding.detail + ")";
        all.push_back(line);
    }
    return all;
}

}  // namespace

TEST_CASE(
    "an address without its municipality is proposed in full by the code of its record, or by the table's "
    "area") {
    ToldAddresses addresses;
    addresses.tell("白山一丁目2番3号", several());
    addresses.tell("白山一丁目2番3号", bare_house(), "131059");
    CHECK(found("コード,住所\n131059,白山一丁目2番3号\n", addresses) ==
          Strings{"T258 -> 東京都文京区白山一丁目2-3"});
    CHECK(found("コード,住所\n,白山一丁目2番3号\n", addresses, "131059") ==
          Strings{"T258 -> 東京都文京区白山一丁目2-3"});
    const Strings open = found("コード,住所\n,白山一丁目2番3号\n", addresses);
    REQUIRE(!open.empty());
    CHECK(open.front().find("->") == std::string::npos);
}

TEST_CASE("an address without its municipality is proposed in full by the name that its record has") {
    ToldAddresses addresses;
    addresses.tell("白山一丁目2番3号", several());
    addresses.tell("白山一丁目2番3号", bare_house(), "172014");
    const Strings proposed{"T258 -> 東京都文京区白山一丁目2-3"};
    for (const char* record : {",石川県,金沢市", ",,金沢市", "17201,石川県,金沢市"}) {
        CAPTURE(record);
        const std::string csv =
            "コード,都道府県,市区町村,住所\n" + std::string(record) + ",白山一丁目2番3号\n";
        const Strings all = found(csv, addresses, {}, &some_places());
        CHECK(std::ranges::find(all, proposed.front()) != all.end());
    }
    for (const char* record : {",,府中市", ",石川県,", ",石川県,無い市"}) {  // several, none, unknown
        CAPTURE(record);
        const std::string csv =
            "コード,都道府県,市区町村,住所\n" + std::string(record) + ",白山一丁目2番3号\n";
        const Strings all = found(csv, addresses, {}, &some_places());
        CHECK(std::ranges::find(all, proposed.front()) == all.end());
    }
    // A name that no place has, in front of the town that the record's municipality has.
    addresses.tell("石川県白山一丁目2番3号", bare_house(), "172014");
    CHECK(found("都道府県,市区町村,住所\n石川県,金沢市,石川県白山一丁目2番3号\n", addresses, {},
                &some_places()) == proposed);
}

TEST_CASE(
    "a number straight behind the municipality of the record is one of it, and no town of that name is "
    "meant") {
    LocatedAddress house;
    house.sure = true;
    house.doubt = AddressDoubt::none;
    house.level = MatchLevel::municipality;
    house.lg_code = "304018";
    house.prefecture = "和歌山県";
    house.city_and_county = "西牟婁郡白浜町";
    house.city_block = "3031-86";
    ToldAddresses addresses;
    addresses.tell("白浜町3031-86", several());
    addresses.tell("白浜町3031-86", house, "304018");
    CHECK(found("コード,住所\n,白浜町3031-86\n", addresses, "304018") ==
          Strings{"T258 -> 和歌山県西牟婁郡白浜町3031-86"});
}

TEST_CASE("what the registry has as it is written is not called unreadable") {
    ToldAddresses addresses;
    LocatedAddress found_there = ToldAddresses::house();
    found_there.street_address = "冷水";
    found_there.city_block.clear();
    found_there.building.clear();
    addresses.tell("東京都文京区冷水", found_there);
    CHECK(found("住所\n東京都文京区冷水\n", addresses).empty());
}

TEST_CASE("a municipality that the registry knows to be abolished is not called unknown as well") {
    ToldAddresses addresses;
    LocatedAddress place = ToldAddresses::house();
    place.old_municipality = "東京都小石川市";
    place.old_until = "1947-03-15";
    addresses.tell("東京都小石川市白山1-2-3", place);
    const KnownPlaces names({{"東京都文京区", "131059", "東京都", "文京区"}, {"東京都", "13", "東京都", ""}});
    const Strings told = found("住所\n東京都小石川市白山1-2-3\n", addresses, {}, &names);
    const auto begins = [](const char* rule) {
        return [rule](const std::string& line) { return line.starts_with(rule); };
    };
    CHECK(std::ranges::count_if(told, begins("R417")) == 1);
    CHECK(std::ranges::none_of(told, begins("T263")));

    const Strings unknown = found("住所\n東京都小石川市白山1-2-3\n", ToldAddresses(), {}, &names);
    CHECK(std::ranges::any_of(unknown, begins("T263")));
}

TEST_CASE("a table is of the municipality that its codes and addresses tell, and of none where they differ") {
    static const WrittenModel model(places);
    const ToldAddresses nowhere;
    const auto area = [&](const std::string& csv, const AddressReference& addresses) {
        const CheckedText checked(*model, csv);
        return area_of(checked.batch, *model, checked.binding, addresses);
    };
    std::string one = "コード,住所\n", mixed = one, wards = one, few = one;
    for (int i = 0; i < 10; ++i) {
        one += "131059,\n";
        mixed += i % 2 == 0 ? "131059,\n" : "271004,\n";
        wards += i % 2 == 0 ? "141011,\n" : "141020,\n";
        if (i < 3) few += "131059,\n";
    }
    CHECK(area(one, nowhere) == "131059");
    CHECK(area(mixed, nowhere).empty());
    CHECK(area(wards, nowhere) == "141003");
    CHECK(area(few, nowhere).empty());

    // Towns of one name are in many cities: the area counts only where the other addresses are there too.
    ToldAddresses addresses;
    std::string texts = "住所\n";
    for (int i = 0; i < 10; ++i) {
        const std::string text = "白山" + std::to_string(i + 1) + "番";
        texts += text + "\n";
        addresses.tell(text, i < 6 ? bare_house() : several());
        if (i >= 6) addresses.tell(text, bare_house(), "131059");
    }
    CHECK(area(texts, addresses) == "131059");
    ToldAddresses elsewhere;
    for (int i = 0; i < 10; ++i) {
        elsewhere.tell("白山" + std::to_string(i + 1) + "番", i < 5 ? bare_house() : several());
    }
    CHECK(area(texts, elsewhere) != "131059");
}

TEST_CASE("what is said beside an address stays in the proposal") {
    ToldAddresses addresses;
    LocatedAddress beside = bare_house();
    beside.rest = "外";
    addresses.tell("白山一丁目2番3号外", beside);
    CHECK(found("コード,住所\n131059,白山一丁目2番3号外\n", addresses) ==
          Strings{"T258 -> 東京都文京区白山一丁目2-3外"});
}

TEST_CASE(
    "a ward or town of a name that several have is that of the table's area, or of the record's address") {
    static const WrittenModel model(R"(model test version "1" {
        class Place "所" {
            city "市区町村" : city_and_county 0..1;
            full "住所" : address 0..1;
        }
    })");
    const KnownPlaces names({{"西区", "011070", "北海道", "札幌市西区"},
                             {"西区", "271063", "大阪府", "大阪市西区"},
                             {"大阪府大阪市西区", "271063", "大阪府", "大阪市西区"}});
    ToldAddresses addresses;
    LocatedAddress there = bare_house();
    there.lg_code = "271063";
    there.prefecture = "大阪府";
    there.city_and_county = "大阪市西区";
    addresses.tell("大阪府大阪市西区新町1-2", there);
    const auto told = [&](const std::string& csv, std::string area) {
        InspectionOptions options;
        options.reading.addresses = &names;
        options.addresses = &addresses;
        options.area = std::move(area);
        const CheckedText checked(*model, csv, options);
        Strings all;
        for (const Finding& finding : checked.inspection.findings) {
            if (finding.column == 1)
                all.push_back(std::string(finding.rule.text) + " " + finding.repair.value);
        }
        return all;
    };
    CHECK(told("市区町村,住所\n西区,\n", "271004") == Strings{"T251 大阪市西区"});
    CHECK(told("市区町村,住所\n西区,大阪府大阪市西区新町1-2\n", "") == Strings{"T251 大阪市西区"});
    CHECK(told("市区町村,住所\n西区,\n", "") == Strings{"T260 "});
    CHECK(told("市区町村,住所\n西区,\n", "141003") == Strings{"T260 "});
}
