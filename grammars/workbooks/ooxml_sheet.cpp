#include "grammars/workbooks/ooxml_sheet.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <map>
#include <optional>
#include <string>

#include "grammars/base/error.hpp"
#include "grammars/formats/xml_reader.hpp"
#include "grammars/text/digits.hpp"

namespace daicho {

namespace {

/// B12 of a sheet: column 1, row 12.
struct CellPlace {
    std::uint32_t column = 0;
    std::uint64_t row = 0;
};

std::optional<CellPlace> parse_place(std::string_view text) {
    CellPlace place;
    std::size_t at = 0;
    std::uint32_t column = 0;
    for (; at < text.size() && at < 4; ++at) {
        const char c = static_cast<char>(text[at] & ~0x20);
        if (text[at] == '$') continue;
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::uint32_t>(c - 'A' + 1);
    }
    if (at < text.size() && text[at] == '$') ++at;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), place.row);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (column == 0 || column > most_sheet_columns || place.row == 0 || place.row > most_sheet_rows)
        return std::nullopt;
    place.column = column - 1;
    return place;
}

std::optional<std::uint64_t> number_in(std::optional<std::string_view> text) {
    std::uint64_t number = 0;
    if (!text) return std::nullopt;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    return error == std::errc{} && end == text->data() + text->size() ? std::optional(number) : std::nullopt;
}

bool is_true(std::optional<std::string_view> text) {
    return text == "1" || text == "true";
}

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

/// [1]表!A1, of a formula: the first of the workbooks that this one reads.
bool reads_other_workbook(std::string_view formula) {
    for (std::size_t at = formula.find('['); at != formula.npos; at = formula.find('[', at + 1)) {
        const std::size_t end = formula.find_first_not_of("0123456789", at + 1);
        if (end != formula.npos && end > at + 1 && formula[end] == ']') return true;
    }
    return false;
}

class OoxmlSheet final : public SheetRows {
 public:
    OoxmlSheet(std::unique_ptr<ByteSource> part, const CellMeanings& meanings)
        : part_(std::move(part)), xml_(*part_), meanings_(meanings) {}

    bool next(SheetRow& row) override;
    const std::vector<bool>& hidden_columns() const override { return hidden_; }

 private:
    void read_column();
    void read_row(SheetRow& row);
    void read_cell(SheetRow& row);
    CellNote append_value(std::string& out, std::string_view type, std::size_t style, bool formula);
    void append_number(std::string& out, std::size_t style);
    [[noreturn]] void refuse(const std::string& ja, const std::string& en) const;

    std::unique_ptr<ByteSource> part_;
    XmlReader xml_;
    CellMeanings meanings_;
    std::vector<bool> hidden_;
    std::string value_;  // of the cell that is read
    std::string type_;
    std::uint64_t row_ = 0;
    std::uint32_t column_ = 0;
};

void OoxmlSheet::refuse(const std::string& ja, const std::string& en) const {
    throw Error{ErrorKind::input,
                part_->name() + ": ブックが壊れています（" + ja + "）。もう一度入手してください。",
                part_->name() + ": this workbook is damaged (" + en + "); get the file again"};
}

bool OoxmlSheet::next(SheetRow& row) {
    for (XmlEvent event = xml_.next_tag(); event != XmlEvent::finished; event = xml_.next_tag()) {
        if (event != XmlEvent::start) continue;
        if (xml_.depth() == 1 && xml_.name() != "worksheet" && xml_.name() != "dialogsheet") {
            refuse("シートのあるべきところに " + std::string(xml_.name()) + " があります",
                   "there is a " + std::string(xml_.name()) + " in the place of a sheet");
        }
        if (xml_.name() == "row") {
            read_row(row);
            return true;
        }
        if (xml_.name() == "col") read_column();
    }
    return false;
}

void OoxmlSheet::read_column() {
    const auto first = number_in(xml_.attribute("min")), last = number_in(xml_.attribute("max"));
    if (!is_true(xml_.attribute("hidden")) || !first || !last || *first == 0) return;
    const std::size_t end = std::min<std::uint64_t>(*last, most_sheet_columns);
    if (hidden_.size() < end) hidden_.resize(end);
    for (std::size_t column = *first - 1; column < end; ++column) hidden_[column] = true;
}

void OoxmlSheet::read_row(SheetRow& row) {
    const auto number = number_in(xml_.attribute("r"));
    const std::uint64_t before = row_;
    row_ = number ? *number : row_ + 1;
    if (row_ <= before || row_ > most_sheet_rows) {
        refuse(std::to_string(before) + " 行の次が " + std::to_string(row_) + " 行です",
               "row " + std::to_string(row_) + " behind row " + std::to_string(before));
    }
    row.number = row_;
    row.hidden = is_true(xml_.attribute("hidden"));
    row.text.clear();
    row.cells.clear();
    column_ = 0;
    const unsigned depth = xml_.depth();
    for (XmlEvent event = xml_.next_tag();; event = xml_.next_tag()) {
        if (event == XmlEvent::start && xml_.name() == "c") {
            read_cell(row);
        } else if (event == XmlEvent::finished || (event == XmlEvent::end && xml_.depth() == depth)) {
            return;
        }
    }
}

