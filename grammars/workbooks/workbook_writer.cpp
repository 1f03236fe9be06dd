#include "grammars/workbooks/workbook_writer.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <deque>
#include <type_traits>
#include <utility>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/record_place.hpp"
#include "grammars/text/width.hpp"
#include "grammars/workbooks/quiet_library.hpp"
#include "grammars/workbooks/sheet_text.hpp"
#include "grammars/workbooks/whole_parts.hpp"
#include "grammars/workbooks/workbook.hpp"

namespace daicho {

namespace {

constexpr std::size_t longest_sheet_name = 31;  // UTF-16 units
constexpr std::size_t longest_text = 32'767;    // UTF-16 units
constexpr std::size_t longest_entry_title = 32, longest_entry_text = 255;
constexpr double widest_column = 50;
constexpr double widest_page = 300;  // characters that can still be read on the width of a page
constexpr double line_height = 15, tallest_row = 400;  // points
constexpr uint8_t paper_a4 = 9;
constexpr std::size_t widths_are_taken_from = 1000;  // rows
constexpr time_t creation_time = 315'532'800;        // 1980-01-01: a workbook does not tell when it was made

constexpr lxw_color_t header_colour = 0xDDE6F0, error_colour = 0xF8C9C4, warning_colour = 0xFCE8B2,
                      info_colour = 0xDCEBFA, repaired_colour = 0xD5EDD8, required_colour = 0xF6D9B8,
                      example_colour = 0x5F6B78, line_colour = 0xB8C4D0, link_colour = 0x1A56B0;

/// A look as the library wants it.
lxw_format* make_format(lxw_workbook* book, CellLook look) {
    lxw_format* format = workbook_add_format(book);
    const auto fill = [&](lxw_color_t colour) {
        format_set_bg_color(format, colour);
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, line_colour);
    };
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_num_format(format, "@");
    switch (look) {
        case CellLook::plain:
            break;
        case CellLook::header:
            format_set_bold(format);
            format_set_text_wrap(format);
            fill(header_colour);
            break;
        case CellLook::title:
            format_set_bold(format);
            format_set_font_size(format, 16);
            break;
        case CellLook::label:
            format_set_bold(format);
            break;
        case CellLook::wrapped:
            format_set_text_wrap(format);
            break;
        case CellLook::error:
            fill(error_colour);
            break;
        case CellLook::warning:
            fill(warning_colour);
            break;
        case CellLook::info:
            fill(info_colour);
            break;
        case CellLook::repaired:
            fill(repaired_colour);
            break;
        case CellLook::required:
            format_set_bold(format);
            format_set_text_wrap(format);
            fill(required_colour);
            break;
        case CellLook::example:
            format_set_italic(format);
            format_set_font_color(format, example_colour);
            break;
    }
    return format;
}

class Sheet final : public SheetWriter {
 public:
    Sheet(lxw_worksheet* sheet, std::string name, std::string book,
          const std::array<lxw_format*, cell_looks>& formats, lxw_format* links)
        : sheet_(sheet), name_(std::move(name)), book_(std::move(book)), formats_(formats), links_(links) {
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, paper_a4);
        worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    }

    const std::string& name() const override { return name_; }

    void text(std::uint64_t row, std::size_t column, std::string_view text, CellLook look) override {
        check_place(row, column);
        if (text.empty() && look == CellLook::plain) return;
        watch_width(row, column, text);
        if (units_of(text) > longest_text) refuse_long(row, column);
        const auto at = static_cast<lxw_row_t>(row);
        const auto in = static_cast<lxw_col_t>(column);
        if (text.empty()) {
            check(worksheet_write_blank(sheet_, at, in, format(look)));
            return;
        }
        if (text.find('\0') != text.npos) refuse_nul(row, column);
        const bool plain = text.find_first_of("_\r") == text.npos;
        text_ = plain ? std::string(text) : escaped_for_sheet(text);
        check(worksheet_write_string(sheet_, at, in, text_.c_str(), format(look)));
    }

    void number(std::uint64_t row, std::size_t column, double number, CellLook look) override {
        check_place(row, column);
        watch_width(row, column, "0000000000");
        check(worksheet_write_number(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                     number, look == CellLook::plain ? nullptr : format(look)));
    }

