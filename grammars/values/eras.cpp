#include "grammars/values/eras.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "grammars/base/embedded_file.hpp"
#include "grammars/values/value_text.hpp"

namespace daicho {

std::span<const EmbeddedFile> era_table();

namespace {

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

Date date_of(std::string_view text) {
    if (text.empty()) return {9999, 12, 31};
    return {number(text.substr(0, 4)), two_digits(text, 5), two_digits(text, 8)};
}

/// The part of `text` before `separator`, which is taken from `text` with it.
std::string_view take_until(std::string_view& text, char separator) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

std::vector<Era> read_table() {
    std::vector<Era> table;
    std::string_view text = era_table().front().text;
    while (!text.empty()) {
        std::string_view line = take_until(text, '\n');
        if (line.empty() || line.front() == '#') continue;
        std::array<std::string_view, 7> cells;
        for (auto& cell : cells) cell = take_until(line, '\t');
        table.push_back(
            {cells[0], cells[1], cells[2], cells[3], number(cells[4]), date_of(cells[5]), date_of(cells[6])});
    }
    return table;
}

}  // namespace

std::span<const Era> eras() {
    static const std::vector<Era> table = read_table();
    return table;
}

const Era* era_of(const Date& date) {
    const Era* found = nullptr;
    for (const Era& era : eras()) {
        if (era.first <= date) found = &era;
    }
    return found;
}

std::string era_text(const Date& date) {
    const Era* era = era_of(date);
    if (!era) return {};
    const int year = date.year - era->year_one + 1;
    return std::string(era->name) + (year == 1 ? "元" : std::to_string(year)) + "年" +
           std::to_string(date.month) + "月" + std::to_string(date.day) + "日";
}

}  // namespace daicho
