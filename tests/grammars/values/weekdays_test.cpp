#include "grammars/values/weekdays.hpp"

#include "tests/support/value_checks.hpp"

using namespace daicho;

TEST_CASE("weekdays are read in every notation that people use") {
    check_spellings(weekday_code_type, {
                                           {"12345", "12345"},
                                           {"1,2,3,4,5", "12345"},
                                           {"１２３４５", "12345"},
                                           {"54321", "12345"},
                                           {"月", "1"},
                                           {"月火水木金", "12345"},
                                           {"月・水・金", "135"},
                                           {"月,水", "13"},
                                           {"月、水", "13"},
                                           {"月～金", "12345"},
                                           {"月-金", "12345"},
                                           {"金～日", "567"},
                                           {"日～木", "12347"},
                                           {"月～水、金", "1235"},
                                           {"月曜日～金曜日", "12345"},
                                           {"月曜日から金曜日まで", "12345"},
                                           {"月曜日・火曜日", "12"},
                                           {"毎週月曜日", "1"},
                                           {"月曜、水曜", "13"},
                                           {"日;月;木;金;土", "14567"},
                                           {"日月火", "127"},
                                           {"Mon, Wed", "13"},
                                           {"㊊㊋", "12"},
                                           {"毎日", "1234567"},
                                       });
    check_spellings(weekday_label_type, {
                                            {"月火水木金", "月火水木金"},
                                            {"12345", "月火水木金"},
                                            {"日月", "月日"},
                                            {"月～金", "月火水木金"},
                                            {"月 火", "月火"},
                                        });
}

TEST_CASE("what is no set of weekdays is refused where it goes wrong") {
    check_refusals(weekday_code_type,
                   {
                       {"日;月;木;祝", rules::text_left_over, "祝", "147"},
                       {"土日祝", rules::text_left_over, "祝", "67"},
                       {"日;月;金;土;祝;木;水", rules::text_left_over, "祝", "134567"},
                       {"月～金、祝日", rules::text_left_over, "祝日", "12345"},
                       {"祝・土", rules::text_left_over, "祝", "6"},
                       {"祝", rules::not_of_this_type, "祝"},
                       {"月・祝・祝", rules::text_left_over, "・祝・祝"},
                       {"月火（祝日除く）", rules::text_left_over, "（祝日除く）"},
                       {"平日", rules::ambiguous, "平日", "12345"},
                       {"0123", rules::out_of_range, "0123"},
                       {"8", rules::out_of_range, "8"},
                       {"1.05", rules::text_left_over, ".05"},
                       {"第2月曜日", rules::not_of_this_type, "第2月曜日"},
                       {"月曜日（祝日の場合は翌日）", rules::text_left_over, "（祝日の場合は翌日）"},
                       {"", rules::not_of_this_type, ""},
                   });
    check_refusals(weekday_label_type, {{"平日", rules::ambiguous, "平日", "月火水木金"}});
}

TEST_CASE("every set of weekdays is canonical in its code and its label") {
    for (unsigned days = 1; days < 128; ++days) {
        const Weekdays weekdays{days};
        CHECK(parse_weekdays(weekday_code(weekdays), {})->days == days);
        CHECK(parse_weekdays(weekday_label(weekdays), {})->days == days);
        CHECK(weekday_code_type.is_canonical(weekday_code(weekdays), {}));
        CHECK(weekday_label_type.is_canonical(weekday_label(weekdays), {}));
    }
    const std::vector<std::string> seeds = {"12345",      "月火水木金", "月～金", "日;月;木",
                                            "毎週月曜日", "平日",       "1234567"};
    check_spine_around(weekday_code_type, seeds, "0178月金土日祝～・,; 曜-");
    check_spine_around(weekday_label_type, seeds, "0178月金土日祝～・,; 曜-");
}
