#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/values/check_digit.hpp"
#include "registries/embedded/municipality_table.hpp"

namespace daicho {

/// Corporate numbers as a complete file of a prefecture (two digits; empty: abroad) has them, in order: its
/// local bodies, and `others` that were made up.
inline std::vector<std::string> numbers_of_prefecture(std::string_view prefecture, int others = 400) {
    std::vector<std::string> numbers;
    const auto add = [&](const std::string& serial) {
        numbers.push_back(corporate_check_digit(serial) + serial);
    };
    for (const Municipality& each : municipalities()) {
        if (each.ended.empty() && each.ward.empty() && each.lg_code.substr(0, 2) == prefecture)
            add("000020" + std::string(each.lg_code));
    }
    const std::string office = prefecture.empty() ? "700150" : "0" + std::string(prefecture) + "001";
    for (int i = 0; i < others; ++i) add(office + std::to_string(100000 + 7 * i));
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

}  // namespace daicho
