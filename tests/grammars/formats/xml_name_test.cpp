#include "grammars/formats/xml_name.hpp"

#include <catch2/catch.hpp>

using daicho::xml_name;

TEST_CASE("a name of an element has no sign that XML forbids, and begins with a letter or _") {
    CHECK(xml_name("familyName") == "familyName");
    CHECK(xml_name("氏(カナ)") == "氏_カナ");
    CHECK(xml_name("緯度（度）") == "緯度_度");
    CHECK(xml_name("1階") == "_1階");
    CHECK(xml_name("a:b") == "a_b");
    CHECK(xml_name("") == "_");
    CHECK(xml_name("（）") == "_");
}
