#include "grammars/values/date_or_unknown.hpp"

#include "tests/support/value_checks.hpp"

using namespace daicho;

TEST_CASE("parts of a date that are unknown are nines") {
    check_spellings(date_or_unknown_type, {
                                              {"2024-04-18", "2024-04-18"},
                                              {"令和6年4月18日", "2024-04-18"},
                                              {"2000-99-99", "2000-99-99"},
                                              {"2000-04-99", "2000-04-99"},
                                              {"9999-99-99", "9999-99-99"},
                                              {"9999-02-29", "9999-02-29"},
                                              {"9999", "9999"},
                                              {"99999999", "9999-99-99"},
                                              {"2000/99/99", "2000-99-99"},
                                              {"２０００年４月９９日", "2000-04-99"},
                                              {"不明", "9999-99-99"},
                                              {"年月日不詳", "9999-99-99"},
                                          });
    check_refusals(date_or_unknown_type, {
                                             {"2000", rules::incomplete, "2000"},
                                             {"2000-00-00", rules::out_of_range, "00"},
                                             {"2023-02-29", rules::no_such_day, "29"},
                                             {"9999-02-30", rules::no_such_day, "30"},
                                             {"2000-13-99", rules::out_of_range, "13"},
                                             {"未定", rules::not_of_this_type, "未定"},
                                             {"", rules::not_of_this_type, ""},
                                         });
}

TEST_CASE("parts of a date that are unknown are zeros in systems that use them") {
    check_spellings(date_or_unknown_zero_type, {
                                                   {"0000-00-00", "0000-00-00"},
                                                   {"2000-00-00", "2000-00-00"},
                                                   {"2000/4/0", "2000-04-00"},
                                                   {"0000", "0000"},
                                                   {"不明", "0000-00-00"},
                                                   {"2024-04-18", "2024-04-18"},
                                               });
    check_refusals(date_or_unknown_zero_type, {
                                                  {"2000-99-99", rules::out_of_range, "99"},
                                                  {"9999", rules::incomplete, "9999"},
                                              });
}

TEST_CASE("the canonical form of a date or unknown is recognised exactly") {
    const std::vector<std::string> seeds = {"2024-04-18", "2000-99-99", "9999-99-99", "9999",
                                            "0000-00-00", "2000-00-00", "99999999",   "不明",
                                            "2000/99/99", "9999-02-29"};
    check_spine_around(date_or_unknown_type, seeds, "0129-/年 ");
    check_spine_around(date_or_unknown_zero_type, seeds, "0129-/年 ");
}
