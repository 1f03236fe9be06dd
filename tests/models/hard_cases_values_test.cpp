// The hard cases of docs/hard-cases.md that a single value decides.
#include <catch2/catch.hpp>

#include "tests/support/known_places.hpp"
#include "tests/support/value_checks.hpp"

using namespace daicho;

namespace {

const ValueType& kind(std::string_view name) {
    const ValueType* type = find_value_type(name);
    REQUIRE(type != nullptr);
    return *type;
}

/// The part of that name, or nothing.
std::string part(std::string_view type, std::string_view text, std::string_view name,
                 const Reading& reading = {}) {
    for (const auto& [known, value] : kind(type).parts(text, reading)) {
        if (known == name) return value;
    }
    return {};
}

/// Which repair a text is given: how sure it is, and what it would be.
struct Repaired {
    RepairKind how;
    std::string to;
    bool operator==(const Repaired&) const = default;
};

Repaired repair(std::string_view type, std::string_view text) {
    const auto result = kind(type).canonical(text, {});
    if (!result) return {result.refusal().repair, std::string(result.refusal().suggestion)};
    return {result.remark().repair, *result};
}

}  // namespace

TEST_CASE("hard case 1: a mark or a word for nothing is no building") {
    for (const char* text : {"-", "－", "ー", "なし", "無し", "無", "該当なし", "…"}) {
        INFO(text);
        CHECK_FALSE(kind("building").canonical(text, {}));
        check_spine(kind("building"), text);
    }
    check_spellings(kind("building"), {{"なしビル", "なしビル"}, {"-1F", "-1F"}});
}

TEST_CASE("hard case 2: nine and zero mean unknown where the list says so, and nothing elsewhere") {
    check_spellings(kind("yes_no"), {{"9", "9"}, {"不明", "9"}});
    check_spellings(kind("season_code"), {{"00", "00"}});
    check_spellings(kind("country_code"), {{"XXX", "XXX"}});
    check_spellings(kind("date_or_unknown"), {{"9999-99-99", "9999-99-99"}, {"1970-99-99", "1970-99-99"}});
    check_refusals(kind("weekday_code"), {{"9", rules::out_of_range, "9"}});
    check_refusals(kind("date"), {{"9999-99-99", rules::out_of_range, "99"}});
}

TEST_CASE("hard case 3: HH:MM as time of day or duration, and the hours after midnight") {
    check_spellings(kind("elapsed_time"), {{"09:00", "09:00"}, {"24:00", "24:00"}, {"25:30", "25:30"}});
    check_spellings(kind("time_hm"), {{"09:00", "09:00"}, {"9:05", "09:05"}});
    check_refusals(kind("time_hm"), {{"24:00", rules::out_of_range, "24", {}, "翌日 00:00"},
                                     {"25:30", rules::out_of_range, "25", {}, "翌日 01:30"}});
    check_spellings(kind("time_slot"), {{"23:00/24:00", "23:00/24:00"}, {"22:00/25:30", "22:00/01:30"}});
}

TEST_CASE("hard case 4: abbreviated periods, ends before starts, leap days and lengths of time") {
    check_spellings(kind("period"), {{"2021-04-01/30", "2021-04-01/30"},
                                     {"2021-04-01/05-31", "2021-04-01/05-31"},
                                     {"2020-02-29/03-01", "2020-02-29/03-01"}});
    check_refusals(kind("period"), {{"2021-05-01/2021-04-01", rules::end_before_start, "2021-04-01"},
                                    {"2021-02-29/03-01", rules::no_such_day, "29"}});
    check_spellings(kind("length"), {{"P1Y3M5D", "P1Y3M5D"}, {"P0D", "P0D"}, {"1年3か月5日", "P1Y3M5D"}});
}

TEST_CASE("hard case 5: era dates are read, a date outside its era and a year of two digits are not") {
    check_spellings(kind("date"), {{"令和元年5月1日", "2019-05-01"},
                                   {"R2-1-1", "2020-01-01"},
                                   {"H31.4.30", "2019-04-30"},
                                   {"昭和64年1月7日", "1989-01-07"}});
    CHECK(repair("date", "平成32年1月1日") == Repaired{RepairKind::guess, "2020-01-01"});
    CHECK_FALSE(kind("date").canonical("平成32年1月1日", {}));
    for (const char* text : {"21.08.15", "21/10/4"}) {
        CHECK(kind("date").canonical(text, {}).refusal().rule == rules::two_digit_year);
        CHECK(repair("date", text) == Repaired{RepairKind::none, ""});
    }
    Reading reading;
    reading.two_digit_year = TwoDigitYear::heisei;
    check_spellings(kind("date"), {{"21/10/4", "2009-10-04"}}, reading);
}

