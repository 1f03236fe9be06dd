#include "grammars/values/time_slot.hpp"

#include "tests/support/value_checks.hpp"

using namespace daicho;

TEST_CASE("a slot of the day is read in every notation that people use") {
    check_spellings(time_slot_type, {
                                        {"09:00/17:00", "09:00/17:00"},
                                        {"23:00/24:00", "23:00/24:00"},
                                        {"9:00～17:00", "09:00/17:00"},
                                        {"9：00～17：15", "09:00/17:15"},
                                        {"9:00-17:00", "09:00/17:00"},
                                        {"9:00 - 17:00", "09:00/17:00"},
                                        {"午前9時～午後5時30分", "09:00/17:30"},
                                        {"午前９時~午後５時３０分", "09:00/17:30"},
                                        {"9時から17時まで", "09:00/17:00"},
                                        {"20:00～24:00", "20:00/24:00"},
                                        {"20時～24時", "20:00/24:00"},
                                        {"18:00～翌2:00", "18:00/02:00"},
                                        {"18:00～翌朝5:00", "18:00/05:00"},
                                        {"18:00～26:00", "18:00/02:00"},
                                        {"22:00～翌日0:00", "22:00/24:00"},
                                        {"22:00/05:00", "22:00/05:00"},
                                        {"終日", "00:00/24:00"},
                                        {"24時間", "00:00/24:00"},
                                    });
}

TEST_CASE("what is no slot of the day is refused where it goes wrong") {
    check_refusals(time_slot_type,
                   {
                       {"9:00", rules::incomplete, "9:00"},
                       {"9:00～", rules::incomplete, "9:00～"},
                       {"9:00～9:00", rules::end_before_start, "9:00"},
                       {"9:00～12:00、13:00～15:30", rules::several_values, "～12:00、13:00～15:30"},
                       {"24:00/25:00", rules::out_of_range, "24"},
                       {"9:00～36:00", rules::out_of_range, "36"},
                       {"9:00～翌10:00", rules::out_of_range, "翌10:00"},
                       {"9:00～17:60", rules::out_of_range, "60"},
                       {"9:00～日没", rules::not_of_this_type, "日没"},
                       {"要相談", rules::not_of_this_type, "要相談"},
                   });
}

TEST_CASE("the canonical form of a slot is recognised exactly") {
    check_spine_around(time_slot_type,
                       {"09:00/17:00", "23:00/24:00", "22:00/05:00", "9:00～17:00", "18:00～翌2:00",
                        "18:00～26:00", "9時から17時まで", "終日", "00:00/00:00"},
                       "01249:/～-翌時 ");
}
