#include "grammars/values/date.hpp"

#include "grammars/values/eras.hpp"
#include "grammars/values/partial_date.hpp"
#include "tests/support/value_checks.hpp"

using namespace daicho;

TEST_CASE("a day is read in every notation that people use") {
    check_spellings(date_type, {
                                   {"2024-04-18", "2024-04-18"},
                                   {"2024/4/18", "2024-04-18"},
                                   {"2024/04/18", "2024-04-18"},
                                   {"2024.4.18", "2024-04-18"},
                                   {"2024-4-1", "2024-04-01"},
                                   {"20240418", "2024-04-18"},
                                   {"２０２４０４１８", "2024-04-18"},
                                   {"2024年4月18日", "2024-04-18"},
                                   {"2024年 4月18日", "2024-04-18"},
                                   {"２０２４年４月１８日", "2024-04-18"},
                                   {"２０２４－０４－１８", "2024-04-18"},
                                   {"西暦2024年4月18日", "2024-04-18"},
                                   {"2024年4月18日（木）", "2024-04-18"},
                                   {"2024年4月18日(木曜日)", "2024-04-18"},
                                   {"2024/4/18(木)", "2024-04-18"},
                                   {"2024年4月18日 木曜日", "2024-04-18"},
                                   {"2024年4月29日（月・祝）", "2024-04-29"},
                                   {"二〇二四年四月十八日", "2024-04-18"},
                                   {"二千二十四年四月十八日", "2024-04-18"},
                                   {"2024-04-18 00:00:00", "2024-04-18"},
                                   {"2024-04-18T00:00:00", "2024-04-18"},
                                   {"2024/4/18 0:00", "2024-04-18"},
                                   {"0001-01-01", "0001-01-01"},
                                   {"9999-12-31", "9999-12-31"},
                                   {"2000-02-29", "2000-02-29"},
                                   {"1850-06-01", "1850-06-01"},
                                   {" 2024-04-18", "2024-04-18"},
                               });
}

TEST_CASE("era years are read in every notation that people use") {
    check_spellings(date_type, {
                                   {"令和元年5月1日", "2019-05-01"},
                                   {"令和1年5月1日", "2019-05-01"},
                                   {"令和01年05月01日", "2019-05-01"},
                                   {"令和6年4月18日", "2024-04-18"},
                                   {"令和６年４月１８日", "2024-04-18"},
                                   {"令和六年四月十八日", "2024-04-18"},
                                   {"平成三十一年四月三十日", "2019-04-30"},
                                   {"平成30年12月1日（土）", "2018-12-01"},
                                   {"R6.4.18", "2024-04-18"},
                                   {"r6.4.18", "2024-04-18"},
                                   {"Ｒ６．４．１８", "2024-04-18"},
                                   {"R06/04/18", "2024-04-18"},
                                   {"R2-1-1", "2020-01-01"},
                                   {"R060418", "2024-04-18"},
                                   {"H31.4.30", "2019-04-30"},
                                   {"平31.4.30", "2019-04-30"},
                                   {"S64.1.7", "1989-01-07"},
                                   {"昭和64年1月7日", "1989-01-07"},
                                   {"昭和元年12月25日", "1926-12-25"},
                                   {"大正元年7月30日", "1912-07-30"},
                                   {"T15.12.24", "1926-12-24"},
                                   {"明治6年1月1日", "1873-01-01"},
                                   {"M45.7.29", "1912-07-29"},
                                   {"㋿元年5月1日", "2019-05-01"},
                                   {"㍻31年4月30日", "2019-04-30"},
                                   {"㍼50.4.1", "1975-04-01"},
                                   {"㍽1-8-1", "1912-08-01"},
                                   {"㍾40年1月1日", "1907-01-01"},
                                   {"令和6年(2024年)4月18日", "2024-04-18"},
                                   {"2024年（令和6年）4月18日", "2024-04-18"},
                                   {"2024（令和6）年4月18日", "2024-04-18"},
                               });
}

