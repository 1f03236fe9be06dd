#include "grammars/values/calendar_codes.hpp"

#include "tests/support/value_checks.hpp"

using namespace daicho;

TEST_CASE("a month code is read from a number with or without its word") {
    check_spellings(month_code_type, {{"04", "04"}, {"4", "04"}, {"４月", "04"}, {"十二月", "12"}});
    check_refusals(month_code_type, {{"00", rules::out_of_range, "00", "", "01-12"},
                                     {"13", rules::out_of_range, "13"},
                                     {"4月中旬", rules::text_left_over, "中旬"},
                                     {"", rules::not_of_this_type, ""}});
}

TEST_CASE("hours of the day are read as a list or as a slot") {
    check_spellings(time_slot_code_type, {
                                             {"09,10,11", "09,10,11"},
                                             {"00", "00"},
                                             {"99", "99"},
                                             {"9,10,11", "09,10,11"},
                                             {"11;9", "09,11"},
                                             {"09:00/12:00", "09,10,11"},
                                             {"9時～12時", "09,10,11"},
                                             {"23:00/24:00", "23"},
                                             {"不明", "99"},
                                         });
    check_refusals(time_slot_code_type, {
                                            {"24", rules::out_of_range, "24"},
                                            {"09,99", rules::ambiguous, "99"},
                                            {"9:30～12:00", rules::out_of_range, "9:30～12:00"},
                                            {"午前", rules::not_of_this_type, "午前"},
                                        });
}

TEST_CASE("the hour meant is one hour") {
    check_spellings(target_time_code_type,
                    {{"09", "09"}, {"9時", "09"}, {"9:00", "09"}, {"99", "99"}, {"未定", "99"}});
    check_refusals(target_time_code_type,
                   {{"24", rules::out_of_range, "24"}, {"9:30", rules::text_left_over, ":30"}});
}

TEST_CASE("seasons and thirds of a month are read by code and by word") {
    check_spellings(season_code_type,
                    {{"A1", "A1"}, {"春", "A1"}, {"晩冬", "D4"}, {"Ｂ２", "B2"}, {"不明", "00"}});
    check_refusals(season_code_type,
                   {{"E1", rules::not_of_this_type, "E1"}, {"春頃", rules::text_left_over, "頃"}});
    check_spellings(ten_day_code_type,
                    {{"A3", "A3"}, {"上旬", "A1"}, {"初旬", "A1"}, {"下旬", "A3"}, {"未定", "00"}});
    check_refusals(ten_day_code_type,
                   {{"A4", rules::not_of_this_type, "A4"}, {"末", rules::not_of_this_type, "末"}});
}

TEST_CASE("the canonical forms of calendar codes are recognised exactly") {
    const std::vector<std::string> seeds = {"04", "12", "09,10,11", "99",   "00,23", "A1",
                                            "D4", "00", "春",       "上旬", "9時"};
    for (const auto* type : {&month_code_type, &time_slot_code_type, &target_time_code_type,
                             &season_code_type, &ten_day_code_type}) {
        check_spine_around(*type, seeds, "01249,ABD春月時:");
    }
}
