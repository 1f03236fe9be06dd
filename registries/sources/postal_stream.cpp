#include "registries/sources/postal_stream.hpp"

#include <algorithm>
#include <cctype>

#include "grammars/formats/batch_builder.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/text/digits.hpp"
#include "registries/sources/postal_lines.hpp"

namespace daicho {

namespace {

class PostalStream final : public RecordStream {
 public:
    explicit PostalStream(std::unique_ptr<ByteSource> file)
        : joiner_([this](const PostalRecord& record) { put(record); }) {
        ReadOptions options;
        options.header_row = 0;
        options.delimiter = ',';
        reader_ = open_table(std::move(file), options);
    }

    const std::vector<std::string>& header() const override { return no_header_; }
    std::size_t columns() const override { return ken_all::columns; }
    std::string encoding() const override { return std::string(to_string(usual_dialect(*reader_).encoding)); }

    bool next(Batch& batch) override {
        BatchBuilder out(batch);
        out_ = &out;
        out.begin(given_ + 1);
        const std::uint64_t before = given_;
        while (given_ == before && !ended_) read_some();
        out.end();
        return given_ != before;
    }

 private:
    void read_some() {
        if (!reader_->next(rows_)) {
            joiner_.finish();
            ended_ = true;
            return;
        }
        for (std::size_t row = 0; row < rows_.size(); ++row) add(row);
    }

    void add(std::size_t row) {
        if (rows_.width(row) != ken_all::columns) return put_odd(row);
        PostalRow cells;
        for (std::size_t column = 0; column < cells.size(); ++column) cells[column] = rows_.cell(row, column);
        joiner_.add(cells, rows_.line(row));
    }

    void put(PostalRecord record) {
        use_utf8_notation(record);
        ++given_;
        out_->record(record.line);
        for (const std::string& cell : record.cells) out_->cell(cell);
    }

    void put_odd(std::size_t row) {
        joiner_.finish();
        ++given_;
        out_->record(rows_.line(row));
        for (std::size_t column = 0; column < rows_.width(row); ++column) out_->cell(rows_.cell(row, column));
    }

    std::unique_ptr<TableReader> reader_;
    std::vector<std::string> no_header_;
    Batch rows_;
    PostalLineJoiner joiner_;
    BatchBuilder* out_ = nullptr;
    std::uint64_t given_ = 0;
    bool ended_ = false;
};

bool is_digits(std::string_view text, std::size_t count) {
    return text.size() == count && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

/// Takes a cell off a line of bytes: no byte of a Shift_JIS character is a comma or a quotation mark.
std::string_view take_cell(std::string_view& line) {
    const auto end = line.find(',');
    std::string_view cell = line.substr(0, end);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') cell = cell.substr(1, cell.size() - 2);
    return cell;
}

/// 01101,"060  ","0600000", ... ,0,0,0,0,0,0: fifteen cells, the last six of one digit.
bool is_ken_all_row(std::string_view line) {
    if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (std::count(line.begin(), line.end(), ',') != ken_all::columns - 1) return false;
    for (std::size_t column = 0; column < ken_all::columns; ++column) {
        const std::string_view cell = take_cell(line);
        if (column == ken_all::lg_code && !is_digits(cell, 5)) return false;
        if (column == ken_all::postal_code && !is_digits(cell, 7)) return false;
        if (column >= ken_all::several_codes && !is_digits(cell, 1)) return false;
    }
    return true;
}

/// utf_add_2605.csv, DEL_2605.CSV
bool is_difference(std::string_view name) {
    std::string lower(name);
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    for (const std::string_view start : {"add_", "del_", "utf_add_", "utf_del_"}) {
        if (lower.starts_with(start)) return true;
    }
    return false;
}

bool fits(std::string_view name, std::string_view head) {
    return !is_difference(name) && is_ken_all_row(head.substr(0, head.find('\n')));
}

std::unique_ptr<RecordStream> open(std::unique_ptr<ByteSource> file) {
    return std::make_unique<PostalStream>(std::move(file));
}

}  // namespace

const FileForm ken_all_form = {fits, open};

}  // namespace daicho
