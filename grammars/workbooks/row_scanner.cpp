#include "grammars/workbooks/row_scanner.hpp"

#include <algorithm>
#include <array>

#include "grammars/base/record_place.hpp"
#include "grammars/formats/xml_text.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_attributes = 16;  ///< of a tag: each is compared with those before it

enum class Sign : std::uint8_t { other, plain, name, blank, high };

/// What a byte is. `plain` and `name` may stand in texts and in values of attributes.
constexpr std::array<Sign, 256> signs = [] {
    std::array<Sign, 256> all{};
    for (std::size_t byte = 0x20; byte < 0x80; ++byte) all[byte] = Sign::plain;
    for (std::size_t byte = 0x80; byte < 0x100; ++byte) all[byte] = Sign::high;
    for (char c = 'a'; c <= 'z'; ++c) all[static_cast<unsigned char>(c)] = Sign::name;
    for (char c = 'A'; c <= 'Z'; ++c) all[static_cast<unsigned char>(c)] = Sign::name;
    for (char c = '0'; c <= '9'; ++c) all[static_cast<unsigned char>(c)] = Sign::name;
    all[':'] = Sign::name;
    all[' '] = all['\t'] = all['\n'] = Sign::blank;
    all['<'] = all['>'] = all['&'] = Sign::other;
    return all;
}();

Sign sign_of(char c) {
    return signs[static_cast<unsigned char>(c)];
}

bool is_true(std::string_view text) {
    return text == "1" || text == "true";
}

}  // namespace

bool RowScanner::at_end(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\n");
    return first != text.npos && text.substr(first).starts_with("</sheetData");
}

RowScanner::Found RowScanner::read(std::string_view text, std::uint64_t before, SheetRow& row) {
    at_ = text.data();
    ascii_ = true;
    const bool whole = take_row(before, row);
    size_ = static_cast<std::size_t>(at_ - text.data());
    if (!whole) return size_ < text.size() ? Found::unusual : Found::part;
    return ascii_ || is_xml_text(text.substr(0, size_)) ? Found::row : Found::unusual;
}

/// Sign by sign, up to the first that is another.
template <std::size_t length, std::size_t... places>
bool RowScanner::take_signs(const char (&words)[length], std::index_sequence<places...>) {
    return ((*at_ == words[places] && (++at_, true)) && ...);
}

template <std::size_t length>
bool RowScanner::take(const char (&words)[length]) {
    return take_signs(words, std::make_index_sequence<length - 1>());
}

bool RowScanner::take(std::string_view words) {
    for (const char sign : words) {
        if (*at_ != sign) return false;
        ++at_;
    }
    return true;
}

void RowScanner::take_blanks() {
    while (sign_of(*at_) == Sign::blank) ++at_;
}

bool RowScanner::take_attribute() {
    const char* const name = at_;
    while (sign_of(*at_) == Sign::name) ++at_;
    const std::string_view known(name, static_cast<std::size_t>(at_ - name));
    if (known.empty() || *name <= '9' || known.starts_with("xml") || known.ends_with(':')) return false;
    if (!take("=") || (*at_ != '"' && *at_ != '\'')) return false;
    const char quote = *at_++;
    const char* const value = at_;
    while (*at_ != quote) {
        if (sign_of(*at_) != Sign::plain && sign_of(*at_) != Sign::name && *at_ != ' ') return false;
        ++at_;
    }
    attributes_.push_back({known, {value, static_cast<std::size_t>(at_ - value)}});
    ++at_;
    return true;
}

/// Those of a start tag, behind its name: of different names, each with a blank in front.
bool RowScanner::take_attributes() {
    attributes_.clear();
    while (sign_of(*at_) == Sign::blank) {
        take_blanks();
        if (*at_ == '>' || *at_ == '/') break;
        if (attributes_.size() == most_attributes || !take_attribute()) return false;
        const auto last = attributes_.end() - 1;
        const bool twice = std::any_of(attributes_.begin(), last,
                                       [&](const Attribute& one) { return one.name == last->name; });
        if (twice) return false;
    }
    return true;
}

bool RowScanner::take_end_of_tag(bool& empty) {
    empty = *at_ == '/';
    at_ += empty;
    return take(">");
}

template <std::size_t length>
bool RowScanner::take_end(const char (&name)[length]) {
    if (!take("</") || !take(name)) return false;
    take_blanks();
    return take(">");
}

