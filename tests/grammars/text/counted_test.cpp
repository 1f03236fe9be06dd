#include "grammars/text/counted.hpp"

#include "catch2/catch.hpp"

using namespace daicho;

TEST_CASE("numbers are grouped by three digits") {
    CHECK(grouped(0) == "0");
    CHECK(grouped(999) == "999");
    CHECK(grouped(1000) == "1,000");
    CHECK(grouped(-1234567) == "-1,234,567");
    CHECK(grouped(-123) == "-123");
}

TEST_CASE("one of a thing has no plural") {
    CHECK(counted(0, "finding") == "0 findings");
    CHECK(counted(1, "finding") == "1 finding");
    CHECK(counted(1234, "record") == "1,234 records");
}
