#include "grammars/workbooks/number_format.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

namespace {

std::string shown(double value, std::string_view code, DateSystem dates = DateSystem::from_1900) {
    std::string text;
    NumberFormat(code).append(text, value, dates);
    return text;
}

std::string plain(double value) {
    std::string text;
    append_plain_number(text, value);
    return text;
}

}  // namespace

TEST_CASE("a number is written in full, with 15 significant digits and no exponent") {
    CHECK(plain(35.690628000000004) == "35.690628");
    CHECK(plain(1.3e12) == "1300000000000");
    CHECK(plain(1234567890123) == "1234567890123");
    CHECK(plain(5000012345678901) == "5000012345678900");
    CHECK(plain(1e20) == "100000000000000000000");
    CHECK(plain(0.00001234) == "0.00001234");
    CHECK(plain(-1.5e-7) == "-0.00000015");
    CHECK(plain(0.1) == "0.1");
    CHECK(plain(-0.0) == "0");
    CHECK(plain(100) == "100");
}

TEST_CASE("neither rounding nor grouping nor words of a format change a number") {
    for (const char* code :
         {"General", "0", "0.00", "#,##0", "#,##0.00_ ", "0.00E+00", "# ?/?", "@", "0\"人\"", "\"約\"0\"人\"",
          "[Red]0;[Blue]-0", "#,##0\"円\"", "\\¥#,##0", "0_);(0)", "[DBNum1]0", ""}) {
        CAPTURE(code);
        CHECK(shown(1234.5, code) == "1234.5");
        CHECK(shown(7, code) == "7");
        CHECK(shown(-3, code) == "-3");
    }
    CHECK(shown(0.125, "0%") == "12.5%");
    CHECK(shown(0.5, "0.00%") == "50%");
}

TEST_CASE("digits in a mask are those that people see") {
    CHECK(shown(123, "0000000000") == "0000000123");
    CHECK(shown(1234567, "000\\-0000") == "123-4567");
    CHECK(shown(600001, "000-0000") == "060-0001");
    CHECK(shown(600001, "\"〒\"000-0000") == "〒060-0001");
    constexpr const char* postal = "[<=999]000;[<=9999]000\\-00;000\\-0000";
    CHECK(shown(12, postal) == "012");
    CHECK(shown(1001, postal) == "010-01");
    CHECK(shown(1000001, postal) == "100-0001");
    constexpr const char* phone = "[<=99999999]####\\-####;\\(00\\)\\ ####\\-####";
    CHECK(shown(12345678, phone) == "1234-5678");
    CHECK(shown(312345678, phone) == "(03) 1234-5678");
    CHECK(shown(12.5, "000") == "12.5");
    CHECK(shown(-5, "000") == "-5");
    CHECK(shown(0, "000") == "000");
    CHECK(shown(123456, "00") == "123456");
}

TEST_CASE("dates are written in ISO 8601, whatever calendar and words their format has") {
    for (const char* code :
         {"yyyy/m/d", "yyyy-mm-dd", "mm-dd-yy", "m/d/yyyy", "yyyy\"年\"m\"月\"d\"日\"", "[$-411]ge.m.d",
          "[$-411]ggge\"年\"m\"月\"d\"日\"", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "m\"月\"d\"日\"(aaa)",
          "d-mmm", "yyyy/m/d;@", "[$-ja-JP]yyyy/m/d", "aaaa", "[$-411]r.m.d"}) {
        CAPTURE(code);
        CHECK(shown(44187, code) == "2020-12-22");
    }
    CHECK(shown(44187.375, "yyyy/m/d h:mm") == "2020-12-22T09:00");
    CHECK(shown(44187.375, "m/d/yy h:mm:ss AM/PM") == "2020-12-22T09:00");
    CHECK(shown(44187.3750116, "yyyy/m/d h:mm:ss") == "2020-12-22T09:00:01");
    CHECK(shown(44187, "yyyy\"年\"m\"月\"") == "2020-12");
    CHECK(shown(44187, "mmm-yy") == "2020-12");
    CHECK(shown(44187, "yyyy") == "2020");
    CHECK(shown(1, "yyyy/m/d") == "1900-01-01");
    CHECK(shown(59, "yyyy/m/d") == "1900-02-28");
    CHECK(shown(60, "yyyy/m/d") == "1900-02-29");
    CHECK(shown(61, "yyyy/m/d") == "1900-03-01");
    CHECK(shown(0, "yyyy/m/d", DateSystem::from_1904) == "1904-01-01");
    CHECK(shown(42725, "yyyy/m/d", DateSystem::from_1904) == "2020-12-22");
    CHECK(shown(2958465, "yyyy/m/d") == "9999-12-31");
    CHECK(shown(2958466, "yyyy/m/d") == "2958466");
    CHECK(shown(-1, "yyyy/m/d") == "-1");
}

TEST_CASE("times are hours and minutes, durations as many hours as they are") {
    CHECK(shown(0.375, "h:mm") == "09:00");
    CHECK(shown(0.375, "[$-F400]h:mm:ss\\ AM/PM") == "09:00");
    CHECK(shown(0.9999884259259, "h:mm:ss") == "23:59:59");
    CHECK(shown(1.375, "h:mm") == "09:00");
    CHECK(shown(1.375, "[h]:mm") == "33:00");
    CHECK(shown(0.375, "h\"時\"mm\"分\"") == "09:00");
    CHECK(shown(0.0006944444, "mm:ss") == "00:01");
}

TEST_CASE("formats that are named by a number alone are those of the Japanese editions") {
    const auto built_in = [](unsigned id, double value) {
        std::string text;
        NumberFormat::built_in(id).append(text, value, DateSystem::from_1900);
        return text;
    };
    for (const unsigned id : {14u, 15u, 16u, 27u, 28u, 30u, 31u, 35u, 36u, 50u, 51u, 54u, 57u, 58u}) {
        CAPTURE(id);
        CHECK(built_in(id, 44187) == "2020-12-22");
    }
    for (const unsigned id : {17u, 34u, 52u, 55u}) CHECK(built_in(id, 44187) == "2020-12");
    for (const unsigned id : {18u, 20u, 21u, 32u, 33u}) CHECK(built_in(id, 0.375) == "09:00");
    for (const unsigned id : {0u, 1u, 2u, 3u, 4u, 11u, 12u, 37u, 49u, 999u})
        CHECK(built_in(id, 1234.5) == "1234.5");
    CHECK(built_in(9, 0.5) == "50%");
    CHECK(built_in(46, 1.5) == "36:00");
}

TEST_CASE("a text has around it what its format shows") {
    const auto shown = [](std::string_view text, std::string_view code) {
        std::string out;
        NumberFormat(code).append_text(out, text);
        return out;
    };
    CHECK(shown("下関市", "\"山口県\"@") == "山口県下関市");
    CHECK(shown("下関市", "General;General;General;\"山口県\"@\"内\"") == "山口県下関市内");
    CHECK(shown("下関市", "@") == "下関市");
    CHECK(shown("下関市", "General") == "下関市");
    CHECK(shown("下関市", "yyyy/m/d;@") == "下関市");
    CHECK(shown("下関市", "0_ ;[Red]-0\\ ") == "下関市");
    CHECK(shown("", "\"山口県\"@").empty());
}