bool RowScanner::take_reference(std::string& decoded) {
    constexpr std::pair<std::string_view, char> known[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    for (const auto& [reference, character] : known) {
        if (*(at_ + 1) != reference[1] || *(at_ + 2) != reference[2]) continue;
        decoded += character;
        return take(reference);
    }
    ++at_;
    if (*at_ != '\0') ++at_;  // so that one that is cut off ends where the text does
    return false;
}

/// The text of an element up to the next tag: a view of it, or of `decoded` where it has references.
bool RowScanner::take_text(std::string_view& text, std::string& decoded) {
    const char* begin = at_;
    decoded.clear();
    for (;;) {
        const Sign sign = sign_of(*at_);
        if (sign == Sign::high) ascii_ = false;
        if (sign != Sign::other) {
            ++at_;
            continue;
        }
        const std::string_view plain(begin, static_cast<std::size_t>(at_ - begin));
        if (*at_ == '&') {
            decoded += plain;
            if (!take_reference(decoded)) return false;
            begin = at_;
            continue;
        }
        if (*at_ != '<') return false;
        text = decoded.empty() ? plain : std::string_view(decoded += plain);
        return true;
    }
}

bool RowScanner::take_row(std::uint64_t before, SheetRow& row) {
    take_blanks();
    if (!take("<row") || !take_attributes()) return false;
    row.number = before + 1;
    row.hidden = false;
    row.text.clear();
    row.cells.clear();
    row.readings.clear();
    column_ = 0;
    for (const Attribute& one : attributes_) {
        if (one.name == "r") row.number = unsigned_in(one.value).value_or(0);
        if (one.name == "hidden") row.hidden = is_true(one.value);
    }
    if (row.number <= before || row.number > most_sheet_rows) return false;
    row_ = std::to_string(row.number);
    bool empty = false;
    return take_end_of_tag(empty) && (empty || take_cells(row));
}

bool RowScanner::take_cells(SheetRow& row) {
    for (;;) {
        take_blanks();
        if (*at_ != '<') return false;
        if (at_[1] == '/') return take_end("row");
        if (!take("<c") || !take_cell(row)) return false;
    }
}

bool RowScanner::set_attribute(const SheetRow& row, std::string_view name, std::string_view value,
                               SheetCell& cell) {
    if (name == "r") {
        const auto place = parse_sheet_place(value);
        if (!place || place->row != row.number || place->column < column_) return false;
        column_ = place->column;
    } else if (name == "s") {
        cell.style = unsigned_in(value).value_or(0);
    } else if (name == "t") {
        cell.type = value;
    }
    return true;
}

/// The place of a cell that stands next to the one before, or nothing.
bool RowScanner::take_next_place() {
    while (letters_.size() <= column_) letters_.push_back(column_letters(letters_.size()));
    const char* const begin = at_;
    if (take(" r=\"") && take(letters_[column_]) && take(row_) && take("\"")) return true;
    at_ = begin;
    return false;
}

/// r, s and t, of letters and digits, in this order: nearly all cells have no others.
bool RowScanner::take_short_attributes(const SheetRow& row, SheetCell& cell) {
    const bool placed = take_next_place();
    for (const char name : {'r', 's', 't'}) {
        if (*at_ != ' ' || at_[1] != name || (placed && name == 'r')) continue;
        if (at_[2] != '=' || at_[3] != '"') return false;
        const char* const begin = at_ + 4;
        const char* end = begin;
        while (sign_of(*end) == Sign::name) ++end;
        if (*end != '"') return false;
        const std::string_view value(begin, static_cast<std::size_t>(end - begin));
        if (!set_attribute(row, {at_ + 1, 1}, value, cell)) return false;
        at_ = end + 1;
    }
    return *at_ == '>' || *at_ == '/';
}

bool RowScanner::take_cell_attributes(const SheetRow& row, SheetCell& cell) {
    const char* const begin = at_;
    const std::uint32_t column = column_;
    if (!take_short_attributes(row, cell)) {
        at_ = begin;
        column_ = column;
        cell = {};
        if (!take_attributes()) return false;
        for (const Attribute& one : attributes_) {
            if (!set_attribute(row, one.name, one.value, cell)) return false;
        }
    }
    cell.column = column_;
    return column_ < most_sheet_columns;
}

bool RowScanner::take_cell(SheetRow& row) {
    SheetCell cell;
    bool empty = false;
    if (!take_cell_attributes(row, cell) || !take_end_of_tag(empty)) return false;
    if (!empty && !take_parts(cell)) return false;
    ++column_;
    return append_cell(cell, meanings_, row);
}

/// What stands in a cell: a formula, a value, a text, each once at most and in this order.
bool RowScanner::take_parts(SheetCell& cell) {
    take_blanks();
    if (*at_ == '<' && at_[1] == 'f' && !take_formula(cell)) return false;
    if (*at_ == '<' && at_[1] == 'v' && !take_value(cell)) return false;
    if (*at_ == '<' && at_[1] == 'i' && !take_inline_text(cell)) return false;
    return take_end("c");
}

bool RowScanner::take_formula(SheetCell& cell) {
    bool empty = false;
    if (!take("<f") || !take_attributes() || !take_end_of_tag(empty)) return false;
    cell.formula = true;
    std::string_view formula;
    if (!empty && (!take_text(formula, value_) || !take_end("f"))) return false;
    cell.external = reads_other_workbook(formula);
    take_blanks();
    return true;
}

bool RowScanner::take_value(SheetCell& cell) {
    bool empty = false;
    if (!take("<v") || !take_end_of_tag(empty)) return false;
    cell.has_value = true;
    if (!empty && (!take_text(cell.value, value_) || !take_end("v"))) return false;
    take_blanks();
    return true;
}

/// A text without runs, escapes and readings.
bool RowScanner::take_inline_text(SheetCell& cell) {
    if (!take("<is><t")) return false;
    if (*at_ == ' ' && !take(" xml:space=\"preserve\"")) return false;
    if (!take(">") || !take_text(cell.text, text_) || !take_end("t") || !take_end("is")) return false;
    take_blanks();
    return cell.text.find("_x") == cell.text.npos;
}

}  // namespace daicho
