#include "grammars/text/nearest.hpp"

#include <catch2/catch.hpp>

using daicho::nearest;

TEST_CASE("a misspelt word is led back to the nearest of those that are known") {
    constexpr std::string_view words[] = {"pattern", "rule", "split", "join", "unique", "alias", "extension"};
    CHECK(nearest("patern", words) == "pattern");
    CHECK(nearest("patttern", words) == "pattern");
    CHECK(nearest("pattenr", words) == "pattern");
    CHECK(nearest("extention", words) == "extension");
    CHECK(nearest("alais", words) == "alias");
    CHECK(nearest("rule", words) == "rule");
}

TEST_CASE("a word far from all others is led nowhere") {
    constexpr std::string_view words[] = {"pattern", "rule"};
    CHECK(nearest("country", words).empty());
    CHECK(nearest("r", words).empty());
    CHECK(nearest("", words).empty());
    CHECK(nearest("pattern", {}).empty());
}

TEST_CASE("the nearest candidate is found when it is near enough to be meant") {
    const std::string_view names[] = {"format", "fail-on", "model", "map"};
    CHECK(nearest("fromat", names) == "format");
    CHECK(nearest("fail_on", names) == "fail-on");
    CHECK(nearest("modle", names) == "model");
    CHECK(nearest("verbose", names).empty());
    CHECK(nearest("", names).empty());
}
