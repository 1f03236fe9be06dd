#include "grammars/workbooks/ooxml_sheet.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>

#include "grammars/base/error.hpp"
#include "grammars/formats/xml_reader.hpp"
#include "grammars/workbooks/sheet_cell.hpp"
#include "grammars/workbooks/sheet_stream.hpp"

namespace daicho {

namespace {

std::optional<std::uint64_t> number_in(std::optional<std::string_view> text) {
    return text ? unsigned_in(*text) : std::nullopt;
}

bool is_true(std::optional<std::string_view> text) {
    return text == "1" || text == "true";
}

class OoxmlSheet final : public SheetRows {
 public:
    OoxmlSheet(std::unique_ptr<ByteSource> part, const CellMeanings& meanings)
        : part_(std::move(part)), stream_(*part_, meanings), xml_(stream_), meanings_(meanings) {}

    bool next(SheetRow& row) override;
    const std::vector<bool>& hidden_columns() const override { return hidden_; }

 private:
    void read_column();
    void read_row(SheetRow& row);
    void read_cell(SheetRow& row);
    void read_cell_attributes(SheetCell& cell);
    void read_parts(SheetCell& cell);
    [[noreturn]] void refuse(const std::string& ja, const std::string& en) const;

    std::unique_ptr<ByteSource> part_;
    SheetStream stream_;
    XmlReader xml_;
    CellMeanings meanings_;
    std::vector<bool> hidden_;
    std::string type_, value_, text_, reading_;  // of the cell that is read
    std::uint64_t row_ = 0;
    std::uint32_t column_ = 0;
    bool in_rows_ = false;  // between the tags of sheetData
};

void OoxmlSheet::refuse(const std::string& ja, const std::string& en) const {
    throw Error{ErrorKind::input,
                part_->name() + ": ブックが壊れています（" + ja + "）。もう一度入手してください。",
                part_->name() + ": this workbook is damaged (" + en + "); get the file again"};
}

/// What the parser has not asked for yet are rows, if it stands between two.
bool OoxmlSheet::next(SheetRow& row) {
    bool between = in_rows_;  // the last event was the end of a row
    for (;;) {
        if (between && xml_.has_told_all() && stream_.take_row(row_, row)) {
            row_ = row.number;
            return true;
        }
        const XmlEvent event = xml_.next_tag();
        if (event == XmlEvent::finished) return false;
        between = event == XmlEvent::start && xml_.depth() == 2 && xml_.name() == "sheetData";
        if (xml_.depth() <= 2) in_rows_ = between;
        if (event != XmlEvent::start) continue;
        if (xml_.depth() == 1 && xml_.name() != "worksheet" && xml_.name() != "dialogsheet") {
            refuse("シートのあるべきところに " + std::string(xml_.name()) + " があります",
                   "there is a " + std::string(xml_.name()) + " in the place of a sheet");
        }
        if (xml_.name() == "row") {
            in_rows_ = in_rows_ && xml_.depth() == 3;
            read_row(row);
            return true;
        }
        if (xml_.name() == "col") read_column();
    }
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
    row.readings.clear();
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
    SheetCell cell;
    read_cell_attributes(cell);
    read_parts(cell);
    if (!append_cell(cell, meanings_, row)) {
        refuse("文字列 " + value_.substr(0, 20) + " がありません",
               "there is no string " + value_.substr(0, 20));
    }
    ++column_;
}

void OoxmlSheet::read_cell_attributes(SheetCell& cell) {
    bool placed = false;
    type_ = "n";
    for (const XmlReader::Attribute& attribute : xml_.attributes()) {
        if (attribute.name == "r") {
            const auto place = parse_sheet_place(attribute.value);
            if (!place || place->row != row_ || place->column < column_) {
                const std::string shown(attribute.value.substr(0, 20));
                refuse(std::to_string(row_) + " 行にセル " + shown,
                       "cell " + shown + " in row " + std::to_string(row_));
            }
            column_ = place->column;
            placed = true;
        } else if (attribute.name == "s") {
            cell.style = number_in(attribute.value).value_or(0);
        } else if (attribute.name == "t") {
            type_ = attribute.value;
        }
    }
    if (!placed && column_ >= most_sheet_columns) refuse("列が多すぎます", "too many columns");
    cell.column = column_;
    cell.type = type_;
}

void OoxmlSheet::read_parts(SheetCell& cell) {
    value_.clear();
    text_.clear();
    reading_.clear();
    bool in_value = false, in_formula = false;
    const unsigned depth = xml_.depth();
    for (XmlEvent event = xml_.next();; event = xml_.next()) {
        if (event == XmlEvent::start) {
            in_value = xml_.name() == "v";
            cell.has_value |= in_value;
            in_formula = xml_.name() == "f";
            cell.formula |= in_formula;
            if (xml_.name() == "is") append_rich_text(xml_, text_, reading_);
        } else if (event == XmlEvent::text) {
            if (in_value) value_ += xml_.text();
            if (in_formula) cell.external |= reads_other_workbook(xml_.text());
        } else {
            in_value = in_formula = false;
            if (event == XmlEvent::finished || xml_.depth() == depth) break;
        }
    }
    cell.value = value_;
    cell.text = text_;
    cell.reading = reading_;
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
    const auto first = parse_sheet_place(range.substr(0, colon)),
               last = parse_sheet_place(range.substr(colon + 1));
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
