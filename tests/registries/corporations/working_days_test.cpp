#include "registries/corporations/working_days.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

TEST_CASE("the register is not published on weekends, holidays and at the turn of the year") {
    CHECK(is_working_day({2026, 8, 21}));
    CHECK_FALSE(is_working_day({2026, 8, 22}));   // Saturday
    CHECK_FALSE(is_working_day({2026, 8, 11}));   // 山の日
    CHECK_FALSE(is_working_day({2025, 12, 30}));  // closing days
    CHECK_FALSE(is_working_day({2026, 5, 6}));    // for 憲法記念日, a Sunday
    CHECK_FALSE(is_working_day({2026, 9, 22}));   // between two holidays
    CHECK_FALSE(is_working_day({2021, 7, 23}));   // moved for the games of 2021
    CHECK(is_working_day({2021, 10, 11}));
    CHECK_FALSE(is_working_day({2019, 4, 30}));
}

TEST_CASE("working days between two days leave out both") {
    const auto days = working_days_between({2026, 8, 7}, {2026, 8, 13});
    REQUIRE(days.size() == 2);
    CHECK(to_string(days[0]) == "2026-08-10");
    CHECK(to_string(days[1]) == "2026-08-12");
    CHECK(working_days_between({2026, 8, 20}, {2026, 8, 21}).empty());
    CHECK(working_days_between({2026, 8, 21}, {2026, 8, 24}).empty());
    CHECK(working_days_between({2026, 8, 24}, {2026, 8, 21}).empty());
}