void OoxmlSheet::read_cell(SheetRow& row) {
    std::size_t style = 0;
    bool placed = false;
    type_ = "n";
    for (const XmlReader::Attribute& attribute : xml_.attributes()) {
        if (attribute.name == "r") {
            const auto place = parse_place(attribute.value);
            if (!place || place->row != row_ || place->column < column_) {
                const std::string shown(attribute.value.substr(0, 20));
                refuse(std::to_string(row_) + " 行にセル " + shown,
                       "cell " + shown + " in row " + std::to_string(row_));
            }
            column_ = place->column;
            placed = true;
        } else if (attribute.name == "s") {
            style = number_in(attribute.value).value_or(0);
        } else if (attribute.name == "t") {
            type_ = attribute.value;
        }
    }
    if (!placed && column_ >= most_sheet_columns) refuse("列が多すぎます", "too many columns");
    value_.clear();
    bool formula = false, has_value = false, in_value = false, in_formula = false, external = false;
    const auto begin = static_cast<std::uint32_t>(row.text.size());
    const unsigned depth = xml_.depth();
    for (XmlEvent event = xml_.next();; event = xml_.next()) {
        if (event == XmlEvent::start) {
            in_value = xml_.name() == "v";
            has_value |= in_value;
            in_formula = xml_.name() == "f";
            formula |= in_formula;
            if (xml_.name() == "is") {
                std::string text;
                append_rich_text(xml_, text);
                meanings_.format(style).append_text(row.text, text);
            }
        } else if (event == XmlEvent::text) {
            if (in_value) value_ += xml_.text();
            if (in_formula) external |= reads_other_workbook(xml_.text());
        } else {
            in_value = in_formula = false;
            if (event == XmlEvent::finished || xml_.depth() == depth) break;
        }
    }
    CellNote note = formula && !has_value ? CellNote::no_result : CellNote::none;
    if (has_value) note = append_value(row.text, type_, style, formula);
    const auto size = static_cast<std::uint32_t>(row.text.size()) - begin;
    if (size != 0 || note != CellNote::none) {
        const bool number = has_value && type_ == "n";
        const int traits = (number ? cell_trait::number : 0) | (formula ? cell_trait::formula : 0) |
                           (external ? cell_trait::external : 0) | meanings_.look(style);
        row.cells.push_back({column_, begin, size, note, static_cast<std::uint8_t>(traits)});
    }
    ++column_;
}

CellNote OoxmlSheet::append_value(std::string& out, std::string_view type, std::size_t style, bool formula) {
    if (type == "s") {
        const auto index = number_in(value_);
        if (!index || *index >= meanings_.strings.size()) {
            refuse("文字列 " + value_.substr(0, 20) + " がありません",
                   "there is no string " + value_.substr(0, 20));
        }
        meanings_.format(style).append_text(out, meanings_.strings[*index]);
    } else if (type == "b") {
        out += value_ == "1" || value_ == "true" ? "TRUE" : "FALSE";
    } else if (type == "e") {
        out += value_;
        return CellNote::error;
    } else if (type == "n") {
        append_number(out, style);
    } else if (type != "inlineStr" ||
               formula) {  // str: the text that a formula came to; d: a date in ISO 8601
        meanings_.format(style).append_text(out, value_);
    }
    return CellNote::none;
}

void OoxmlSheet::append_number(std::string& out, std::size_t style) {
    const NumberFormat& format = meanings_.format(style);
    if (format.plain() && is_plain_number(value_)) {
        out += value_;
        return;
    }
    double number = 0;
    const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), number);
    if (error != std::errc{} || end != value_.data() + value_.size()) {
        out += value_;
        return;
    }
    format.append(out, number, meanings_.dates);
}

/// The value of the attribute in the start tag that is behind `at`, or nothing.
std::optional<std::string_view> attribute_in(std::string_view tag, std::string_view name) {
    const std::size_t at = tag.find(name);
    if (at == tag.npos || at + name.size() + 2 > tag.size()) return std::nullopt;
    const std::size_t quote = tag.find_first_of("\"'", at + name.size());
    if (quote == tag.npos) return std::nullopt;
    const std::size_t end = tag.find(tag[quote], quote + 1);
    return end == tag.npos ? std::nullopt : std::optional(tag.substr(quote + 1, end - quote - 1));
}

void add_range(std::vector<MergedCells>& all, std::string_view range) {
    const std::size_t colon = range.find(':');
    if (colon == range.npos) return;
    const auto first = parse_place(range.substr(0, colon)), last = parse_place(range.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) return;
    all.push_back({first->row, last->row, first->column, last->column});
}

}  // namespace

std::unique_ptr<SheetRows> read_ooxml_sheet(std::unique_ptr<ByteSource> part, const CellMeanings& meanings) {
    return std::make_unique<OoxmlSheet>(std::move(part), meanings);
}

std::vector<MergedCells> merged_cells_of(ByteSource& part) {
    constexpr std::string_view element = "mergeCell ";
    constexpr std::size_t longest_tag = 256, most_ranges = 100'000;
    std::vector<MergedCells> all;
    std::vector<char> buffer(1 << 16);
    std::size_t kept = 0;  // bytes of a tag that may go on in the next piece
    for (;;) {
        const std::size_t got = part.read(buffer.data() + kept, buffer.size() - kept);
        std::string_view text(buffer.data(), kept + got);
        std::size_t rest = got == 0 ? text.size() : text.size() - std::min(text.size(), element.size() + 1);
        for (std::size_t at = text.find(element); at != text.npos; at = text.find(element, at + 1)) {
            if (at == 0 || (text[at - 1] != '<' && text[at - 1] != ':')) continue;
            const std::size_t end = text.find('>', at);
            if (end == text.npos) {
                if (text.size() - at < longest_tag) rest = std::min(rest, at - 1);
                break;
            }
            const auto range = attribute_in(text.substr(at, end - at), "ref");
            if (range) add_range(all, *range);
            rest = std::max(rest, end);
            if (all.size() == most_ranges) return all;
        }
        if (got == 0) return all;
        kept = text.size() - rest;
        std::memmove(buffer.data(), buffer.data() + rest, kept);
    }
}

}  // namespace daicho