    void link(std::uint64_t row, std::size_t column, std::string_view text, const SheetWriter& sheet,
              std::uint64_t to_row, std::size_t to_column) override {
        check_place(row, column);
        watch_width(row, column, text);
        std::string target = "internal:'";
        for (const char c : sheet.name()) target.append(c == '\'' ? "''" : std::string(1, c));
        target += "'!" + column_letters(to_column) + std::to_string(to_row + 1);
        const std::string shown(text);
        check(worksheet_write_url_opt(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                      target.c_str(), links_, shown.c_str(), nullptr));
    }

    void comment(std::uint64_t row, std::size_t column, std::string_view text) override {
        check_place(row, column);
        const std::string shown(first_units(text, longest_text));
        lxw_comment_options options{};
        std::size_t lines = 0;
        for (std::string_view rest = text; !rest.empty() && lines < 20;) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            lines += 1 + display_width(rest.substr(0, end)) / 44;
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        options.width = 330;
        options.height = static_cast<uint16_t>(24 + 17 * lines);
        check(worksheet_write_comment_opt(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                          shown.c_str(), &options));
    }

    void entry(std::size_t column, std::uint64_t first_row, std::uint64_t last_row,
               const CellEntry& entry) override {
        check_place(last_row, column);
        if (texts_.size() <= column) texts_.resize(column + 1);
        texts_[column] = true;
        std::string title(first_units(entry.title, longest_entry_title)),
            hint(first_units(entry.hint, longest_entry_text)),
            criteria = entry_formula(column, first_row, entry);
        std::vector<std::string> texts = entry.choices;
        lxw_data_validation rule{};
        std::vector<std::remove_pointer_t<decltype(rule.value_list)>> choices;
        for (std::string& text : texts) choices.push_back(text.data());
        choices.push_back(nullptr);
        rule.validate = LXW_VALIDATION_TYPE_ANY;
        rule.input_title = rule.error_title = title.data();
        rule.input_message = rule.error_message = hint.data();
        rule.error_type = entry.refuse ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING;
        if (!entry.choices.empty()) {
            rule.validate = LXW_VALIDATION_TYPE_LIST;
            rule.value_list = choices.data();
        } else if (!criteria.empty()) {
            rule.validate =
                entry.list ? LXW_VALIDATION_TYPE_LIST_FORMULA : LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
            rule.value_formula = criteria.data();
        }
        const auto in = static_cast<lxw_col_t>(column);
        check(worksheet_data_validation_range(sheet_, static_cast<lxw_row_t>(first_row), in,
                                              static_cast<lxw_row_t>(last_row), in, &rule));
    }

    void column_width(std::size_t column, double width) override {
        if (given_.size() <= column) given_.resize(column + 1);
        given_[column] = width;
    }
    void row_lines(std::uint64_t row, std::size_t lines) override {
        check_place(row, 0);
        const double height = std::min(line_height * static_cast<double>(lines), tallest_row);
        check(worksheet_set_row(sheet_, static_cast<lxw_row_t>(row), height, nullptr));
    }
    void freeze(std::uint64_t rows, std::size_t columns) override {
        if (rows > 0) check(worksheet_repeat_rows(sheet_, 0, static_cast<lxw_row_t>(rows - 1)));
        worksheet_freeze_panes(sheet_, static_cast<lxw_row_t>(rows), static_cast<lxw_col_t>(columns));
    }
    void print_on_its_side() override {
        worksheet_set_landscape(sheet_);
        worksheet_fit_to_pages(sheet_, 1, 0);
        on_one_page_ = true;
    }
    void filter(std::uint64_t row, std::uint64_t last_row, std::size_t last_column) override {
        if (last_row <= row) return;
        check(worksheet_autofilter(sheet_, static_cast<lxw_row_t>(row), 0, static_cast<lxw_row_t>(last_row),
                                   static_cast<lxw_col_t>(last_column)));
    }