TEST_CASE("hard case 6: one chome has two canonical forms, of which the item decides") {
    check_spellings(kind("street_address"),
                    {{"霞が関1丁目", "霞が関一丁目"}, {"霞が関一丁目", "霞が関一丁目"}});
    check_spellings(kind("street_address_and_city_block"),
                    {{"霞が関一丁目3番1号", "霞が関1-3-1"}, {"霞が関1丁目3番1号", "霞が関1-3-1"}});
    CHECK(part("street_address_and_city_block", "霞が関1丁目3-1", "streetAddress") == "霞が関一丁目");
}

TEST_CASE("hard case 7: streets of Kyoto, 条丁目, lots with marks, 番外地, counties and towns of one name") {
    const Reading reading{.addresses = &some_places()};
    const struct {
        const char* text;
        const char* city;
        const char* town;
        const char* block;
    } rows[] = {
        {"京都府京都市上京区下立売通新町西入薮ノ内町", "京都市上京区", "下立売通新町西入薮ノ内町", ""},
        {"北海道札幌市西区西野三条八丁目1-1", "札幌市西区", "西野三条八丁目", "1-1"},
        {"石川県金沢市鞍月甲1番地", "金沢市", "鞍月甲", "1"},
        {"東京都千代田区霞が関1丁目3番地先", "千代田区", "霞が関一丁目", "3先"},
        {"石川県金沢市大字鞍月1", "金沢市", "大字鞍月", "1"},
        {"今帰仁村字仲宗根219番地", "国頭郡今帰仁村", "字仲宗根", "219"},
        {"沖縄県国頭郡今帰仁村字仲宗根219番地", "国頭郡今帰仁村", "字仲宗根", "219"},
    };
    for (const auto& row : rows) {
        INFO(row.text);
        CHECK(kind("address").canonical(row.text, reading));
        CHECK(part("address", row.text, "cityAndCounty", reading) == row.city);
        CHECK(part("address", row.text, "streetAddress", reading) == row.town);
        CHECK(part("address", row.text, "cityBlock", reading) == row.block);
    }
    const auto two = kind("address").canonical("府中市宮西町2-24", reading);
    REQUIRE_FALSE(two);
    CHECK(two.refusal().rule == rules::ambiguous);
    CHECK(two.refusal().repair == RepairKind::none);
}

TEST_CASE("hard case 8: a missing prefecture, an address in place of a municipality, codes of five digits") {
    const Reading reading{.addresses = &some_places()};
    CHECK(part("address", "高松市番町1-8-15", "prefecture", reading) == "香川県");
    check_refusals(kind("city_and_county"),
                   {{"高松市番町1-8-15", rules::part_of_another_item, "番町1-8-15", "高松市"}}, reading);
    CHECK(repair("municipality_code", "13101") == Repaired{RepairKind::provable, "131016"});
    CHECK(repair("municipality_code", "52019") == Repaired{RepairKind::provable, "052019"});
    check_refusals(kind("municipality_code"), {{"12106", rules::ambiguous, "12106", "", "012106 / 121061"}});
}

TEST_CASE("hard case 9: a town id with a hyphen is one in another notation") {
    check_spellings(kind("town_id"), {{"0008-001", "0008001"}, {"0008001", "0008001"}});
    check_refusals(kind("town_id"), {{"8-1", rules::wrong_digit_count, "8-1"}});
}

