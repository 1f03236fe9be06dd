#include "grammars/workbooks/sheet_cell.hpp"

#include <catch2/catch.hpp>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <random>
#include <string>

using namespace daicho;

namespace {

std::string shown(const std::string& value) {
    static const SharedStrings strings;
    static const std::vector<NumberFormat> formats;
    SheetCell cell;
    cell.value = value;
    cell.has_value = true;
    SheetRow row;
    REQUIRE(append_cell(cell, {strings, formats}, row));
    return row.text;
}

/// As the double that the text stands for is written.
std::string by_double(const std::string& value) {
    double number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    std::string text;
    append_plain_number(text, number);
    return text;
}

}  // namespace

TEST_CASE("a number of a workbook is shown as its double is, whoever rounds it") {
    std::mt19937_64 random(2);
    for (int i = 0; i < 200'000; ++i) {
        const double scale = std::pow(10.0, static_cast<double>(random() % 22) - 5);
        double number = static_cast<double>(random() >> 11) / 9007199254740992.0 * scale;
        if (i % 3 == 0) number = std::round(number * 1e6) / 1e6;
        if (i % 5 == 0) number = -number;
        char text[64];
        std::snprintf(text, sizeof text, i % 2 == 0 ? "%.16g" : i % 7 == 0 ? "%.19g" : "%.17g", number);
        if (shown(text) == by_double(text)) continue;
        CAPTURE(text);
        CHECK(shown(text) == by_double(text));
    }
}

TEST_CASE(
    "numbers whose digits are near the middle, all nines or oddly written are shown as their doubles are") {
    for (const char* const text :
         {"0.999999999999999999", "9.9999999999999995", "99999999999999.99", "999999999999999.5",
          "0.1000000000000005", "123456789012345.5", "1234567890123456.7", "35.690628000000004",
          "139.69999999999999", "0.0012345678901234567", "0.00012345678901234567", "00.12345678901234567",
          "-0.12345678901234567", "1.0000000000000000", "5e-324", "0.10000000000000000555",
          "123.45000000000000000", "0.0000000000000000000001", "-139.12345678901234"}) {
        CAPTURE(text);
        CHECK(shown(text) == by_double(text));
    }
}
