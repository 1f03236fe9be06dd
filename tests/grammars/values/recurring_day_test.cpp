#include "grammars/values/recurring_day.hpp"

#include "tests/support/value_checks.hpp"

using namespace daicho;

TEST_CASE("recurring days are read in every notation that people use") {
    check_spellings(recurring_day_type, {
                                            {"0We", "0We"},
                                            {"13Mo", "13Mo"},
                                            {"14Tu4Th", "14Tu4Th"},
                                            {"6Fr", "6Fr"},
                                            {"7Su", "7Su"},
                                            {"4Th14Tu", "14Tu4Th"},
                                            {"31Mo", "13Mo"},
                                            {"毎週水曜日", "0We"},
                                            {"第1・第3月曜日", "13Mo"},
                                            {"第1・3月曜", "13Mo"},
                                            {"第１、第３月曜日", "13Mo"},
                                            {"第一第三月曜日", "13Mo"},
                                            {"毎月第2火曜日", "2Tu"},
                                            {"毎月第2・4木曜日", "24Th"},
                                            {"第2週の火曜日", "2Tu"},
                                            {"最終金曜日", "6Fr"},
                                            {"隔週日曜日", "7Su"},
                                            {"毎週月・水曜日", "0Mo0We"},
                                            {"第1・4火曜日、第4木曜日", "14Tu4Th"},
                                            {"第2・最終金曜日", "26Fr"},
                                        });
}

TEST_CASE("what is no recurring day is refused where it goes wrong") {
    check_refusals(recurring_day_type,
                   {
                       {"月曜日", rules::ambiguous, "月曜日", "0Mo"},
                       {"第6月曜日", rules::out_of_range, "第6月曜日"},
                       {"8Mo", rules::out_of_range, "8Mo"},
                       {"03Mo", rules::ambiguous, "03Mo"},
                       {"毎週水曜日（祝日を除く）", rules::text_left_over, "（祝日を除く）"},
                       {"年末年始", rules::not_of_this_type, "年末年始"},
                       {"", rules::not_of_this_type, ""},
                   });
}

TEST_CASE("the canonical form of a recurring day is recognised exactly") {
    check_spine_around(
        recurring_day_type,
        {"0We", "13Mo", "14Tu4Th", "6Fr", "7Su", "123456MoTu", "第1・第3月曜日", "毎週月・水曜日"},
        "01234678MoTuWe月火第・ ");
}