TEST_CASE("the two days of change that bear two names are read by both") {
    check_spellings(date_type, {
                                   {"明治45年7月30日", "1912-07-30"},
                                   {"大正1年7月30日", "1912-07-30"},
                                   {"大正15年12月25日", "1926-12-25"},
                                   {"昭和1年12月25日", "1926-12-25"},
                               });
}

TEST_CASE("a day outside its era is refused with the era that is right") {
    check_refusals(date_type, {
                                  {"平成32年4月1日", rules::outside_era, "平成32年4月1日", "2020-04-01",
                                   "令和2年4月1日 = 2020-04-01"},
                                  {"平成31年5月1日", rules::outside_era, "平成31年5月1日", "2019-05-01",
                                   "令和元年5月1日 = 2019-05-01"},
                                  {"平成1年1月7日", rules::outside_era, "平成1年1月7日", "1989-01-07",
                                   "昭和64年1月7日 = 1989-01-07"},
                                  {"昭和64年1月8日", rules::outside_era, "昭和64年1月8日", "1989-01-08"},
                                  {"令和元年4月30日", rules::outside_era, "令和元年4月30日", "2019-04-30"},
                                  {"大正15年12月26日", rules::outside_era, "大正15年12月26日", "1926-12-26"},
                                  {"明治45年7月31日", rules::outside_era, "明治45年7月31日", "1912-07-31"},
                              });
}

TEST_CASE("Meiji years before the solar calendar are refused") {
    check_refusals(date_type, {
                                  {"明治5年12月2日", rules::outside_era, "明治5年12月2日", "",
                                   "明治6年1月1日 = 1873-01-01"},
                                  {"M1.1.25", rules::outside_era, "M1.1.25"},
                              });
}

TEST_CASE("days that the calendar does not have are refused where they go wrong") {
    check_refusals(date_type, {
                                  {"2023-02-29", rules::no_such_day, "29", "", "2023-02-28"},
                                  {"1900/2/29", rules::no_such_day, "29"},
                                  {"2024年4月31日", rules::no_such_day, "31"},
                                  {"2024-13-01", rules::out_of_range, "13", "", "1-12"},
                                  {"2024-00-01", rules::out_of_range, "00"},
                                  {"2024-04-32", rules::out_of_range, "32"},
                                  {"２０２４－１３－０１", rules::out_of_range, "１３"},
                                  {"20241318", rules::out_of_range, "13"},
                                  {"0000-01-01", rules::out_of_range, "0000"},
                                  {"令和0年1月1日", rules::out_of_range, "0"},
                                  {"9999-99-99", rules::out_of_range, "99"},
                              });
}

TEST_CASE("a weekday that does not fit its day is refused") {
    check_refusals(date_type, {
                                  {"2024年4月18日（金）", rules::no_such_day, "金", "2024-04-18", "木"},
                                  {"2024/4/18(日曜日)", rules::no_such_day, "日曜日", "2024-04-18", "木"},
                              });
}

TEST_CASE("two years that contradict each other are refused") {
    check_refusals(date_type, {{"2024年（令和5年）4月18日", rules::ambiguous, "5"}});
}

TEST_CASE("a year of two digits is refused unless the reading is told") {
    check_refusals(date_type, {
                                  {"21.08.15", rules::two_digit_year, "21"},
                                  {"21/10/4", rules::two_digit_year, "21"},
                                  {"6年4月18日", rules::two_digit_year, "6"},
                              });
    check_spellings(date_type, {{"21.08.15", "2021-08-15"}, {"98/4/1", "1998-04-01"}},
                    {.two_digit_year = TwoDigitYear::western});
    check_spellings(date_type, {{"5.08.15", "2023-08-15"}}, {.two_digit_year = TwoDigitYear::reiwa});
    check_spellings(date_type, {{"21.08.15", "2009-08-15"}}, {.two_digit_year = TwoDigitYear::heisei});
    check_spellings(date_type, {{"50.4.1", "1975-04-01"}}, {.two_digit_year = TwoDigitYear::showa});
    check_refusals(date_type, {{"32.4.1", rules::outside_era, "32.4.1", "2020-04-01"}},
                   {.two_digit_year = TwoDigitYear::heisei});
}

