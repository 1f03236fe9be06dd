#include "grammars/values/lost_digit.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "grammars/values/address.hpp"
#include "grammars/values/address_items.hpp"
#include "grammars/values/rule_ids.hpp"

using namespace daicho;

TEST_CASE("a sign where a digit or hyphen of a number belongs is found, in every width") {
    for (const std::string text : {"5?13", "5？13", "５〓１３", "5�13", "8番l号", "8番地I号", "1丁目l番",
                                   "2O番1号", "２Ｏ番", "1○番3号", "10-l号", "1O-3", "1l2", "3-1O1"}) {
        CAPTURE(text);
        CHECK(find_lost_digit(text) != text.npos);
        CHECK(find_lost_digit("東京都千代田区紀尾井町" + text + "ハイツ") != text.npos);
    }
}

TEST_CASE("letters of buildings, rooms and words are none") {
    for (const std::string text :
         {"", "5-13", "1-1-1I号館", "1-1O号棟", "101号O棟", "1-1OSビル", "1F", "A-1", "1-1-A", "Oビル",
          "1-1 l号", "どこ?", "?13", "5?", "3階I室", "No1", "1-1ロ号", "1番町", "IT館2号"}) {
        CAPTURE(text);
        CHECK(find_lost_digit(text) == text.npos);
    }
}

TEST_CASE("an address with a lost digit is refused with the place of it, whole or in its item") {
    for (const std::string lot : {"5?13", "8番l号", "2O番1号"}) {
        CAPTURE(lot);
        const auto address = address_type.canonical("東京都千代田区紀尾井町" + lot, {});
        REQUIRE(!address);
        CHECK(address.refusal().rule == rules::lost_digit);
        CHECK(find_value_type("city_block")->canonical(lot, {}).refusal().rule == rules::lost_digit);
        CHECK(!address_type.is_canonical("東京都千代田区紀尾井町" + lot, {}));
    }
}
