#include "grammars/values/phone.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/spelled_numbers.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("telephone numbers in the forms of GIF 445 are canonical") {
    for (const char* text : {"(03)5253-5111",
                             "(099)999-9999",
                             "(0996)21-9999",
                             "(09969)9-8765",
                             "0120-999999",
                             "090-9999-9999",
                             "050-1226-2134",
                             "060-1234-5678",
                             "0570-026263",
                             "0800-1234567",
                             "+81 (03)5253-5111",
                             "+81 090-9999-9999",
                             "(03)5253-5111 内線123",
                             "+81 (03)5253-5111 Ext.999",
                             "(03)5253-5111 / 090-9999-9999",
                             "(03)5253-5111 内線1 / (03)5253-5112 内線2",
                             "110",
                             "119",
                             "#7119",
                             "+1 212-555-0100",
                             "+852 12345678"}) {
        INFO(text);
        CHECK(phone_type.is_canonical(text, {}));
        const auto phone = parse_phone(text);
        REQUIRE(phone);
        CHECK(to_string(*phone) == text);
        CHECK(phone.remark().rule.empty());
    }
}

TEST_CASE("telephone numbers are read as people write them") {
    const struct {
        const char* text;
        const char* number;
    } cases[] = {
        {"03-5253-5111", "(03)5253-5111"},
        {"03(5253)5111", "(03)5253-5111"},
        {"0352535111", "(03)5253-5111"},
        {"０３－５２５３－５１１１", "(03)5253-5111"},
        {"０３ー５２５３ー５１１１", "(03)5253-5111"},
        {"03.5253.5111", "(03)5253-5111"},
        {"03 5253 5111", "(03)5253-5111"},
        {"（03）5253‐5111", "(03)5253-5111"},
        {"〇三五二三五二一一一", "(03)5235-2111"},
        {"TEL:03-5253-5111", "(03)5253-5111"},
        {"☎03-5253-5111", "(03)5253-5111"},
        {"(076‐241‐3956", "(076)241-3956"},
        {"(076)2723695", "(076)272-3695"},
        {"06-6756-390１", "(06)6756-3901"},
        {"(080)8168-3573", "080-8168-3573"},
        {"07098765432", "070-9876-5432"},
        {"0120-221-276", "0120-221276"},
        {"0800-123-4567", "0800-1234567"},
        {"+81-3-5253-5111", "+81 (03)5253-5111"},
        {"+81 3 5253 5111", "+81 (03)5253-5111"},
        {"+81 (0)3-5253-5111", "+81 (03)5253-5111"},
        {"+81352535111", "+81 (03)5253-5111"},
        {"+81-90-9999-9999", "+81 090-9999-9999"},
        {"+12125550100", "+1 2125550100"},
        {"+1 (212) 555-0100", "+1 212-555-0100"},
        {"03-5253-5111（内線31427）", "(03)5253-5111 内線31427"},
        {"03-5253-5111 内線 31427", "(03)5253-5111 内線31427"},
        {"+81-3-5253-5111 ext. 12", "+81 (03)5253-5111 Ext.12"},
        {"(043)421-6133/(043)421-6134", "(043)421-6133 / (043)421-6134"},
        {"(047)366-4081()/(04)7158-4543()", "(047)366-4081 / (04)7158-4543"},
        {"054-620-5523　054-620-6477", "(054)620-5523 / (054)620-6477"},
        {"054-620-5523、054-620-6477", "(054)620-5523 / (054)620-6477"},
    };
    for (const auto& [text, number] : cases) {
        INFO(text);
        const auto phone = parse_phone(text);
        REQUIRE(phone);
        CHECK(to_string(*phone) == number);
        CHECK(phone.remark().rule == rules::other_notation);
        CHECK(phone.remark().repair == RepairKind::normal_form);
    }
}

TEST_CASE("undivided numbers are divided by the numbering plan") {
    const struct {
        const char* text;
        const char* number;
    } cases[] = {
        {"0398765432", "(03)9876-5432"}, {"0459876543", "(045)987-6543"}, {"0422987654", "(0422)98-7654"},
        {"0996998765", "(09969)9-8765"}, {"0429989053", "(04)2998-9053"}, {"0471584264", "(04)7158-4264"},
        {"0429731111", "(042)973-1111"}, {"0126722222", "(01267)2-2222"}, {"0117361111", "(011)736-1111"},
    };
    for (const auto& [text, number] : cases) {
        INFO(text);
        const auto phone = parse_phone(text);
        REQUIRE(phone);
        CHECK(to_string(*phone) == number);
    }
}