    void set_widths() {
        double all = 0;
        given_.resize(std::max(given_.size(), seen_.size()));
        texts_.resize(given_.size());
        for (std::size_t column = 0; column < given_.size(); ++column) {
            const double seen = column < seen_.size() ? std::clamp(seen_[column] + 2, 6.0, widest_column) : 0;
            const double width = given_[column] > 0 ? given_[column] : seen;
            all += width;
            if (width > 0)
                worksheet_set_column(sheet_, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                                     width, texts_[column] ? format(CellLook::plain) : nullptr);
        }
        set_pages(static_cast<uint16_t>(std::max(1.0, std::ceil(all / widest_page))));
    }

 private:
    /// Where a table is too wide for one page, those of the same records follow each other and show what they
    /// begin with.
    void set_pages(uint16_t wide) {
        if (!on_one_page_) worksheet_fit_to_pages(sheet_, wide, 0);
        if (on_one_page_ || wide == 1) return;
        worksheet_print_across(sheet_);
        check(worksheet_repeat_columns(sheet_, 0, 0));
        check(worksheet_set_footer(sheet_, "&P / &N"));
    }
    lxw_format* format(CellLook look) const { return formats_[static_cast<std::size_t>(look)]; }

    /// The list, or the condition, as Excel wants it.
    static std::string entry_formula(std::size_t column, std::uint64_t row, const CellEntry& entry) {
        if (entry.list != nullptr) {
            const std::string letters = column_letters(entry.list_column);
            return "='" + entry.list->name() + "'!$" + letters + "$2:$" + letters + "$" +
                   std::to_string(entry.list_size + 1);
        }
        std::string formula = entry.formula.empty() ? "" : "=" + entry.formula;
        const std::string cell = column_letters(column) + std::to_string(row + 1);
        for (std::size_t at = 0; (at = formula.find("{}", at)) != formula.npos; at += cell.size())
            formula.replace(at, 2, cell);
        return formula;
    }
    std::string cell_name(std::uint64_t row, std::size_t column) const {
        return name_ + "!" + column_letters(column) + std::to_string(row + 1);
    }
    void watch_width(std::uint64_t row, std::size_t column, std::string_view text) {
        if (row >= widths_are_taken_from) return;
        if (seen_.size() <= column) seen_.resize(column + 1);
        const auto width =
            static_cast<double>(display_width(text.substr(0, std::min(text.size(), text.find('\n')))));
        seen_[column] = std::max(seen_[column], width);
    }
    void check_place(std::uint64_t row, std::size_t column) const {
        if (row < most_sheet_rows && column < most_sheet_columns) return;
        throw Error{
            ErrorKind::limit,
            book_ + ": Excel のシートに入り切りません（1,048,576行、16,384列まで）。CSV で書いてください。",
            book_ + ": more than a sheet of Excel holds (1,048,576 rows, 16,384 columns); write CSV"};
    }
    [[noreturn]] void refuse_long(std::uint64_t row, std::size_t column) const {
        const std::string cell = cell_name(row, column);
        throw Error{ErrorKind::limit,
                    book_ + ": " + cell +
                        " の値は Excel のセルに入り切りません（32,767文字まで）。CSV で書いてください。",
                    book_ + ": the value of " + cell +
                        " is longer than a cell of Excel may be (32,767 characters); write CSV"};
    }
    [[noreturn]] void refuse_nul(std::uint64_t row, std::size_t column) const {
        const std::string cell = cell_name(row, column);
        throw Error{
            ErrorKind::input,
            book_ + ": " + cell + " の値に NUL（U+0000）があり、Excel のセルには入りません。",
            book_ + ": the value of " + cell + " has a NUL (U+0000), which no cell of Excel can hold"};
    }
    void check(lxw_error error) const {
        if (error == LXW_NO_ERROR) return;
        throw Error{ErrorKind::limit, book_ + ": Excel のブックを書けません（" + lxw_strerror(error) + "）。",
                    book_ + ": the workbook cannot be written (" + lxw_strerror(error) + ")"};
    }

    lxw_worksheet* sheet_;
    std::string name_;
    std::string book_;
    const std::array<lxw_format*, cell_looks>& formats_;
    lxw_format* links_;
    std::vector<double> seen_, given_;
    std::vector<bool> texts_;  // columns whose cells hold text, whatever is typed
    std::string text_;
    bool on_one_page_ = false;  ///< in width, however wide it is
};

