#include "models/comparison/record_hash.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace daicho;

TEST_CASE("hashes of records are XXH64") {
    CHECK(record_hash("") == 0xEF46DB3751D8E999u);
    CHECK(record_hash("a") == 0xD24EC4F1A98C6E5Bu);
    CHECK(record_hash("abc") == 0x44BC2CF5AD770999u);
    CHECK(record_hash("Nobody inspects the spammish repetition") == 0xFBCEA83C8A378BF1u);
}

TEST_CASE("where cells end is a part of the hash of several") {
    CellsHash one, other;
    one.add("ab");
    one.add("c");
    other.add("a");
    other.add("bc");
    CHECK(one.value() != other.value());
}
