#include "models/engine/heading.hpp"

#include <catch2/catch.hpp>

using daicho::heading_key;

TEST_CASE("width, case, brackets and path signs do not tell headings apart") {
    CHECK(heading_key("氏名（フリガナ）") == heading_key("氏名_フリガナ"));
    CHECK(heading_key("氏名(ﾌﾘｶﾞﾅ)") == heading_key("氏名 フリガナ"));
    CHECK(heading_key("所在地＿連結表記") == heading_key("所在地.連結表記"));
    CHECK(heading_key("ＵＲＬ") == heading_key("url"));
    CHECK(heading_key("連絡先FormURL") == heading_key("連絡先 formurl"));
}

TEST_CASE("different words keep different keys") {
    CHECK(heading_key("緯度") != heading_key("経度"));
    CHECK(heading_key("町字") != heading_key("町字ID"));
    CHECK(heading_key("ビル") != heading_key("ヒル"));
}

TEST_CASE("a heading with a number may repeat another") {
    using Keys = std::vector<std::pair<std::string, std::uint32_t>>;
    CHECK(daicho::repeated_keys("電話番号2") == Keys{{"電話番号", 2}});
    CHECK(daicho::repeated_keys("id群12id3") == Keys{{"id群id3", 12}, {"id群12id", 3}});
    CHECK(daicho::repeated_keys("電話番号").empty());
    CHECK(daicho::repeated_keys("99999999999") == Keys{{"", 9999}});
}
