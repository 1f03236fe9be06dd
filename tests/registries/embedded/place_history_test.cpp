#include "registries/embedded/place_history.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

TEST_CASE("codes of municipalities that merged are known by those of their heirs") {
    const PlaceHistory& history = embedded_place_history();
    CHECK(history.code_renewed("112046", "111007"));  // 浦和市, さいたま市
    CHECK(history.code_renewed("11204", "11100"));    // without check digit
    CHECK_FALSE(history.code_renewed("111007", "112046"));
    CHECK_FALSE(history.code_renewed("131016", "131024"));
    CHECK_FALSE(history.code_renewed("123", "131024"));
}

TEST_CASE("names of municipalities that merged are known where the rest is the same") {
    const PlaceHistory& history = embedded_place_history();
    CHECK(history.name_renewed("浦和市", "さいたま市"));
    CHECK(history.name_renewed("埼玉県浦和市常盤6-4-4", "埼玉県さいたま市浦和区常盤六丁目4番4号") ==
          history.name_renewed("浦和市常盤6-4-4", "さいたま市浦和区常盤6-4-4"));
    CHECK(history.name_renewed("浦和市常盤6-4-4", "さいたま市常盤６－４－４"));
    CHECK_FALSE(history.name_renewed("浦和市常盤6-4-4", "さいたま市常盤6-4-5"));
    CHECK_FALSE(history.name_renewed("千代田区", "中央区"));
}
