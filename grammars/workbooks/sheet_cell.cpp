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

void append_number(const SheetCell& cell, const CellMeanings& meanings, std::string& out) {
    const NumberFormat& format = meanings.format(cell.style);
    const std::string_view value = cell.value;
    if (format.plain() && is_plain_number(value)) {
        out += value;
        return;
    }
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc{} || end != value.data() + value.size()) {
        out += value;
        return;
    }
    format.append(out, number, meanings.dates);
}

/// What `v` says, but for shared strings.
CellNote append_value(const SheetCell& cell, const CellMeanings& meanings, std::string& out) {
    if (cell.type == "b") {
        out += cell.value == "1" || cell.value == "true" ? "TRUE" : "FALSE";
    } else if (cell.type == "e") {
        out += cell.value;
        return CellNote::error;
    } else if (cell.type == "n") {
        append_number(cell, meanings, out);
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
    const bool shared = cell.has_value && cell.type == "s";
    std::string_view text = cell.text, reading = cell.reading;
    if (shared) {
        const auto index = unsigned_in(cell.value);
        if (!index || *index >= meanings.strings.size()) return false;
        text = meanings.strings[*index];
        reading = meanings.strings.reading(*index);
    }
    meanings.format(cell.style).append_text(out, text);
    CellNote note = CellNote::none;
    if (cell.has_value && !shared) note = append_value(cell, meanings, out);
    // Only a text ("str") can be empty: programs that do not calculate write <v></v>.
    if (cell.formula && cell.value.empty() && cell.type != "str") note = CellNote::no_result;
    const auto size = static_cast<std::uint32_t>(out.size()) - begin;
    if (size == 0 && note == CellNote::none) return true;
    const int traits = (cell.has_value && cell.type == "n" ? cell_trait::number : 0) |
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
