#include "grammars/values/decimal.hpp"

#include "tests/support/value_checks.hpp"

using namespace daicho;

TEST_CASE("a number is read in every notation that people use") {
    check_spellings(decimal_type, {
                                      {"0", "0"},
                                      {"1234", "1234"},
                                      {"-12.50", "-12.50"},
                                      {"1,234", "1234"},
                                      {"1,234,567.8", "1234567.8"},
                                      {"１，２３４", "1234"},
                                      {"50,700 ", "50700"},
                                      {"007", "7"},
                                      {".5", "0.5"},
                                      {"5.", "5"},
                                      {"+5", "5"},
                                      {"-0", "0"},
                                      {"-0.00", "0.00"},
                                      {"△5", "-5"},
                                      {"▲1,234", "-1234"},
                                      {"－５", "-5"},
                                      {"1万2千", "12000"},
                                      {"1.5万", "15000"},
                                      {"1,234万", "12340000"},
                                      {"1234千", "1234000"},
                                      {"2.34567億", "234567000"},
                                      {"三百", "300"},
                                      {"00.5", "0.5"},
                                  });
    check_spellings(integer_type, {{"12", "12"}, {"12.0", "12"}, {"1.5万", "15000"}, {"-0", "0"}});
}

TEST_CASE("what is no number is refused where it goes wrong") {
    check_refusals(decimal_type, {
                                     {"", rules::not_of_this_type, ""},
                                     {"-", rules::not_of_this_type, "-"},
                                     {"不明", rules::not_of_this_type, "不明"},
                                     {"約100", rules::text_left_over, "約", "100"},
                                     {"100程度", rules::text_left_over, "程度", "100"},
                                     {"300?", rules::text_left_over, "?", "300"},
                                     {"1,23", rules::text_left_over, ",23"},
                                     {"1,2345", rules::text_left_over, ",2345"},
                                     {"1.234,5", rules::text_left_over, ",5"},
                                     {"12%", rules::text_left_over, "%"},
                                     {"1 234", rules::text_left_over, "234"},
                                     {"1.23E+12", rules::spreadsheet_damage, "1.23E+12"},
                                     {"-1.23E+12", rules::spreadsheet_damage, "-1.23E+12"},
                                     {"####", rules::spreadsheet_damage, "####"},
                                     {"1234567890123456789012345678901", rules::wrong_digit_count,
                                      "1234567890123456789012345678901"},
                                 });
    check_refusals(integer_type, {{"12.5", rules::not_of_this_type, "12.5"}});
}

TEST_CASE("the canonical form of a number is recognised exactly") {
    const std::vector<std::string> seeds = {"0",      "-1",    "12.50", "1,234,567", "-0.0", "007",
                                            "1万2千", "1.5億", "△5",    "",          "1.",   ".5",
                                            "-0",     "10",    "約5",   "1E+05"};
    check_spine_around(decimal_type, seeds, "0015,.-万千△ E+");
    check_spine_around(integer_type, seeds, "0015,.-万千△ E+");
}
