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

TEST_CASE("names of elements are names for parsers of the fourth edition of XML 1.0 as well") {
    CHECK(xml_name("備考２－１") == "備考2_1");
    CHECK(xml_name("ＵＲＬ") == "URL");
    CHECK(xml_name("\uFFFD等") == "_等");
    CHECK(xml_name("佐々木ゝー") == "佐々木ゝー");
    CHECK(xml_name("々") == "_々");
    CHECK(xml_name("ー長") == "_ー長");
    CHECK(xml_name("区分\u2364") == "区分");
    CHECK(xml_name("\U00020BB7野家") == "_野家");
}
