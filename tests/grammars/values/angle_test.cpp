#include "grammars/values/angle.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <random>

using namespace daicho;

TEST_CASE("an angle ends where what follows does not belong to it") {
    const auto angle = read_angle("at 35.676097,139.744879", 3);
    REQUIRE(angle);
    CHECK(angle->degrees == "35.676097");
    CHECK(angle->where == Span{3, 12});
    CHECK(angle->axis == Axis::unknown);
}

TEST_CASE("degrees, minutes and seconds lead back to the same seconds") {
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        const int degrees = static_cast<int>(random() % 180);
        const int minutes = static_cast<int>(random() % 60);
        const int hundredths = static_cast<int>(random() % 6000);
        char text[64];
        std::snprintf(text, sizeof text, "%d°%02d′%02d.%02d″", degrees, minutes, hundredths / 100,
                      hundredths % 100);
        INFO(text);
        const auto angle = read_angle(text);
        REQUIRE(angle);
        const double back = std::stod(angle->degrees) * 360000.0;
        CHECK(std::lround(back) == (degrees * 60 + minutes) * 6000 + hundredths);
    }
}

TEST_CASE("plain degrees have no needless signs or zeros") {
    for (const char* text : {"0", "35", "35.6", "139.744879", "-35.6", "0.5", "35.60", "0.0"}) {
        INFO(text);
        CHECK(is_plain_degrees(text));
    }
    for (const char* text :
         {"", "-", ".", "35.", ".5", "+35", "035", "-0", "-0.0", "3.5e1", "35,6", "1000", "35.6 "}) {
        INFO(text);
        CHECK_FALSE(is_plain_degrees(text));
    }
}

TEST_CASE("a limit belongs to its range") {
    CHECK(is_within("90", 90));
    CHECK(is_within("-90.000", 90));
    CHECK_FALSE(is_within("90.0001", 90));
    CHECK_FALSE(is_within("1000", 180));
}
