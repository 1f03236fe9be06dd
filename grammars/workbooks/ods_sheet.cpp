#include "grammars/workbooks/ods_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>

#include "grammars/base/error.hpp"
#include "grammars/formats/xml_reader.hpp"
#include "grammars/text/digits.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/workbooks/number_format.hpp"
#include "grammars/workbooks/ods_text_formats.hpp"

namespace daicho {

namespace {

using View = std::string_view;

/// What repeated cells may come to: some bytes of a file can stand for a table of any size.
constexpr std::uint64_t most_repeated_in_row = std::uint64_t{64} << 20,
                        most_repeated = std::uint64_t{2} << 30;

std::optional<double> decimal_in(View text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::uint64_t count_in(const XmlReader& xml, View name, std::uint64_t most) {
    const View text = ods_attribute(xml, name);
    std::uint64_t count = 1;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return std::clamp<std::uint64_t>(count, 1, most);
}

/// What a cell says of its value.
struct OdsValue {
    std::string type, value, shown;
    bool formula = false, error = false;

    explicit OdsValue(const XmlReader& xml) {
        for (const XmlReader::Attribute& one : xml.attributes()) {
            if (one.name == "value-type") {
                if (one.value == "error") {
                    error = true;
                } else if (type.empty()) {
                    type = one.value;
                }
            } else if (one.name == "value" || one.name == "date-value" || one.name == "time-value" ||
                       one.name == "boolean-value" || one.name == "string-value") {
                value = one.value;
            } else if (one.name == "formula") {
                formula = true;
            }
        }
    }
};

/// 060-0001 of 600001: the digits of the number with zeros in front or marks between, as a mask shows them.
bool is_mask_of(View shown, View number) {
    std::string digits;
    bool mark = false, marks = false;  // behind the last digit; between digits
    for (const char c : shown) {
        if (is_ascii_digit(c)) {
            marks |= mark && !digits.empty();
            mark = false;
            digits += c;
        } else if (c == '-' || c == ' ' || c == '(' || c == ')') {
            mark = true;
        } else {
            return false;
        }
    }
    if (shown.empty() || shown.front() == '-') return false;
    const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size());
    return (zeros > 0 || marks) && View(digits).substr(zeros) == number;
}

/// PT09H05M00S as 09:05.
std::string time_of(View duration) {
    if (!duration.starts_with("PT")) return std::string(duration);
    double seconds = 0;
    double number = 0;
    for (View rest = duration.substr(2); !rest.empty();) {
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        if (error != std::errc{} || end == rest.data() + rest.size()) return std::string(duration);
        seconds += number * (*end == 'H' ? 3600 : *end == 'M' ? 60 : 1);
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()) + 1);
    }
    std::string text;
    NumberFormat("[h]:mm:ss").append(text, seconds / 86400, DateSystem::from_1900);
    return text;
}

/// 2020-12-22T09:00:00 as 2020-12-22T09:00.
std::string date_of(View date) {
    if (date.size() == 19 && date.ends_with(":00")) date.remove_suffix(3);
    return std::string(date);
}

std::string text_of(const OdsValue& cell) {
    const auto number = decimal_in(cell.value);
    if (cell.error) return cell.shown;
    if (cell.type == "date") return date_of(cell.value);
    if (cell.type == "time") return time_of(cell.value);
    if (cell.type == "boolean") return cell.value == "true" ? "TRUE" : "FALSE";
    if (!number || cell.type == "string") return cell.shown.empty() ? cell.value : cell.shown;
    std::string plain;
    append_plain_number(plain, cell.type == "percentage" ? *number * 100 : *number);
    if (cell.type == "percentage") return plain + '%';
    return is_mask_of(cell.shown, plain) ? std::string(trimmed(cell.shown)) : plain;
}

/// The text of a cell, at whose start the reader is; goes to its end. Paragraphs are lines; notes are left
/// out.
void read_shown(XmlReader& xml, std::string& shown) {
    const unsigned depth = xml.depth();
    unsigned note = 0;
    bool first = true, in_paragraph = false;
    for (XmlEvent event = xml.next();; event = xml.next()) {
        if (event == XmlEvent::start) {
            if (note == 0 && (xml.name() == "annotation" || xml.name() == "ruby-text")) note = xml.depth();
            if (note != 0) continue;
            if (xml.name() == "p") {
                if (!first) shown += '\n';
                first = false;
                in_paragraph = true;
            } else if (xml.name() == "s") {
                shown.append(count_in(xml, "c", 1000), ' ');
            } else if (xml.name() == "tab" || xml.name() == "line-break") {
                shown += xml.name() == "tab" ? '\t' : '\n';
            }
        } else if (event == XmlEvent::text) {
            if (note == 0 && in_paragraph) shown += xml.text();
        } else {
            if (event == XmlEvent::finished || xml.depth() == depth) return;
            if (xml.depth() == note) note = 0;
            if (note == 0 && xml.name() == "p") in_paragraph = false;
        }
    }
}

