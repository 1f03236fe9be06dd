#include "grammars/workbooks/sheet_cell.hpp"

#include <algorithm>
#include <charconv>

#include "grammars/text/digits.hpp"

namespace daicho {

namespace {

/// A number as people write it: 15 digits at most, with a point or without, no exponent, no zero that says
/// nothing.
bool is_plain_number(std::string_view text) {
    if (text.empty() || text.size() > 16) return false;
    const std::size_t point = std::min(text.find('.'), text.size());
    if (point == 0 || point + 1 == text.size() || (text.front() == '0' && point != 1)) return false;
    if (point < text.size() && text.back() == '0') return false;
    if (point == text.size() && text.size() > 15) return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at != point && !is_ascii_digit(text[at])) return false;
    }
    return true;
}

/// Of a decimal with more digits than people see, those that they see: 35.690628 of 35.690628000000004.
/// False, with nothing written, where it is written in another way, or where the double that it stands for
/// may lie on the other side of the middle between two numbers of 15 digits.
bool append_rounded(std::string_view text, std::string& out) {
    constexpr std::size_t shown = 15, longest = 24;
    constexpr int below_middle = 37, above_middle = 62;  // of a hundred; a double is within 12 of its text
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const std::size_t point = text.find('.');
    if (text.size() > longest || point == text.npos || point == 0 || point > shown) return false;
    char digits[longest + 1];  // behind the zeros in front
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at == point) continue;
        if (!is_ascii_digit(text[at])) return false;
        if (count > 0 || text[at] != '0') digits[count++] = text[at];
    }
    const std::size_t decimals = text.size() - point - 1;  // as they are written
    if (count <= shown || decimals > count + 2 || (text.front() == '0') != (point == 1 && decimals >= count))
        return false;
    if (count == shown + 1) digits[count] = '0';
    const int rest = (digits[shown] - '0') * 10 + digits[shown + 1] - '0';
    if (rest > below_middle && rest < above_middle) return false;
    const bool up = rest >= above_middle;
    if (up && std::all_of(digits, digits + shown, [](char digit) { return digit == '9'; })) return false;
    std::size_t last = shown;  // digits that are written
    if (up) {
        while (digits[last - 1] == '9') --last;
        ++digits[last - 1];
    }
    const std::size_t whole = count > decimals ? count - decimals : 0;  // digits in front of the point
    while (last > whole && last > 0 && digits[last - 1] == '0') --last;
    if (negative) out += '-';
    if (whole == 0) out += '0';
    for (std::size_t i = 0; i < whole; ++i) out += i < last ? digits[i] : '0';
    if (last <= whole) return true;
    out += '.';
    out.append(decimals > count ? decimals - count : 0, '0');
    out.append(digits + whole, last - whole);
    return true;
}

std::optional<double> double_in(std::string_view text) {
    constexpr std::size_t surely_exact = 15;  // digits of a whole number
    if (text.size() <= surely_exact) {
        if (const auto whole = unsigned_in(text)) return static_cast<double>(*whole);
    }
    double number = 0;
    const char* const behind = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), behind, number);
    return error == std::errc{} && end == behind ? std::optional(number) : std::nullopt;
}

void append_number(const SheetCell& cell, const CellMeanings& meanings, std::string& out) {
    const NumberFormat& format = meanings.format(cell.style);
    const std::string_view value = cell.value;
    if (format.plain()) {
        if (is_plain_number(value)) {
            out += value;
            return;
        }
        if (append_rounded(value, out)) return;
    }
    if (const auto number = double_in(value)) {
        format.append(out, *number, meanings.dates);
    } else {
        out += value;
    }
}

/// Quicker than a comparison of texts, of which there is one for each cell.
bool is(std::string_view type, char letter) {
    return type.size() == 1 && type.front() == letter;
}

/// What `v` says, but for shared strings.
CellNote append_value(const SheetCell& cell, const CellMeanings& meanings, std::string& out) {
    if (is(cell.type, 'n')) {
        append_number(cell, meanings, out);
    } else if (is(cell.type, 'b')) {
        out += cell.value == "1" || cell.value == "true" ? "TRUE" : "FALSE";
    } else if (is(cell.type, 'e')) {
        out += cell.value;
        return CellNote::error;
    } else if (cell.type != "inlineStr" || cell.formula) {  // str: what a formula came to; d: an ISO date
        meanings.format(cell.style).append_text(out, cell.value);
    }
    return CellNote::none;
}

}  // namespace

std::optional<SheetPlace> parse_sheet_place(std::string_view text) {
    std::size_t at = 0;
    std::uint32_t column = 0;
    for (; at < text.size() && at < 4; ++at) {
        const char c = static_cast<char>(text[at] & ~0x20);
        if (text[at] == '$') continue;
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::uint32_t>(c - 'A' + 1);
    }
    if (at < text.size() && text[at] == '$') ++at;
    const auto row = unsigned_in(text.substr(at));
    if (!row || column == 0 || column > most_sheet_columns || *row == 0 || *row > most_sheet_rows)
        return std::nullopt;
    return SheetPlace{column - 1, *row};
}

std::optional<std::uint64_t> unsigned_in(std::string_view text) {
    constexpr std::size_t most_digits = 19;  // of any of them a number of 64 bits can be made
    if (text.empty() || text.size() > most_digits) return std::nullopt;
    std::uint64_t number = 0;
    for (const char c : text) {
        if (!is_ascii_digit(c)) return std::nullopt;
        number = number * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return number;
}

bool reads_other_workbook(std::string_view formula) {
    for (std::size_t at = formula.find('['); at != formula.npos; at = formula.find('[', at + 1)) {
        const std::size_t end = formula.find_first_not_of("0123456789", at + 1);
        if (end != formula.npos && end > at + 1 && formula[end] == ']') return true;
    }
    return false;
}

bool append_cell(const SheetCell& cell, const CellMeanings& meanings, SheetRow& row) {
    std::string& out = row.text;
    const auto begin = static_cast<std::uint32_t>(out.size());
    const bool shared = cell.has_value && is(cell.type, 's');
    std::string_view text = cell.text, reading = cell.reading;
    if (shared) {
        const auto index = unsigned_in(cell.value);
        if (!index || *index >= meanings.strings.size()) return false;
        text = meanings.strings[*index];
        reading = meanings.strings.reading(*index);
    }
    if (!text.empty()) meanings.format(cell.style).append_text(out, text);
    CellNote note = CellNote::none;
    if (cell.has_value && !shared) note = append_value(cell, meanings, out);
    // Only a text ("str") can be empty: programs that do not calculate write <v></v>.
    if (cell.formula && cell.value.empty() && cell.type != "str") note = CellNote::no_result;
    const auto size = static_cast<std::uint32_t>(out.size()) - begin;
    if (size == 0 && note == CellNote::none) return true;
    const int traits = (cell.has_value && is(cell.type, 'n') ? cell_trait::number : 0) |
                       (cell.formula ? cell_trait::formula : 0) | (cell.external ? cell_trait::external : 0) |
                       meanings.look(cell.style);
    row.cells.push_back({cell.column, begin, size, note, static_cast<std::uint8_t>(traits)});
    if (!reading.empty() && size == text.size()) {  // that of the whole cell, not of a part of it
        row.readings.push_back({cell.column, static_cast<std::uint32_t>(out.size()),
                                static_cast<std::uint32_t>(reading.size())});
        out += reading;
    }
    return true;
}

}  // namespace daicho
