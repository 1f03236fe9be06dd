#include "registries/embedded/municipality_table.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using daicho::find_municipality;
using daicho::municipalities;
using daicho::Municipality;

namespace {

// 総務省, 全国地方公共団体コード: weights 6 to 2; (11 - sum mod 11) mod 10.
char check_digit(std::string_view code) {
    int sum = 0;
    for (int i = 0; i < 5; ++i) sum += (code[i] - '0') * (6 - i);
    return static_cast<char>('0' + (11 - sum % 11) % 10);
}

template <class Is>
auto count(Is is) {
    return std::ranges::count_if(municipalities(), is);
}

}  // namespace

TEST_CASE("the table has every prefecture, municipality and ward of 2024") {
    CHECK(count([](const Municipality& m) { return m.city.empty(); }) == 47);
    // 792 cities, 23 special wards, 926 towns and villages, 6 villages of the northern islands.
    CHECK(count([](const Municipality& m) { return !m.city.empty() && m.ward.empty(); }) == 1747);
    CHECK(count([](const Municipality& m) { return !m.ward.empty() && m.ended.empty(); }) == 171);
    CHECK(count([](const Municipality& m) { return !m.ended.empty(); }) == 7);
}

TEST_CASE("the table is sorted by codes with right check digits") {
    CHECK(std::ranges::is_sorted(municipalities(), {}, &Municipality::lg_code));
    for (const Municipality& m : municipalities()) {
        INFO(m.lg_code << m.prefecture << m.city << m.ward);
        REQUIRE(m.lg_code.size() == 6);
        CHECK(m.lg_code[5] == check_digit(m.lg_code));
        CHECK_FALSE(m.prefecture_kana.empty());
        CHECK(m.city.empty() == m.city_kana.empty());
        CHECK(m.county.empty() == m.county_kana.empty());
        CHECK(m.ward.empty() == m.ward_kana.empty());
    }
}

TEST_CASE("a municipality is found by its code") {
    const Municipality* chiyoda = find_municipality("131016");
    REQUIRE(chiyoda);
    CHECK(chiyoda->city == "千代田区");
    CHECK(chiyoda->city_kana == "チヨダク");
    const Municipality* nakijin = find_municipality("473065");
    REQUIRE(nakijin);
    CHECK(nakijin->county == "国頭郡");
    CHECK(nakijin->city == "今帰仁村");
    CHECK(find_municipality("131017") == nullptr);
    CHECK(find_municipality("") == nullptr);
}

TEST_CASE("the wards of 浜松市 that ended in 2024 say so") {
    const Municipality* old = find_municipality("221317");
    REQUIRE(old);
    CHECK(old->ward == "中区");
    CHECK(old->ended == "2024-01-01");
    CHECK(find_municipality("221384")->ward == "中央区");
}
