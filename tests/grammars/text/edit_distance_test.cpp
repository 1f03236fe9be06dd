#include "grammars/text/edit_distance.hpp"

#include <catch2/catch.hpp>

namespace daicho {

TEST_CASE("the edit distance counts characters, not bytes") {
    struct Row {
        std::string_view a, b;
        std::size_t distance;
    };
    const Row rows[] = {
        {"", "", 0},
        {"", "abc", 3},
        {"abc", "abc", 0},
        {"format", "fromat", 1},
        {"abc", "axc", 1},
        {"abcd", "acbd", 1},
        {"市町村名", "市区町村名", 1},
        {"緯度", "経度", 1},
    };
    for (const Row& row : rows) {
        CHECK(edit_distance(row.a, row.b) == row.distance);
        CHECK(edit_distance(row.b, row.a) == row.distance);
    }
}

TEST_CASE("texts whose characters tell that they are far are so, and some are told") {
    const std::string_view texts[] = {"",         "名称",       "名称カナ",     "緯度",        "経度",
                                      "市町村名", "市区町村名", "電話番号",     "郵便番号",    "format",
                                      "fromat",   "abcdefghij", "利用可能曜日", "利用可能時間"};
    std::size_t told = 0;
    for (const std::string_view a : texts) {
        for (const std::string_view b : texts) {
            for (std::size_t edits = 0; edits < 4; ++edits) {
                if (!are_far(letter_bits(a), letter_bits(b), edits)) continue;
                CHECK(edit_distance(a, b) > edits);
                ++told;
            }
        }
    }
    CHECK(told > 200);
}

}  // namespace daicho
