#include "grammars/values/municipality_levels.hpp"

namespace daicho {

namespace {

constexpr int most_wards = 29;

int last_digits(std::string_view code) {
    return (code[3] - '0') * 10 + code[4] - '0';
}

}  // namespace

bool is_prefecture_code(std::string_view code) {
    return code.substr(2, 3) == "000";
}

bool may_have_wards(std::string_view code) {
    return code[2] == '1' && code[4] == '0' && !code.starts_with("13");
}

bool lies_within(std::string_view code, std::string_view wider) {
    if (code == wider) return true;
    if (code.size() != 6) return false;
    if (is_prefecture_code(wider)) return code.starts_with(wider.substr(0, 2));
    const int ward = last_digits(code) - last_digits(wider);
    return may_have_wards(wider) && code.starts_with(wider.substr(0, 3)) && ward > 0 && ward < most_wards;
}

}  // namespace daicho
