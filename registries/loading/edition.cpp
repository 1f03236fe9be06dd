#include "registries/loading/edition.hpp"

#include "grammars/base/path_names.hpp"
#include "grammars/text/digits.hpp"

namespace daicho {

namespace {

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

/// Whether a digit stands at `at`; not before the start or behind the end.
bool digit_at(std::string_view name, std::size_t at) {
    return at < name.size() && is_ascii_digit(name[at]);
}

/// 2024-03-12 that begins at `at`, as 20240312; empty where there is none.
std::string spaced_date(std::string_view name, std::size_t at) {
    const std::string_view text = name.substr(at, 10);
    if (text.size() < 10 || digit_at(name, at + 10)) return {};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool mark = i == 4 || i == 7;
        if (mark ? text[i] != '-' && text[i] != '_' : !is_ascii_digit(text[i])) return {};
    }
    return std::string(text.substr(0, 4)).append(text.substr(5, 2)).append(text.substr(8, 2));
}

/// Whether the digits [begin, end) are one of several numbers with hyphens between them: 46505-2010-1 is a
/// map.
bool is_part_of_number(std::string_view name, std::size_t begin, std::size_t end) {
    const bool before = begin >= 2 && name[begin - 1] == '-' && is_ascii_digit(name[begin - 2]);
    return before || (end < name.size() && name[end] == '-' && digit_at(name, end + 1));
}

/// The last date of one name.
std::string date_in(std::string_view name) {
    std::string date;
    const auto take = [&](std::string_view digits) {
        if (auto found = as_date(digits); !found.empty()) date = std::move(found);
    };
    for (std::size_t at = 0; at < name.size();) {
        std::size_t end = at;
        while (digit_at(name, end)) ++end;
        const std::size_t size = end - at;
        const std::string spaced = size == 4 ? spaced_date(name, at) : std::string();
        if (!spaced.empty()) {
            take(spaced);
            end = at + 10;
        } else if (size == 8 || (size == 4 && !is_part_of_number(name, at, end))) {
            take(name.substr(at, size));
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
        if (auto date = date_in(name_of_path(name)); !date.empty()) return date;
        locator = locator.substr(0, bang == locator.npos ? 0 : bang);
    }
    return {};
}

}  // namespace daicho
