#include "registries/loading/edition.hpp"

#include <catch2/catch.hpp>

using daicho::edition_in_name;

TEST_CASE("the date of an edition stands in the innermost name that has one") {
    CHECK(edition_in_name("postal/utf_ken_all_20260213.zip!utf_ken_all.csv") == "2026-02-13");
    CHECK(edition_in_name("30000-17.0b.zip!30000-17.0b/30_2023.csv") == "2023");
    CHECK(edition_in_name("mt_town_all_2022.csv") == "2022");
    CHECK(edition_in_name("areacode_19700401.csv") == "1970-04-01");
    CHECK(edition_in_name("towns_2024-03-12.csv") == "2024-03-12");
    CHECK(edition_in_name("localgovjp-sjis-2017.csv") == "2017");
    CHECK(edition_in_name("haichibungo_1970_2024.csv") == "2024");
    CHECK(edition_in_name("2025/ken_all.zip!KEN_ALL.CSV").empty());
}

TEST_CASE("numbers that are no dates say nothing") {
    CHECK(edition_in_name("mt_parcel_city302015.csv").empty());
    CHECK(edition_in_name("000925835_sheet1.csv").empty());
    CHECK(edition_in_name("12103-0400-76.xml").empty());
    CHECK(edition_in_name("12103-2010-76.xml").empty());
    CHECK(edition_in_name("12103-2010.zip").empty());
    CHECK(edition_in_name("data_20261399.csv").empty());
}
