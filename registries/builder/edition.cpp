#include "registries/builder/edition.hpp"

namespace daicho {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

unsigned number(std::string_view digits) {
    unsigned value = 0;
    for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
}

std::string as_date(std::string_view digits) {
    const unsigned year = number(digits.substr(0, 4));
    if (year < 1950 || year > 2099) return {};
    if (digits.size() == 4) return std::string(digits);
    const unsigned month = number(digits.substr(4, 2)), day = number(digits.substr(6, 2));
    if (month < 1 || month > 12 || day < 1 || day > 31) return {};
    return std::string(digits.substr(0, 4))
        .append("-")
        .append(digits.substr(4, 2))
        .append("-")
        .append(digits.substr(6, 2));
}

/// The last date of one name.
std::string date_in(std::string_view name) {
    std::string date;
    for (std::size_t at = 0; at < name.size();) {
        std::size_t end = at;
        while (end < name.size() && is_digit(name[end])) ++end;
        if (end - at == 4 || end - at == 8) {
            if (auto found = as_date(name.substr(at, end - at)); !found.empty()) date = std::move(found);
        }
        at = end + (end == at);
    }
    return date;
}

}  // namespace

std::string_view to_string(Edition::From from) {
    constexpr std::string_view names[] = {"name", "archive", "rows", "file"};
    return names[static_cast<std::size_t>(from)];
}

std::string edition_in_name(std::string_view locator) {
    while (!locator.empty()) {
        const auto bang = locator.rfind('!');
        const auto name = locator.substr(bang == locator.npos ? 0 : bang + 1);
        if (auto date = date_in(name.substr(name.rfind('/') + 1)); !date.empty()) return date;
        locator = locator.substr(0, bang == locator.npos ? 0 : bang);
    }
    return {};
}

}  // namespace daicho
