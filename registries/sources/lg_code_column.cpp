#include "registries/sources/lg_code_column.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "grammars/text/digits.hpp"
#include "grammars/values/check_digit.hpp"
#include "registries/embedded/municipality_table.hpp"
#include "registries/sources/place_key.hpp"

namespace daicho {

namespace {

/// A corporation that exists goes before one of the same name that is no more.
std::map<std::string, std::string_view> codes_of_names() {
    std::map<std::string, std::string_view> codes;
    for (const bool exists : {true, false}) {
        for (const Municipality& corporation : municipalities()) {
            if (corporation.ended.empty() != exists || corporation.city.empty()) continue;
            std::string key;
            add_place_key(
                std::array{corporation.prefecture, corporation.county, corporation.city, corporation.ward},
                key);
            codes.try_emplace(std::move(key), corporation.lg_code);
        }
    }
    return codes;
}

}  // namespace

void add_lg_code(std::span<const std::string_view> code, std::string& key) {
    const std::string_view digits = code.front();
    if (digits.size() != 5 || !std::ranges::all_of(digits, is_ascii_digit)) return;
    key += digits;
    key += municipality_check_digit(digits);
}

void add_lg_code_of_names(std::span<const std::string_view> names, std::string& key) {
    static const auto codes = codes_of_names();
    std::string folded;
    add_place_key(names, folded);
    if (const auto found = codes.find(folded); found != codes.end()) key += found->second;
}

}  // namespace daicho
