#include "grammars/values/time.hpp"

#include "tests/support/value_checks.hpp"

using namespace daicho;

TEST_CASE("a time of day is read in every notation that people use") {
    check_spellings(time_type, {
                                   {"13:00", "13:00"},       {"13:00:05", "13:00:05"},
                                   {"9:00", "09:00"},        {"9：00", "09:00"},
                                   {"９：００", "09:00"},    {"09:00:00.000", "09:00:00"},
                                   {"0900", "09:00"},        {"13時", "13:00"},
                                   {"13時30分", "13:30"},    {"１３時３０分１５秒", "13:30:15"},
                                   {"9時半", "09:30"},       {"十三時三十分", "13:30"},
                                   {"午前9時", "09:00"},     {"午前９時３０分", "09:30"},
                                   {"午後1時30分", "13:30"}, {"午後1:30", "13:30"},
                                   {"午後0時", "12:00"},     {"午前0時", "00:00"},
                                   {"午後13時", "13:00"},    {"PM 1:30", "13:30"},
                                   {"1:30 PM", "13:30"},     {"1:30pm", "13:30"},
                                   {"12:30 AM", "00:30"},    {"12:30 PM", "12:30"},
                                   {"正午", "12:00"},        {" 13:00", "13:00"},
                               });
}

TEST_CASE("what is no time of day is refused where it goes wrong") {
    check_refusals(time_type, {
                                  {"24:00", rules::out_of_range, "24", "", "翌日 00:00"},
                                  {"25:30", rules::out_of_range, "25", "", "翌日 01:30"},
                                  {"99:00", rules::out_of_range, "99", "", "00-23"},
                                  {"13:60", rules::out_of_range, "60"},
                                  {"13:00:60", rules::out_of_range, "60"},
                                  {"午前13時", rules::out_of_range, "13"},
                                  {"午後12時", rules::ambiguous, "12"},
                                  {"午前12時30分", rules::ambiguous, "12"},
                                  {"9", rules::incomplete, "9"},
                                  {"900", rules::incomplete, "900"},
                                  {"", rules::not_of_this_type, ""},
                                  {"日没まで", rules::not_of_this_type, "日没まで"},
                                  {"24時間", rules::not_of_this_type, "24時間"},
                                  {"-", rules::not_of_this_type, "-"},
                                  {"9時ごろ", rules::text_left_over, "ごろ"},
                                  {"9:00～17:00", rules::several_values, "～17:00"},
                                  {"翌2:00", rules::text_left_over, "翌2:00"},
                                  {"13:00:005", rules::wrong_digit_count, "005"},
                                  {"0.375", rules::spreadsheet_damage, "0.375", "09:00"},
                                  {"####", rules::spreadsheet_damage, "####"},
                              });
}

TEST_CASE("seconds that are not zero do not fit in hours and minutes") {
    check_spellings(time_hm_type, {{"13:00:00", "13:00"}, {"13:00", "13:00"}, {"午後１時", "13:00"}});
    check_refusals(time_hm_type, {{"13:00:30", rules::text_left_over, "13:00:30", "13:00"}});
}

TEST_CASE("every hour and minute on the clock is canonical and no other is") {
    for (unsigned hour = 0; hour < 100; ++hour) {
        for (unsigned minute = 0; minute < 100; ++minute) {
            const std::string text = to_string(Time{hour, minute, 0, false});
            check_spine(time_type, text);
            CHECK(time_hm_type.is_canonical(text, {}) == (hour < 24 && minute < 60));
        }
    }
}

TEST_CASE("the canonical form of a time is recognised exactly") {
    const std::vector<std::string> seeds = {"13:00",   "13:00:05", "9時30分", "午後1時",
                                            "1:30 PM", "0900",     "0.5"};
    check_spine_around(time_type, seeds, "0129:.時分午後ampPM 　-");
    check_spine_around(time_hm_type, seeds, "0129:.時分午後ampPM 　-");
}
