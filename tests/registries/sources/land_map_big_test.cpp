// Published maps, whole, and the parcels that the Address Base Registry made of the same maps.

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <string>

#include "grammars/base/parse_number.hpp"
#include "grammars/formats/archive.hpp"
#include "grammars/formats/table_reader.hpp"
#include "registries/sources/land_map.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

std::map<std::string, LandMap> read_maps() {
    std::map<std::string, LandMap> maps;
    for_each_file(
        shared_data("landregistry"), ArchiveLimits{},
        [&](const FileEntry& entry, ByteSource& bytes) { maps.emplace(entry.name, read_land_map(bytes)); },
        [](const std::string& locator, const Error& error) { FAIL(locator << ": " << error.en()); });
    return maps;
}

struct Parcel {
    double longitude = 0, latitude = 0;
    std::string brush_id;
};

/// The parcels of a town by the digits of their number.
std::map<std::string, Parcel> parcels_of(const std::string& town) {
    std::map<std::string, Parcel> parcels;
    const std::string zip =
        shared_data("address/abr-official/yakushima465054") + "/mt_parcel_pos_city465054.csv.zip";
    for_each_file(
        zip, ArchiveLimits{},
        [&](const FileEntry& entry, ByteSource&) {
            const auto table = open_table(open_file(entry.locator, ArchiveLimits{}), {});
            Batch batch;
            while (table->next(batch)) {
                for (std::size_t i = 0; i < batch.size(); ++i) {
                    if (batch.cell(i, 1) != town) continue;
                    parcels[std::string(batch.cell(i, 2))] = {*parse_number(batch.cell(i, 3)),
                                                              *parse_number(batch.cell(i, 4)),
                                                              std::string(batch.cell(i, 19))};
                }
            }
        },
        [](const std::string& locator, const Error& error) { FAIL(locator << ": " << error.en()); });
    return parcels;
}

/// "2740-1" -> "027400000100000"
std::string parcel_id(std::string number) {
    std::string id;
    for (int part = 0; part < 3; ++part) {
        const auto end = std::min(number.find('-'), number.size());
        id += std::string(5 - end, '0') + number.substr(0, end);
        number.erase(0, end + 1);
    }
    return id;
}

double metres(const GeographicPoint& a, const Parcel& b) {
    return 111'000 *
           std::hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * std::cos(a.latitude * 0.01745));
}

}  // namespace

TEST_CASE("published maps are read whole: every lot is closed, has an area and a place") {
    const auto maps = read_maps();
    REQUIRE(maps.size() == 2);
    CHECK(maps.at("46505-3411-1.xml").lots.size() == 8);
    CHECK(maps.at("46505-3411-1.xml").sheets.size() == 4);
    CHECK(maps.at("12103-0400-76.xml").lots.size() == 1);
    CHECK(maps.at("12103-0400-76.xml").sheets.size() == 21);
    for (const auto& [name, map] : maps) {
        for (const LandMapLot& lot : map.lots) {
            CAPTURE(name, lot.brush_id);
            CHECK(lot.shape == LotShape::closed);
            CHECK(lot.area > 1);
            CHECK(lot.position);
            CHECK(!lot.sheets.empty());
        }
    }
}

TEST_CASE("the places of lots are those that the address registry has, to the millimetre") {
    const auto maps = read_maps();
    const LandMap& map = maps.at("46505-3411-1.xml");
    const auto parcels = parcels_of("0000121");  // 安房
    REQUIRE(parcels.size() > 1000);
    std::size_t compared = 0;
    double worst = 0;
    for (const LandMapLot& lot : map.lots) {
        if (lot_kind(lot.lot_number) != "lot") continue;
        const auto parcel = parcels.find(parcel_id(lot.lot_number));
        REQUIRE(parcel != parcels.end());
        CHECK(parcel->second.brush_id == lot.brush_id);
        worst = std::max(worst, metres(*lot.position, parcel->second));
        ++compared;
    }
    CHECK(compared == 2);
    CHECK(worst < 0.001);
}