TEST_CASE("a date with a part missing is incomplete") {
    check_refusals(date_type, {
                                  {"2024-04", rules::incomplete, "2024-04"},
                                  {"2024年4月", rules::incomplete, "2024年4月"},
                                  {"令和6年4月", rules::incomplete, "令和6年4月"},
                                  {"2024", rules::incomplete, "2024"},
                                  {"4月18日", rules::incomplete, "4月18日"},
                                  {"四月十八日", rules::incomplete, "四月十八日"},
                              });
    const auto lacking = [](std::string_view text) { return date_type.canonical(text, {}).refusal().detail; };
    CHECK(lacking("1954-11") == "日 (day)");
    CHECK(lacking("令和6年4月") == "日 (day)");
    CHECK(lacking("2024") == "月日 (month and day)");
    CHECK(lacking("4月18日") == "年 (year)");
}

TEST_CASE("what a spreadsheet made of a date is refused with a guess") {
    check_refusals(date_type, {
                                  {"45400", rules::spreadsheet_damage, "45400", "2024-04-18"},
                                  {"45400.5", rules::spreadsheet_damage, "45400.5", "2024-04-18"},
                                  {"########", rules::spreadsheet_damage, "########"},
                                  {"#VALUE!", rules::spreadsheet_damage, "#VALUE!"},
                                  {"2.02E+07", rules::spreadsheet_damage, "2.02E+07"},
                              });
}

TEST_CASE("day and month in front of the year are read where one order alone is a day") {
    const Reading reading;
    for (unsigned first = 1; first <= 31; ++first) {
        for (unsigned second = 1; second <= 31; ++second) {
            std::vector<std::string> days;
            if (first <= 12 && second <= days_in_month(2023, first))
                days.push_back(to_string(Date{2023, first, second}));
            if (second <= 12 && first <= days_in_month(2023, second))
                days.push_back(to_string(Date{2023, second, first}));
            if (days.size() == 2 && days[0] == days[1]) days.pop_back();
            for (const char* sign : {"/", "-", "."}) {
                const std::string text =
                    std::to_string(first) + sign + std::to_string(second) + sign + "2023";
                const auto read = date_type.canonical(text, reading);
                CAPTURE(text);
                REQUIRE(static_cast<bool>(read) == (days.size() == 1));
                if (read) REQUIRE(*read == days[0]);
                if (!read)
                    REQUIRE(read.refusal().rule == (days.empty() ? rules::out_of_range : rules::ambiguous));
            }
        }
    }
}

TEST_CASE("text that is no date, or more than one, is refused where it starts") {
    check_refusals(date_type, {
                                  {"", rules::not_of_this_type, ""},
                                  {"未定", rules::not_of_this_type, "未定"},
                                  {"-", rules::not_of_this_type, "-"},
                                  {"2024年4月18日から", rules::text_left_over, "から"},
                                  {"2024年4月18日 13:00", rules::text_left_over, "13:00"},
                                  {"2024/4-18", rules::text_left_over, "-18"},
                                  {"2024年度", rules::text_left_over, "度"},
                                  {"2024-04-18、2024-04-19", rules::several_values, "、2024-04-19"},
                                  {"2024-04-18 2024-04-19", rules::several_values, "2024-04-19"},
                                  {"2024-04-18\n", rules::control_character, "\n"},
                                  {"202404", rules::wrong_digit_count, "202404"},
                                  {"R0604", rules::wrong_digit_count, "0604"},
                                  {"2024-004-18", rules::wrong_digit_count, "004"},
                                  {"4/5/2024", rules::ambiguous, "4/5/2024"},
                              });
}