TEST_CASE("a written division stands where the area code exists") {
    CHECK(to_string(*parse_phone("053-925-8061")) == "(053)925-8061");
    CHECK(to_string(*parse_phone("0539-25-8061")) == "(0539)25-8061");
}

TEST_CASE("an area code that is not one is mended where the plan leaves one reading") {
    const auto phone = parse_phone(" (047)158-4264");
    REQUIRE(phone);
    CHECK(to_string(*phone) == "(04)7158-4264");
    CHECK(phone.remark().rule == rules::unknown_area_code);
    CHECK(phone.remark().repair == RepairKind::provable);
    CHECK(phone.remark().where == Span{2, 5});
    CHECK(phone.remark().detail == "047");

    const auto former = parse_phone("0839-25-4134");
    REQUIRE(former);
    CHECK(to_string(*former) == "(083)925-4134");
    CHECK(former.remark().rule == rules::unknown_area_code);
}

TEST_CASE("a zero in front that was lost is put back, for every number in Japan begins with it") {
    const auto phone = parse_phone("767742051");
    REQUIRE(phone);
    CHECK(to_string(*phone) == "(0767)74-2051");
    CHECK(phone.remark().rule == rules::lost_leading_zero);
    CHECK(phone.remark().repair == RepairKind::provable);
    CHECK(to_string(*parse_phone("9012345678")) == "090-1234-5678");
    CHECK(to_string(*parse_phone("120123456")) == "0120-123456");
}

TEST_CASE("words beside a number are refused where they stand, with the number as a guess") {
    const struct {
        const char* text;
        Span where;
        const char* suggestion;
    } cases[] = {
        {"(076)287-1001(代)", {13, 18}, "(076)287-1001"},
        {"03-5253-5111（代表）", {12, 24}, "(03)5253-5111"},
        {"06-6458-1132（お客さまセンター）", {12, 42}, "(06)6458-1132"},
        {"（代表）011-221-0110、（相談専用）050-7505-0999", {0, 12}, "(011)221-0110"},
        {"代表 03-5253-5111", {0, 7}, "(03)5253-5111"},
        {"03-5253-5111（24時間受付）", {12, 32}, "(03)5253-5111"},
        {"03-5253-5111(5110)", {12, 18}, "(03)5253-5111"},
        {"FAX:03-5253-5111", {0, 4}, "(03)5253-5111"},
        {"施設管理担当06-6572-0010　防災保安担当06-6572-2691", {0, 18}, "(06)6572-0010"},
    };
    for (const auto& [text, where, suggestion] : cases) {
        INFO(text);
        const auto phone = parse_phone(text);
        REQUIRE(!phone);
        CHECK(phone.refusal().rule.text == rules::text_left_over.text);
        CHECK(phone.refusal().where == where);
        CHECK(phone.refusal().repair == RepairKind::guess);
        CHECK(phone.refusal().suggestion == suggestion);
    }
}

TEST_CASE("texts that are no telephone number are refused by the rule they break") {
    const struct {
        const char* text;
        RuleId rule;
        Span where;
    } cases[] = {
        {"03-5253-511", rules::wrong_digit_count, {0, 11}},
        {"(076)263-454", rules::wrong_digit_count, {1, 12}},
        {"090-1234-567", rules::wrong_digit_count, {0, 12}},
        {"0120-60-399", rules::wrong_digit_count, {0, 11}},
        {"03-5253-511（24時間受付）", rules::wrong_digit_count, {0, 11}},
        {"421-6300(6301)", rules::incomplete, {0, 8}},
        {"421-6300", rules::incomplete, {0, 8}},
        {"6462-8101", rules::incomplete, {0, 9}},
        {"172014", rules::wrong_digit_count, {0, 6}},
        {"03-1111-2222", rules::out_of_range, {0, 12}},
        {"0000-00-0000", rules::unknown_area_code, {0, 4}},
        {"0100-11-1111", rules::unknown_area_code, {0, 4}},
        {"3.52E+09", rules::spreadsheet_damage, {0, 8}},
        {"―", rules::not_of_this_type, {0, 3}},
        {"なし", rules::not_of_this_type, {0, 6}},
        {"", rules::not_of_this_type, {0, 0}},
        {"電話番号一覧", rules::not_of_this_type, {0, 18}},
        {"0820-74-2319 三蒲小学校", rules::text_left_over, {12, 28}},
        {"0820-74-2319\n(三蒲小学校)", rules::text_left_over, {12, 30}},
        {"#123", rules::wrong_digit_count, {0, 4}},
        {"054?330?8283", rules::not_of_this_type, {0, 12}},
        {"03-52*3-5111", rules::not_of_this_type, {0, 12}},
        {"03-5253-5111 / 03-1", rules::wrong_digit_count, {15, 19}},
    };
    for (const auto& [text, rule, where] : cases) {
        INFO(text);
        const auto phone = parse_phone(text);
        REQUIRE(!phone);
        CHECK(phone.refusal().rule.text == rule.text);
        CHECK(phone.refusal().where == where);
    }
}

