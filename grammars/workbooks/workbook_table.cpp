#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "grammars/base/path_names.hpp"
#include "grammars/formats/json_number.hpp"
#include "grammars/formats/output_form.hpp"
#include "grammars/workbooks/workbook_writer.hpp"

namespace daicho {

namespace {

/// Digits of a number that are more than a floating-point number keeps would change.
constexpr std::size_t most_digits = 15;

/// The number that a spreadsheet shows as just this text, where there is one.
std::optional<double> plain_number(std::string_view text) {
    if (text.size() > most_digits || !is_json_number(text) || text.find_first_of("eE") != text.npos)
        return std::nullopt;
    if (text.find('.') != text.npos && text.ends_with('0')) return std::nullopt;
    if (text.starts_with("-0") && text.find_first_not_of("-0.") == text.npos) return std::nullopt;
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// A table as the one sheet of a workbook: its header stays in sight and can be filtered; what is a number by
/// its column is a number, all else is text, so that codes keep their zeros.
class WorkbookTable final : public TableWriter {
 public:
    WorkbookTable(std::unique_ptr<ByteSink> sink, OutputRequest request)
        : sink_(std::move(sink)),
          request_(std::move(request)),
          book_(request_.name),
          sheet_(book_.add_sheet(sheet_name())) {}

    void write_header(std::span<const std::string_view> names) override {
        while (!names.empty() && names.back().empty()) names = names.first(names.size() - 1);
        for (std::size_t column = 0; column < names.size(); ++column)
            sheet_.text(row_, column, names[column], CellLook::header);
        ++row_;
        columns_ = names.size();
        sheet_.freeze(row_, 0);
        has_header_ = true;
    }
    void write_record(std::span<const std::string_view> cells) override {
        for (std::size_t column = 0; column < cells.size(); ++column) {
            if (cells[column].empty()) continue;
            last_row_ = row_;
            columns_ = std::max(columns_, column + 1);
            const auto number = column < request_.columns.size() &&
                                        request_.columns[column].meaning != OutputColumn::Meaning::text
                                    ? plain_number(cells[column])
                                    : std::nullopt;
            if (number) {
                sheet_.number(row_, column, *number);
            } else {
                sheet_.text(row_, column, cells[column]);
            }
        }
        ++row_;
    }
    void finish() override {
        if (has_header_ && columns_ > 0) sheet_.filter(0, last_row_, columns_ - 1);
        book_.finish(*sink_);
    }

 private:
    /// That of the file, without folder and ending.
    std::string sheet_name() const {
        std::string_view name = name_of_path(request_.name);
        name = name.substr(0, name.rfind('.'));
        return std::string(name.empty() || name == "-" ? "Sheet1" : name);
    }

    std::unique_ptr<ByteSink> sink_;
    OutputRequest request_;
    WorkbookWriter book_;
    SheetWriter& sheet_;
    std::uint64_t row_ = 0;
    std::uint64_t last_row_ = 0;  ///< that has a value
    std::size_t columns_ = 0;     ///< up to the last one that has a name or a value
    bool has_header_ = false;
};

}  // namespace

std::unique_ptr<TableWriter> create_ooxml(std::unique_ptr<ByteSink> sink, OutputRequest request) {
    return std::make_unique<WorkbookTable>(std::move(sink), std::move(request));
}

}  // namespace daicho