TEST_CASE("every canonical day of some centuries is canonical, and the days between them are not") {
    const Reading reading;
    for (Date day{1895, 12, 1}; day < Date{2105, 1, 1}; day = days_after(day, 1)) {
        const std::string text = to_string(day);
        REQUIRE(date_type.is_canonical(text, reading));
        const auto read = parse_date(text, reading);
        REQUIRE(read);
        REQUIRE(*read == day);
        REQUIRE(read.remark().rule.empty());
    }
    for (int year : {1, 1900, 2000, 2023, 2024, 9999}) {
        for (unsigned month = 0; month < 14; ++month) {
            for (unsigned day = 0; day < 33; ++day) {
                check_spine(date_type, to_string(Date{year, month, day}));
            }
        }
    }
}

TEST_CASE("every day since 1873 reads back from its era") {
    for (Date day{1873, 1, 1}; day < Date{2060, 1, 1}; day = days_after(day, 1)) {
        const auto read = parse_date(era_text(day), {});
        INFO(era_text(day));
        REQUIRE(read);
        REQUIRE(*read == day);
    }
    CHECK(era_of({1872, 12, 31}) == nullptr);
    CHECK(era_text({1989, 1, 7}) == "昭和64年1月7日");
}

TEST_CASE("weekdays follow the calendar") {
    CHECK(weekday_of({2024, 4, 18}) == 4);
    CHECK(weekday_of({2024, 4, 21}) == 7);
    CHECK(weekday_of({2000, 1, 1}) == 6);
}

TEST_CASE("the canonical form of a date is recognised exactly") {
    const std::vector<std::string> seeds = {"2024-04-18",
                                            "2024/4/18",
                                            "20240418",
                                            "令和6年4月18日",
                                            "R6.4.18",
                                            "2024年4月18日（木）",
                                            "45400",
                                            "2024-02-29",
                                            "2023-02-29",
                                            "２０２４－０４－１８",
                                            "",
                                            "2024-04-18 00:00",
                                            "平成31年4月30日",
                                            "4/18/2024"};
    check_spine_around(date_type, seeds, "0129-/: .T年月日時　１十RH令(");
    check_spine_around(partial_date_type, seeds, "0129-/: .T年月日時　１十RH令(");
}

TEST_CASE("a partial date may stop at the year or the month") {
    check_spellings(partial_date_type, {
                                           {"2024", "2024"},
                                           {"2024年", "2024"},
                                           {"2024-04", "2024-04"},
                                           {"2024年4月", "2024-04"},
                                           {"2024/4", "2024-04"},
                                           {"2024-04-18", "2024-04-18"},
                                           {"令和6年", "2024"},
                                           {"昭和56年3月", "1981-03"},
                                           {"平成31年", "2019"},
                                           {"平成31年4月", "2019-04"},
                                           {"昭和64年1月", "1989-01"},
                                       });
    check_refusals(partial_date_type,
                   {
                       {"平成31年5月", rules::outside_era, "平成31年5月", "2019-05", "令和元年5月 = 2019-05"},
                       {"平成32年", rules::outside_era, "平成32年", "2020", "令和2年 = 2020"},
                       {"2024-13", rules::out_of_range, "13"},
                       {"24", rules::two_digit_year, "24"},
                       {"昭和56年3月ごろ", rules::text_left_over, "ごろ"},
                   });
}

TEST_CASE("the remark on a readable date says what is not canonical about it") {
    const auto spaced = parse_date(" 2024-04-18 ", {});
    CHECK(spaced.remark().rule.text == rules::surrounding_space.text);
    CHECK(spaced.remark().repair == RepairKind::normal_form);
    const auto slashes = parse_date("2024/4/18", {});
    CHECK(slashes.remark().rule.text == rules::other_notation.text);
    CHECK(slashes.remark().repair == RepairKind::normal_form);
    CHECK(parse_date("2024-04-18", {}).remark().rule.empty());
}