TEST_CASE("hard case 10: coordinates exchanged, in degrees and minutes, in one cell, or zero") {
    CHECK(repair("coordinates", "139.70,35.69") == Repaired{RepairKind::provable, "35.69,139.70"});
    check_spellings(kind("coordinates"), {{"35.69,139.70", "35.69,139.70"}});
    check_refusals(kind("coordinates"), {{"0,0", rules::out_of_range, "0,0"}});
    check_refusals(kind("latitude"), {{"139.7", rules::swapped_coordinates, "139.7"},
                                      {"35.69,139.70", rules::several_values, ",139.70"}});
    check_spellings(kind("latitude"), {{"35°41'22\"", "35.689444"},
                                       {"35.690", "35.690"},
                                       {"35.690628000000004", "35.690628000000004"},
                                       {"35", "35"}});
}

TEST_CASE("hard case 11: telephone numbers as people write them") {
    check_spellings(kind("phone"), {{"099999-9999", "(099)999-9999"},
                                    {"+81 (03)5253-2111", "+81 (03)5253-2111"},
                                    {"０３－５２５３－２１１１", "(03)5253-2111"},
                                    {"〇三-五二五三-二一一一", "(03)5253-2111"},
                                    {"03-5253-2111・03-5253-2112", "(03)5253-2111 / (03)5253-2112"},
                                    {"03-5253-2111 内線123", "(03)5253-2111 内線123"},
                                    {"0120-123-456", "0120-123456"},
                                    {"09012345678", "090-1234-5678"}});
    CHECK(repair("phone", "03-5253-2111(代表)") == Repaired{RepairKind::guess, "(03)5253-2111"});
    CHECK(repair("phone", "3-5253-2111") == Repaired{RepairKind::provable, "(03)5253-2111"});
    CHECK_FALSE(kind("phone").canonical("03-xxxx-xxxx", {}));
}

TEST_CASE("hard case 12: a postal code that lost its zero is a guess, a hyphen or a mark is not") {
    CHECK(repair("postal_code", "600000") == Repaired{RepairKind::guess, "0600000"});
    CHECK_FALSE(kind("postal_code").canonical("600000", {}));
    CHECK(repair("postal_code", "060-0000") == Repaired{RepairKind::normal_form, "0600000"});
    CHECK(repair("postal_code", "〒0600000") == Repaired{RepairKind::normal_form, "0600000"});
}

TEST_CASE(
    "hard case 13: kana in half width, hiragana, dashes for the long vowel, spaces and the middle dot") {
    check_spellings(kind("kana"), {{"ｺｰﾋｰ", "コーヒー"},
                                   {"こーひー", "コーヒー"},
                                   {"コ－ヒ－", "コーヒー"},
                                   {"コ-ヒ-", "コーヒー"},
                                   {"ヤマダ・タロウ", "ヤマダ・タロウ"}});
    check_refusals(kind("kana"), {{"ヤマダ　タロウ", rules::wrong_script, "　"}});
    check_spellings(kind("person_name_kana"), {{"ﾔﾏﾀﾞ　ﾀﾛｳ", "ヤマダ タロウ"}});
    check_spellings(kind("person_name"), {{"山田　太郎", "山田 太郎"}});
}

TEST_CASE("hard case 14: a corporate name is in full width, and every character of a name is kept") {
    check_spellings(kind("corporate_name"),
                    {{"株式会社GIF", "株式会社ＧＩＦ"}, {"株式会社ＧＩＦ", "株式会社ＧＩＦ"}});
    // A variation selector, a private character and one outside the plane of JIS X 0208.
    check_spellings(kind("person_name"), {{"葛󠄀城 太郎", "葛󠄀城 太郎"},
                                          {"\xEE\x80\x80田 太郎", "\xEE\x80\x80田 太郎"},
                                          {"𠮷田 太郎", "𠮷田 太郎"}});
}

TEST_CASE("hard case 25: amounts with a triangle for minus and in thousands of yen") {
    check_spellings(kind("yen"), {{"△1,000", "-1000"}, {"▲1000", "-1000"}, {"1,234千円", "1234000"}});
    check_refusals(kind("yen"), {{"12.5", rules::not_of_this_type, "12.5"}});
}

TEST_CASE("hard case 29: what a spreadsheet made of a value is said to be that") {
    CHECK(kind("date").canonical("44000", {}).refusal().rule == rules::spreadsheet_damage);
    CHECK(kind("corporate_number").canonical("8.00001E+12", {}).refusal().rule == rules::spreadsheet_damage);
    CHECK(kind("phone").canonical("#N/A", {}).refusal().rule == rules::spreadsheet_damage);
}