class OdsSheet final : public SheetRows {
 public:
    OdsSheet(std::unique_ptr<ByteSource> content, std::size_t sheet, OdsTextFormats formats)
        : content_(std::move(content)), xml_(*content_), formats_(std::move(formats)) {
        std::size_t number = 0;
        for (XmlEvent event = xml_.next_tag(); event != XmlEvent::finished; event = xml_.next_tag()) {
            if (event != XmlEvent::start) continue;
            if (xml_.name() == "table" && number++ == sheet) break;
            formats_.take(xml_);
        }
        depth_ = xml_.depth();
        plain_ = formats_.empty();
    }

    bool next(SheetRow& row) override {
        if (again_ > 0) {
            --again_;
            row = last_;
            row.number = ++row_;
            return true;
        }
        while (!ended_) {
            const XmlEvent event = xml_.next_tag();
            if (event == XmlEvent::finished || (event == XmlEvent::end && xml_.depth() == depth_)) {
                ended_ = true;
            } else if (event == XmlEvent::start && xml_.name() == "table-column") {
                read_column();
            } else if (event == XmlEvent::start && xml_.name() == "table-row") {
                if (read_row(row)) return true;
            }
        }
        return false;
    }
    const std::vector<bool>& hidden_columns() const override { return hidden_; }
    const std::vector<MergedCells>& merged() const { return merged_; }

 private:
    void read_column() {
        const std::size_t count = count_in(xml_, "number-columns-repeated", most_sheet_columns);
        const bool hidden =
            !ods_attribute(xml_, "visibility").empty() && ods_attribute(xml_, "visibility") != "visible";
        hidden_.resize(std::min<std::size_t>(hidden_.size() + count, most_sheet_columns), hidden);
        if (!plain_)
            of_column_.resize(hidden_.size(), formats_.of(ods_attribute(xml_, "default-cell-style-name")));
    }

    /// How a text of the cell that the reader is at is shown: its style, else that of its row, else that of
    /// its column.
    const OdsTextFormat* format_of_cell() const {
        if (plain_) return nullptr;
        if (const View own = ods_attribute(xml_, "style-name"); !own.empty()) return formats_.of(own);
        if (row_has_style_) return of_row_;
        return column_ < of_column_.size() ? of_column_[column_] : nullptr;
    }

    /// False: rows without text, of which there may be a million.
    bool read_row(SheetRow& row) {
        const std::uint64_t repeated = count_in(xml_, "number-rows-repeated", most_sheet_rows);
        const View visibility = ods_attribute(xml_, "visibility");
        row.hidden = !visibility.empty() && visibility != "visible";
        const View style = ods_attribute(xml_, "default-cell-style-name");
        row_has_style_ = !style.empty();
        of_row_ = plain_ ? nullptr : formats_.of(style);
        row.number = ++row_;
        row.text.clear();
        row.cells.clear();
        column_ = 0;
        const unsigned depth = xml_.depth();
        for (XmlEvent event = xml_.next_tag();; event = xml_.next_tag()) {
            if (event == XmlEvent::start) {
                const bool covered = xml_.name() == "covered-table-cell";
                if (covered || xml_.name() == "table-cell") read_cell(row, covered);
            } else if (event == XmlEvent::finished || xml_.depth() == depth) {
                break;
            }
        }
        if (row_ > most_sheet_rows) {
            throw Error{
                ErrorKind::input,
                content_->name() + ": ブックが壊れています（行が多すぎます）。もう一度入手してください。",
                content_->name() + ": this workbook is damaged (too many rows); get the file again"};
        }
        if (row.cells.empty()) {
            row_ += repeated - 1;
            return repeated == 1;
        }
        again_ = std::min(repeated - 1, most_sheet_rows - row_);
        repeat(again_ * (row.text.size() + row.cells.size()));
        if (again_ > 0) last_ = row;
        return true;
    }

