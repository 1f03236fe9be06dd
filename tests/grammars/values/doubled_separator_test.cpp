#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "grammars/values/value_type.hpp"

using namespace daicho;

TEST_CASE("a separator that was typed twice is read as one") {
    const std::pair<const char*, const char*> cases[] = {
        {"date", "2024-04-18"},
        {"date", "2024/4/18"},
        {"postal_code", "100-0001"},
        {"phone", "075-222-3111"},
        {"city_block", "1-2"},
        {"city_block", "1-2-3"},
        {"street_address_and_city_block", "紀尾井町1-3"},
        {"address", "東京都千代田区紀尾井町1-3"},
        {"address", "東京都千代田区紀尾井町1－3"},
    };
    for (const auto& [kind, text] : cases) {
        const ValueType& type = *find_value_type(kind);
        const auto once = type.canonical(text, {});
        CAPTURE(kind, text);
        REQUIRE(once);
        for (const std::string sign : {"-", "/", "－"}) {
            std::string twice = text;
            const auto at = twice.find(sign);
            if (at == twice.npos) continue;
            twice.insert(at, sign);
            CAPTURE(twice);
            const auto read = type.canonical(twice, {});
            REQUIRE(read);
            CHECK(*read == *once);
            CHECK(!type.is_canonical(twice, {}));
        }
    }
}
