#include "grammars/values/duration.hpp"

#include "tests/support/value_checks.hpp"

using namespace daicho;

TEST_CASE("time that passes is read in every notation that people use") {
    check_spellings(elapsed_time_type, {
                                           {"01:30", "01:30"},
                                           {"1:30", "01:30"},
                                           {"01:30:00", "01:30"},
                                           {"90分", "01:30"},
                                           {"９０分間", "01:30"},
                                           {"1時間30分", "01:30"},
                                           {"1時間半", "01:30"},
                                           {"2時間", "02:00"},
                                           {"24時間", "24:00"},
                                           {"99:59", "99:59"},
                                       });
    check_refusals(elapsed_time_type, {
                                          {"90", rules::not_of_this_type, "90"},
                                          {"1:60", rules::out_of_range, "60"},
                                          {"1:5", rules::wrong_digit_count, "5"},
                                          {"100時間", rules::out_of_range, "100時間"},
                                          {"約90分", rules::not_of_this_type, "約90分"},
                                          {"90分程度", rules::text_left_over, "程度"},
                                          {"", rules::not_of_this_type, ""},
                                      });
}

TEST_CASE("a length is read in every notation that people use") {
    check_spellings(length_type, {
                                     {"P10D", "P10D"}, {"P1Y3M5D", "P1Y3M5D"}, {"P2Y6M", "P2Y6M"},
                                     {"P0D", "P0D"},   {"P18M", "P18M"},       {"p3m", "P3M"},
                                     {"P03M", "P3M"},  {"P1Y0M5D", "P1Y5D"},   {"P2W", "P14D"},
                                     {"10日", "P10D"}, {"１０日間", "P10D"},   {"3か月", "P3M"},
                                     {"3ヶ月", "P3M"}, {"三箇月", "P3M"},      {"2年6ヶ月", "P2Y6M"},
                                     {"1年", "P1Y"},   {"1年間", "P1Y"},       {"1年半", "P1Y6M"},
                                     {"半年", "P6M"},  {"2週間", "P14D"},      {"1年3か月5日", "P1Y3M5D"},
                                     {"0日", "P0D"},
                                 });
    check_refusals(length_type, {
                                    {"10", rules::not_of_this_type, "10"},
                                    {"30日以内", rules::text_left_over, "以内"},
                                    {"PT5H", rules::text_left_over, "T5H"},
                                    {"半", rules::not_of_this_type, "半"},
                                    {"P", rules::not_of_this_type, "P"},
                                    {"P10000D", rules::out_of_range, "10000"},
                                    {"約3か月", rules::not_of_this_type, "約3か月"},
                                    {"", rules::not_of_this_type, ""},
                                });
}

TEST_CASE("the canonical forms of spans of time are recognised exactly") {
    for (unsigned i = 0; i < 10'000; ++i) {
        check_spine(elapsed_time_type, to_string(ElapsedTime{i % 100 * 60 + i / 100}));
    }
    check_spine_around(elapsed_time_type, {"01:30", "99:59", "1時間30分", "90分", "1時間半"},
                       "01569:時間分 ");
    check_spine_around(length_type, {"P10D", "P1Y3M5D", "P0D", "P18M", "2年6ヶ月", "半年", "2週間", "P9999D"},
                       "019PYMDW年月日半間 ");
}