/// What a sheet may be called: at most 31 units, none of []:*?/\, no ' at either end.
std::string legal_name(std::string_view wanted) {
    std::string name;
    for (const char c : wanted) {
        const bool forbidden = std::strchr("[]:*?/\\", c) != nullptr || static_cast<unsigned char>(c) < 0x20;
        name += forbidden ? '_' : c;
    }
    while (name.starts_with('\'')) name.erase(0, 1);
    name = first_units(name, longest_sheet_name);
    while (name.ends_with('\'')) name.pop_back();
    return name.empty() ? "Sheet" : name;
}

/// Excel does not tell capital letters from small ones in the names of sheets.
bool same_name(std::string_view a, std::string_view b) {
    const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
    return std::ranges::equal(a, b, {}, small, small);
}

}  // namespace

struct WorkbookWriter::State {
    explicit State(const std::string& for_what) : name(for_what), file(for_what) {
        const std::string path = file.path();
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        book = workbook_new_opt(path.c_str(), &options);
        if (book == nullptr)
            throw Error{ErrorKind::system, name + ": メモリが足りません。", name + ": out of memory"};
        lxw_doc_properties properties{};
        properties.created = creation_time;
        workbook_set_properties(book, &properties);
        links = workbook_add_format(book);
        format_set_font_color(links, link_colour);
        format_set_underline(links, LXW_UNDERLINE_SINGLE);
        format_set_align(links, LXW_ALIGN_VERTICAL_TOP);
        for (std::size_t i = 0; i < cell_looks; ++i) formats[i] = make_format(book, static_cast<CellLook>(i));
    }
    ~State() {
        if (book != nullptr) lxw_workbook_free(book);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    std::string name;
    NamelessFile file;
    lxw_workbook* book = nullptr;
    std::array<lxw_format*, cell_looks> formats{};
    lxw_format* links = nullptr;
    std::deque<Sheet> sheets;
};

WorkbookWriter::WorkbookWriter(const std::string& name) : state_(std::make_unique<State>(name)) {}
WorkbookWriter::~WorkbookWriter() = default;

SheetWriter& WorkbookWriter::add_sheet(std::string_view wanted) {
    std::string name = legal_name(wanted);
    const auto taken = [&] {
        return std::ranges::any_of(state_->sheets,
                                   [&](const Sheet& one) { return same_name(one.name(), name); });
    };
    for (unsigned number = 2; taken(); ++number) {
        const std::string behind = " (" + std::to_string(number) + ")";
        name = std::string(first_units(legal_name(wanted), longest_sheet_name - behind.size())) + behind;
    }
    lxw_worksheet* sheet = workbook_add_worksheet(state_->book, name.c_str());
    if (sheet == nullptr) {
        throw Error{ErrorKind::limit, state_->name + ": シート「" + name + "」を作れません。",
                    state_->name + ": the sheet '" + name + "' cannot be made"};
    }
    return state_->sheets.emplace_back(sheet, name, state_->name, state_->formats, state_->links);
}

void WorkbookWriter::finish(ByteSink& sink) {
    if (state_->sheets.empty()) add_sheet("Sheet1");
    for (Sheet& sheet : state_->sheets) sheet.set_widths();
    const lxw_error error = [&] {
        const QuietLibrary quiet;
        return workbook_close(std::exchange(state_->book, nullptr));
    }();
    if (error != LXW_NO_ERROR || !has_whole_parts(state_->file.path(), state_->name)) {
        throw Error{ErrorKind::system,
                    state_->name +
                        ": Excel のブックを書けません。一時ファイルの場所（TMPDIR または /tmp）の空き容量と、"
                        "ファイルの大きさの制限（ulimit -f）を確かめてください。",
                    state_->name +
                        ": the workbook cannot be written; check the free space for temporary files "
                        "(TMPDIR or /tmp) and the limit of file sizes (ulimit -f)"};
    }
    std::string block(std::size_t{1} << 18, '\0');
    while (const std::size_t got = state_->file.read(block.data(), block.size()))
        sink.write(std::string_view(block).substr(0, got));
    sink.commit();
}

}  // namespace daicho
