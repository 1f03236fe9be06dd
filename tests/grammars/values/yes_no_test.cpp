#include "grammars/values/yes_no.hpp"

#include "tests/support/value_checks.hpp"

using namespace daicho;

TEST_CASE("yes and no are read in every notation that people use") {
    check_spellings(
        yes_no_type,
        {
            {"1", "1"},      {"0", "0"},     {"9", "9"},   {"有", "1"},   {"無", "0"},       {"○", "1"},
            {"◯", "1"},      {"〇", "1"},    {"×", "0"},   {"あり", "1"}, {"なし", "0"},     {"１", "1"},
            {"TRUE", "1"},   {"false", "0"}, {"可", "1"},  {"不可", "0"}, {"否", "0"},       {"不明", "9"},
            {"非公開", "2"}, {"Ｎｏ", "0"},  {"無 ", "0"}, {"有り", "1"}, {"対応なし", "0"}, {"✓", "1"},
        });
    check_spellings(yes_no_label_type,
                    {{"有", "有"}, {"1", "有"}, {"○", "有"}, {"無し", "無"}, {"9", "不明"}});
    check_spellings(permission_label_type,
                    {{"可", "可"}, {"否", "否"}, {"不可", "否"}, {"○", "可"}, {"有", "可"}});
}

TEST_CASE("what is neither yes nor no is refused") {
    check_refusals(yes_no_type, {
                                    {"", rules::not_of_this_type, ""},
                                    {"3", rules::not_of_this_type, "3"},
                                    {"－", rules::ambiguous, "－"},
                                    {"ー", rules::ambiguous, "ー"},
                                    {"△", rules::ambiguous, "△"},
                                    {"無（各店による）", rules::text_left_over, "（各店による）"},
                                    {"要相談", rules::not_of_this_type, "要相談"},
                                });
}

TEST_CASE("a flag is 1 or empty") {
    check_spellings(flag_type, {{"1", "1"},
                                {"", ""},
                                {"○", "1"},
                                {"有", "1"},
                                {"×", ""},
                                {"0", ""},
                                {"無", ""},
                                {"　", ""},
                                {"TRUE", "1"}});
    check_refusals(flag_type, {{"－", rules::ambiguous, "－"},
                               {"9", rules::not_of_this_type, "9"},
                               {"不明", rules::not_of_this_type, "不明"},
                               {"2", rules::not_of_this_type, "2"},
                               {"10", rules::text_left_over, "0"}});
}

TEST_CASE("the canonical forms of yes and no are recognised exactly") {
    const std::vector<std::string> seeds = {"1",  "0",  "2",    "9",      "有", "無",
                                            "可", "否", "不明", "非公開", "○",  "TRUE"};
    for (const auto* type : {&yes_no_type, &yes_no_label_type, &permission_label_type, &flag_type}) {
        check_spine_around(*type, seeds, "0129有無可不 ○－");
    }
}
