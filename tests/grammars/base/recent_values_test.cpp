#include "grammars/base/recent_values.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace daicho;

TEST_CASE("recent values are those that were kept, whatever else was kept before") {
    RecentValues<std::string> recent(7);
    CHECK(recent.find("a") == nullptr);
    for (int i = 0; i < 200; ++i) {
        const std::string key = std::to_string(i);
        CHECK(recent.keep(key, "of " + key) == "of " + key);
        REQUIRE(recent.find(key) != nullptr);
        CHECK(*recent.find(key) == "of " + key);
    }
    int known = 0;
    for (int i = 0; i < 200; ++i) {
        const auto* found = recent.find(std::to_string(i));
        if (found == nullptr) continue;
        CHECK(*found == "of " + std::to_string(i));
        ++known;
    }
    CHECK(known >= 1);
    CHECK(known <= 7);
}

TEST_CASE("an empty key is not known until it was kept") {
    RecentValues<int> recent(3);
    recent.keep("x", 1);
    CHECK(recent.find("") == nullptr);
    recent.keep("", 2);
    REQUIRE(recent.find("") != nullptr);
    CHECK(*recent.find("") == 2);
}
