#include "grammars/values/quantity.hpp"

#include "tests/support/value_checks.hpp"

using namespace daicho;

TEST_CASE("an area is read with its unit, and other units are converted where that is exact") {
    check_spellings(area_m2_type, {
                                      {"123.45", "123.45"},
                                      {"123.45㎡", "123.45"},
                                      {"1,234 m2", "1234"},
                                      {"１２３平方メートル", "123"},
                                      {"50平米", "50"},
                                      {"2ha", "20000"},
                                      {"1.25ヘクタール", "12500"},
                                      {"0.5km2", "500000"},
                                      {"3a", "300"},
                                      {"5㎠", "0.0005"},
                                  });
    check_refusals(area_m2_type, {
                                     {"30坪", rules::text_left_over, "坪"},
                                     {"-5㎡", rules::out_of_range, "-5㎡"},
                                     {"約500㎡", rules::text_left_over, "約", "500"},
                                     {"1F:99.99㎡", rules::text_left_over, "F:99.99㎡"},
                                     {"5m", rules::text_left_over, "m"},
                                 });
}

TEST_CASE("lengths and heights are metres") {
    check_spellings(length_m_type, {{"12.5", "12.5"},
                                    {"12.5m", "12.5"},
                                    {"１２メートル", "12"},
                                    {"1.5km", "1500"},
                                    {"150cm", "1.50"},
                                    {"5mm", "0.005"}});
    check_spellings(height_m_type, {{"25.5", "25.5"}, {"-1.2", "-1.2"}, {"3.0m", "3.0"}, {"△0.5m", "-0.5"}});
    check_refusals(length_m_type,
                   {{"-1m", rules::out_of_range, "-1m"}, {"3間", rules::text_left_over, "間"}});
    check_refusals(height_m_type,
                   {{"1~10", rules::text_left_over, "~10", "1"}, {"―", rules::not_of_this_type, "―"}});
}

TEST_CASE("people are counted in whole numbers") {
    check_spellings(people_type, {{"300", "300"},
                                  {"300人", "300"},
                                  {"１，２００名", "1200"},
                                  {"1万2千人", "12000"},
                                  {"9,999 ", "9999"}});
    check_refusals(people_type, {
                                    {"300人以上", rules::text_left_over, "以上", "300"},
                                    {"屋内300人", rules::not_of_this_type, "屋内300人"},
                                    {"300人（3㎡あたり1人）", rules::text_left_over, "（3㎡あたり1人）"},
                                    {"2.5人", rules::not_of_this_type, "2.5人"},
                                    {"-1", rules::out_of_range, "-1"},
                                });
}

TEST_CASE("money is whole yen") {
    check_spellings(yen_type, {
                                  {"金10,000円也", "10000"},
                                  {"金壱万円也", "10000"},
                                  {"1,000円-", "1000"},
                                  {"1000", "1000"},
                                  {"1,000円", "1000"},
                                  {"￥1,000", "1000"},
                                  {"\\1,000", "1000"},
                                  {"１，０００円", "1000"},
                                  {"1,234千円", "1234000"},
                                  {"5千円", "5000"},
                                  {"30万円", "300000"},
                                  {"1.5億円", "150000000"},
                                  {"5百万円", "5000000"},
                                  {"△500円", "-500"},
                                  {"-￥500", "-500"},
                                  {"無料", "0"},
                              });
    check_refusals(yen_type, {
                                 {"1,000円～", rules::text_left_over, "～", "1000"},
                                 {"大人300円", rules::not_of_this_type, "大人300円"},
                                 {"0.5円", rules::not_of_this_type, "0.5円"},
                                 {"100ドル", rules::text_left_over, "ドル"},
                             });
}

TEST_CASE("the canonical forms of quantities are recognised exactly") {
    const std::vector<std::string> seeds = {"123.45", "-5",   "300人", "1,000円", "2ha",
                                            "1.5km",  "無料", "0",     "-0.0",    "約5m"};
    for (const auto* type : {&area_m2_type, &length_m_type, &height_m_type, &people_type, &yen_type}) {
        check_spine_around(*type, seeds, "015,.-万人円m2 ");
    }
}
