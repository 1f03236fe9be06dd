#include "grammars/values/month_day.hpp"

#include "tests/support/value_checks.hpp"

using namespace daicho;

TEST_CASE("a month and a day are read in every notation that people use") {
    check_spellings(month_day_type, {
                                        {"04-01", "04-01"},
                                        {"4/1", "04-01"},
                                        {"4月1日", "04-01"},
                                        {"４月１日", "04-01"},
                                        {"四月一日", "04-01"},
                                        {"0401", "04-01"},
                                        {"--04-01", "04-01"},
                                        {"2/29", "02-29"},
                                    });
    check_refusals(month_day_type, {
                                       {"4月", rules::incomplete, "4月"},
                                       {"13-01", rules::out_of_range, "13"},
                                       {"02-30", rules::no_such_day, "30", "", "1-29"},
                                       {"4月1日から", rules::text_left_over, "から"},
                                       {"2024-04-01", rules::text_left_over, "-01"},
                                       {"年度末", rules::not_of_this_type, "年度末"},
                                   });
}

TEST_CASE("the canonical form of a month and day is recognised exactly") {
    for (unsigned month = 0; month < 100; ++month) {
        for (unsigned day = 0; day < 100; ++day) check_spine(month_day_type, to_string(MonthDay{month, day}));
    }
    check_spine_around(month_day_type, {"04-01", "4/1", "4月1日", "0401", "--04-01"}, "0129-/月日 ");
}
