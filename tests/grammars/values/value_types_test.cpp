#include <catch2/catch.hpp>
#include <set>
#include <string_view>

#include "grammars/values/value_type.hpp"

using namespace daicho;

TEST_CASE("every kind of value is in the table once, under its own name, with all that messages need") {
    std::set<std::string_view> names;
    for (const ValueType* type : value_types()) {
        REQUIRE(type);
        INFO(type->name);
        CHECK(names.insert(type->name).second);
        CHECK_FALSE(type->name_ja.empty());
        CHECK_FALSE(type->form.empty());
        CHECK(find_value_type(type->name) == type);
    }
}

TEST_CASE("a kind is found by its name with hyphens too, and only by its name") {
    REQUIRE(find_value_type("date"));
    CHECK(find_value_type("date-time") == find_value_type("date_time"));
    CHECK(find_value_type("date ") == nullptr);
    CHECK(find_value_type("") == nullptr);
}
