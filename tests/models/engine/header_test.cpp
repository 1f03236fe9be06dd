#include "models/engine/header.hpp"

#include <catch2/catch.hpp>

using daicho::header_key;

TEST_CASE("width, case, brackets and path signs do not tell headers apart") {
    CHECK(header_key("氏名（フリガナ）") == header_key("氏名_フリガナ"));
    CHECK(header_key("氏名(ﾌﾘｶﾞﾅ)") == header_key("氏名 フリガナ"));
    CHECK(header_key("所在地＿連結表記") == header_key("所在地.連結表記"));
    CHECK(header_key("ＵＲＬ") == header_key("url"));
    CHECK(header_key("連絡先FormURL") == header_key("連絡先 formurl"));
}

TEST_CASE("different words keep different keys") {
    CHECK(header_key("緯度") != header_key("経度"));
    CHECK(header_key("町字") != header_key("町字ID"));
    CHECK(header_key("ビル") != header_key("ヒル"));
}

TEST_CASE("a header with a number may repeat another") {
    using Keys = std::vector<std::pair<std::string, std::uint32_t>>;
    CHECK(daicho::repeated_keys("電話番号2") == Keys{{"電話番号", 2}});
    CHECK(daicho::repeated_keys("id群12id3") == Keys{{"id群id3", 12}, {"id群12id", 3}});
    CHECK(daicho::repeated_keys("電話番号").empty());
    CHECK(daicho::repeated_keys("99999999999") == Keys{{"", 9999}});
}
