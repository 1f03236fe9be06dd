#include "registries/characters/gaiji_sheet.hpp"

#include <utility>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/formats/table_writer.hpp"
#include "registries/sources/column_form.hpp"

namespace daicho {

namespace {

constexpr std::string_view sheet_model = "publications.standard_characters/GaijiEntry";

/// Columns that a table for the work has, in their order.
constexpr std::pair<const char*, const char*> sheet_columns[] = {
    {"code", "外字コード"},
    {"uses", "使用数"},
    {"number", "文字図形名"},
    {"candidates", "候補"},
    {"evidence", "根拠"},
    {"state", "状態"},
    {"checker", "確認者"},
    {"checked_on", "確認日"},
    {"second_checker", "第二確認者"},
    {"second_checked_on", "第二確認日"},
    {"koseki", "戸籍統一文字番号"},
    {"juki", "住基ネット統一文字コード"},
    {"toki", "登記統一文字番号"},
    {"readings", "読み"},
    {"strokes", "総画数"},
    {"radical", "部首"},
    {"stand_in", "代替文字"},
    {"note", "備考"},
};

/// Columns of which one is enough.
bool is_there(const std::map<std::string, std::size_t, std::less<>>& columns, std::string_view item) {
    const auto any = [&](std::initializer_list<std::string_view> items) {
        for (const std::string_view one : items) {
            if (columns.contains(one)) return true;
        }
        return false;
    };
    if (item == "code") return any({"code", "unicode", "sjis"});
    if (item == "number") return any({"number", "mj"});
    return any({item});
}

[[noreturn]] void refuse_sheet(const std::string& path) {
    throw Error{ErrorKind::input,
                path + ": 外字コードの列がありません。外字対応表のファイルを指定してください",
                path + ": there is no column of gaiji codes; name the file of a gaiji table"};
}

}  // namespace

GaijiSheet::GaijiSheet() {
    dialect_.bom = true;
    dialect_.newline = dialect_.record_end = Newline::crlf;
    complete();
}

GaijiSheet::GaijiSheet(const std::string& path) {
    const std::string bytes = read_file(path);
    for (const ColumnForm::Column& column : columns_of(sheet_model, bytes).columns)
        columns_.emplace(column.item, column.index);
    if (!is_there(columns_, "code")) refuse_sheet(path);
    const auto table = read_table(bytes, {}, path);
    header_ = table->header();
    Batch batch;
    while (table->next(batch)) {
        for (std::size_t record = 0; record < batch.size(); ++record) {
            if (batch.blank(record)) continue;
            auto& row = rows_.emplace_back(header_.size());
            for (std::size_t i = 0; i < row.size() && i < batch.width(record); ++i)
                row[i] = batch.cell(record, i);
        }
    }
    if (table->text() != nullptr) dialect_ = table->text()->dialect();
    complete();
}

void GaijiSheet::complete() {
    for (const auto& [item, header] : sheet_columns) {
        if (is_there(columns_, item)) continue;
        columns_.emplace(item, header_.size());
        header_.emplace_back(header);
    }
    for (auto& row : rows_) row.resize(header_.size());
}

std::string_view GaijiSheet::get(std::size_t row, std::string_view item) const {
    const auto column = columns_.find(item);
    return column == columns_.end() ? std::string_view() : std::string_view(rows_[row][column->second]);
}

void GaijiSheet::set(std::size_t row, std::string_view item, std::string text) {
    if (item == "number" && !columns_.contains("number")) item = "mj";
    if (item == "code" && !columns_.contains("code"))
        item = columns_.contains("unicode") ? "unicode" : "sjis";
    if (const auto column = columns_.find(item); column != columns_.end())
        rows_[row][column->second] = std::move(text);
}

std::size_t GaijiSheet::add() {
    rows_.emplace_back(header_.size());
    return rows_.size() - 1;
}

void GaijiSheet::write(const std::string& path) const {
    Dialect dialect = dialect_;
    if (path.ends_with(".tsv")) dialect.delimiter = '\t';
    if (path.ends_with(".csv")) dialect.delimiter = ',';
    const auto table = create_table(path, dialect, dialect.encoding);
    std::vector<std::string_view> cells(header_.begin(), header_.end());
    table->write_header(cells);
    for (const auto& row : rows_) {
        cells.assign(row.begin(), row.end());
        table->write_record(cells);
    }
    table->finish();
}

}  // namespace daicho
