#include "grammars/text/utf8.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

TEST_CASE("characters are counted alike by words of bytes and one by one") {
    const std::string_view text = "aé東𠮷b東京都千代田区霞が関1-2-3𠮷𠮷é";
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).size, ++count)
        CHECK(count_code_points(text.substr(0, at)) == count);
    CHECK(count_code_points(text) == count);
}
