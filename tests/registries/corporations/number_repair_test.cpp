#include "registries/corporations/number_repair.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "grammars/values/check_digit.hpp"

using namespace daicho;

TEST_CASE("a number with one wrong digit, or two exchanged, leads back to the right one") {
    const std::string right = "8000012010038";
    const auto leads_back = [&](const std::string& wrong) {
        const auto numbers = repaired_numbers(wrong);
        return std::ranges::find(numbers, right) != numbers.end();
    };
    for (std::size_t i = 0; i < right.size(); ++i) {
        std::string wrong = right;
        wrong[i] = wrong[i] == '9' ? '8' : static_cast<char>(wrong[i] + 1);
        CHECK(leads_back(wrong));
    }
    CHECK(leads_back("8000012010308"));
    CHECK_FALSE(leads_back("0080012010038"));  // two digits otherwise
}

TEST_CASE("numbers that are offered have right check digits, in order, each once") {
    const auto numbers = repaired_numbers("1234567890123");
    CHECK(numbers.size() > 10);
    CHECK(std::ranges::is_sorted(numbers));
    CHECK(std::ranges::adjacent_find(numbers) == numbers.end());
    for (const std::string& number : numbers) {
        CHECK(number[0] == corporate_check_digit(std::string_view(number).substr(1)));
    }
}
