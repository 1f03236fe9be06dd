#include "grammars/values/day_order.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace daicho;

namespace {

DayOrder order_of(std::vector<std::string> values) {
    return day_order_of(values);
}

}  // namespace

TEST_CASE("dates with one reading show the order of a column, if all agree") {
    CHECK(order_of({"3/1/2023", "3/13/2023", "3/14/2023", "休み"}) == DayOrder::month_first);
    CHECK(order_of({"１３/３/２０２３", "14-3-2023", "1.3.2023"}) == DayOrder::day_first);
    CHECK(order_of({"3/13/2023", "14/3/2023", "3/15/2023"}) == DayOrder::unknown);
    CHECK(order_of({"3/1/2023", "3/13/2023"}) == DayOrder::unknown);  // one may be a slip
    CHECK(order_of({"3/1/2023", "3/3/2023", "2023-03-13", "31/31/2023"}) == DayOrder::unknown);
    CHECK(order_of({}) == DayOrder::unknown);
}

TEST_CASE("a date of two readings is read in an order, and nothing else is") {
    CHECK(date_in_order("3/1/2023", DayOrder::month_first) == "2023-03-01");
    CHECK(date_in_order("3/1/2023", DayOrder::day_first) == "2023-01-03");
    CHECK(date_in_order("3/3/2023", DayOrder::day_first) == "2023-03-03");
    CHECK_FALSE(date_in_order("3/1/2023", DayOrder::unknown));
    for (const char* text :
         {"", "3/13/2023", "13/3/2023", "3/1/23", "2023/3/1", "3/1/2023 10:00", "3//2023", "a/1/2023"}) {
        CAPTURE(text);
        CHECK_FALSE(date_in_order(text, DayOrder::month_first));
    }
}
