#include "models/rules/part_names.hpp"

#include <algorithm>

namespace daicho {

namespace {

constexpr std::string_view between_parts = "・";

bool is_english(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ';
    });
}

/// `年` or `year` of `年 (year)`; empty where it is not written so.
std::string_view one_name_in(std::string_view both, Language language) {
    const std::size_t open = both.rfind(" (");
    if (open == std::string_view::npos || open == 0 || !both.ends_with(')')) return {};
    const std::string_view english = both.substr(open + 2, both.size() - open - 3);
    if (!is_english(english)) return {};
    return language == Language::ja ? both.substr(0, open) : english;
}

}  // namespace

std::string part_names_in(std::string_view both, Language language) {
    std::string names;
    for (std::string_view left = both; !left.empty();) {
        const std::size_t end = left.find(between_parts);
        const std::string_view name = one_name_in(left.substr(0, end), language);
        if (name.empty()) return std::string(both);
        if (!names.empty()) names += language == Language::ja ? between_parts : ", ";
        names += name;
        left.remove_prefix(end == std::string_view::npos ? left.size() : end + between_parts.size());
    }
    return names;
}

}  // namespace daicho