    void read_cell(SheetRow& row, bool covered) {
        const auto repeated =
            static_cast<std::uint32_t>(count_in(xml_, "number-columns-repeated", most_sheet_columns));
        const std::uint64_t down = count_in(xml_, "number-rows-spanned", most_sheet_rows);
        const auto across =
            static_cast<std::uint32_t>(count_in(xml_, "number-columns-spanned", most_sheet_columns));
        OdsValue cell(xml_);
        const OdsTextFormat* format = format_of_cell();
        read_shown(xml_, cell.shown);
        if (down > 1 || across > 1) merged_.push_back({row_, row_ + down - 1, column_, column_ + across - 1});
        std::string text = covered ? std::string() : text_of(cell);
        if (format && cell.type == "string" && cell.value.empty() && !text.empty())
            text = format->shown(text);
        CellNote note = cell.error ? CellNote::error : CellNote::none;
        if (cell.formula && text.empty() && cell.type.empty()) note = CellNote::no_result;
        if ((text.empty() && note == CellNote::none) || covered) {
            column_ = std::min(column_ + repeated, most_sheet_columns);
            return;
        }
        if (repeated > 1) repeat(repeated * text.size());
        if (repeated > 1 && row.text.size() + repeated * text.size() > most_repeated_in_row)
            refuse_repeated();
        for (std::uint32_t i = 0; i < repeated && column_ < most_sheet_columns; ++i, ++column_) {
            row.cells.push_back({column_, static_cast<std::uint32_t>(row.text.size()),
                                 static_cast<std::uint32_t>(text.size()), note});
            row.text += text;
        }
    }

    /// So many bytes come of repeating what is written once.
    void repeat(std::uint64_t bytes) {
        repeated_ += bytes;
        if (repeated_ > most_repeated) refuse_repeated();
    }
    [[noreturn]] void refuse_repeated() const {
        const std::string& name = content_->name();
        throw Error{
            ErrorKind::limit,
            name + ": 同じ値の繰り返しが多すぎるので読みません（1行に 64 MiB、シートに 2 GiB まで）。",
            name +
                ": too much of it is one value over and over, so it is not read (at most 64 MiB in a "
                "row, 2 GiB in a sheet)"};
    }

    std::unique_ptr<ByteSource> content_;
    XmlReader xml_;
    unsigned depth_ = 0;
    OdsTextFormats formats_;
    bool plain_ = true;  ///< no format of a text shows more than it
    std::vector<const OdsTextFormat*> of_column_;
    const OdsTextFormat* of_row_ = nullptr;
    bool row_has_style_ = false;
    std::vector<bool> hidden_;
    std::vector<MergedCells> merged_;
    std::uint32_t column_ = 0;
    std::uint64_t row_ = 0;
    std::uint64_t repeated_ = 0;  ///< bytes that came of repeating so far
    std::uint64_t again_ = 0;     ///< times that the last row comes again
    SheetRow last_;
    bool ended_ = false;
};

}  // namespace

std::unique_ptr<SheetRows> read_ods_sheet(std::unique_ptr<ByteSource> content, std::size_t sheet,
                                          OdsTextFormats formats) {
    return std::make_unique<OdsSheet>(std::move(content), sheet, std::move(formats));
}

std::vector<MergedCells> merged_cells_of_ods(std::unique_ptr<ByteSource> content, std::size_t sheet) {
    OdsSheet rows(std::move(content), sheet, {});
    for (SheetRow row; rows.next(row);) {
    }
    return rows.merged();
}

std::vector<SheetInfo> list_ods_sheets(ByteSource& content) {
    std::vector<SheetInfo> sheets;
    std::map<std::string, bool, std::less<>> hidden;  // styles of sheets
    std::string style;
    XmlReader xml(content);
    for (XmlEvent event = xml.next_tag(); event != XmlEvent::finished; event = xml.next_tag()) {
        if (event != XmlEvent::start) continue;
        if (xml.name() == "style") {
            style = ods_attribute(xml, "name");
        } else if (xml.name() == "table-properties") {
            hidden[style] = ods_attribute(xml, "display") == "false";
        } else if (xml.name() == "table") {
            const auto found = hidden.find(ods_attribute(xml, "style-name"));
            sheets.push_back(
                {std::string(ods_attribute(xml, "name")), found != hidden.end() && found->second});
        }
    }
    return sheets;
}

}  // namespace daicho