TEST_CASE("the parts of a telephone cell are its numbers and extensions") {
    const Parts parts = phone_type.parts("03-5253-5111 内線12 / 110", {});
    REQUIRE(parts.size() == 3);
    CHECK(parts[0].first == "phoneNumber");
    CHECK(parts[0].second == "(03)5253-5111");
    CHECK(parts[1].first == "extensionNumber");
    CHECK(parts[1].second == "12");
    CHECK(parts[2].second == "110");
    CHECK(phone_type.parts("なし", {}).empty());
}

TEST_CASE("the recogniser of telephone numbers agrees with the reader") {
    check_spine_around(
        phone_type,
        {"(03)5253-5111", "(0422)98-7654 / 110", "0120-999999", "090-9999-9999", "+81 (03)5253-5111",
         "(03)5253-5111 内線123", "+1 212-555-0100 Ext.12", "#7119", "0429989053", "03-5253-5111（代表）"},
        "0123456789-－ 　()/+#.内E");
}

namespace {

/// Numbers with a fraction, amounts in groups, versions, addresses of computers and dates, always the same
/// ones: none begins as a telephone number does.
std::vector<std::string> numbers_with_points() {
    std::mt19937 random(14);
    const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
    const auto digits = [&](unsigned size) {
        std::string text(1, static_cast<char>('1' + below(9)));
        while (text.size() < size) text += static_cast<char>('0' + below(10));
        return text;
    };
    const auto of_day = [&](unsigned most) { return std::to_string(1 + below(most)); };
    std::vector<std::string> texts;
    for (int round = 0; round < 400; ++round) {
        const std::string fraction = digits(1 + below(1 + below(12))) + '.' + digits(1 + below(12));
        for (const char* sign : {"", "+", "-", "−", "△", "約", "緯度 "}) texts.push_back(sign + fraction);
        texts.push_back(spellings::full_width_digits(fraction));
        texts.push_back("0." + digits(1 + below(12)));
        texts.push_back(digits(1 + below(3)) + '.' + digits(3) + '.' + digits(3));
        texts.push_back(digits(1 + below(3)) + ',' + digits(3) + ',' + digits(3) + '.' + digits(2));
        texts.push_back('v' + digits(1) + '.' + digits(2) + '.' + digits(1 + below(3)));
        texts.push_back(of_day(255) + '.' + of_day(255) + '.' + of_day(255) + '.' + of_day(255));
        texts.push_back(std::to_string(1900 + below(200)) + '.' + of_day(12) + '.' + of_day(28));
        texts.push_back(texts.back() + ' ' + of_day(23) + ":30");
        texts.push_back(std::to_string(1900 + below(200)) + '-' + of_day(12) + '-' + of_day(28) + " 12:05");
    }
    return texts;
}

}  // namespace

TEST_CASE(
    "a number with a fraction, an amount, a version or a date is no telephone number and made into none") {
    for (const std::string& text : numbers_with_points()) {
        INFO(text);
        check_spine(phone_type, text);
        const auto phone = parse_phone(text);
        REQUIRE(!phone);
        CHECK(phone.refusal().suggestion.empty());
    }
}

TEST_CASE("points divide telephone numbers that begin as one or end in four digits") {
    for (const auto& [text, number] : {std::pair{"03.5253.5111", "(03)5253-5111"},
                                       {"03.52535111", "(03)5253-5111"},
                                       {"3.5253.5111", "(03)5253-5111"},
                                       {"+81.352535111", "+81 (03)5253-5111"},
                                       {"+81.3.5253.5111", "+81 (03)5253-5111"},
                                       {"0120.999.999", "0120-999999"},
                                       {"90.1234.5678", "090-1234-5678"}}) {
        INFO(text);
        const auto phone = parse_phone(text);
        REQUIRE(phone);
        CHECK(to_string(*phone) == number);
    }
}
