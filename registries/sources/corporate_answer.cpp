#include "registries/sources/corporate_answer.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "grammars/base/error.hpp"
#include "grammars/text/digits.hpp"
#include "registries/sources/table_stream.hpp"

namespace daicho {

namespace {

constexpr std::size_t longest_first_line = 128;
constexpr std::ptrdiff_t least_commas = 22;  // of a row of the first edition

/// `text` up to the next comma, without quotes; both go.
std::string_view take_cell(std::string_view& text) {
    const std::size_t end = std::min(text.find(','), text.size());
    std::string_view cell = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') cell = cell.substr(1, cell.size() - 2);
    return cell;
}

bool is_day(std::string_view cell) {
    return cell.size() == 10 && cell[4] == '-' && cell[7] == '-' &&
           std::count_if(cell.begin(), cell.end(), is_ascii_digit) == 8;
}

bool is_count(std::string_view cell) {
    return !cell.empty() && std::all_of(cell.begin(), cell.end(), is_ascii_digit);
}

struct FirstLine {
    std::size_t size = 0;  ///< bytes, the line end included; 0: the text does not begin so
    std::string_view count, part, parts;
};

FirstLine read_first_line(std::string_view text) {
    const std::size_t mark = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const std::size_t end = text.find('\n');
    if (end == text.npos || end > longest_first_line) return {};
    std::string_view line = text.substr(mark, end - mark);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!is_day(take_cell(line))) return {};
    const std::string_view count = take_cell(line), part = take_cell(line), parts = take_cell(line);
    if (!is_count(count) || !is_count(part) || !is_count(parts) || !line.empty()) return {};
    return {end + 1, count, part, parts};
}

/// What stands behind the first line of a source.
class BehindFirstLine final : public ByteSource {
 public:
    explicit BehindFirstLine(std::unique_ptr<ByteSource> file) : file_(std::move(file)) { skip(); }

    std::size_t read(char* to, std::size_t size) override {
        if (rest_.empty()) return file_->read(to, size);
        const std::size_t taken = std::min(size, rest_.size());
        std::memcpy(to, rest_.data(), taken);
        rest_.erase(0, taken);
        return taken;
    }
    bool rewindable() const override { return file_->rewindable(); }
    void rewind() override {
        file_->rewind();
        skip();
    }
    const std::string& name() const override { return file_->name(); }

    bool has_line() const { return has_line_; }
    /// How many rows follow; nothing where the answer is in parts.
    std::optional<std::uint64_t> count() const { return count_; }

 private:
    void skip() {
        rest_.assign(longest_first_line, '\0');
        std::size_t size = 0;
        while (size < rest_.size()) {
            const std::size_t got = file_->read(rest_.data() + size, rest_.size() - size);
            if (got == 0) break;
            size += got;
        }
        rest_.resize(size);
        const FirstLine line = read_first_line(rest_);
        has_line_ = line.size > 0;
        if (has_line_ && line.parts == "1")
            count_ = std::strtoull(std::string(line.count).c_str(), nullptr, 10);
        rest_.erase(0, line.size);
    }

    std::unique_ptr<ByteSource> file_;
    std::string rest_;  ///< read, and not given out yet
    bool has_line_ = false;
    std::optional<std::uint64_t> count_;
};

/// Rows that must be so many.
class CountedRows final : public RecordStream {
 public:
    CountedRows(std::unique_ptr<RecordStream> rows, std::optional<std::uint64_t> count, std::string name)
        : rows_(std::move(rows)), count_(count), name_(std::move(name)) {}

    const std::vector<std::string>& header() const override { return rows_->header(); }
    std::size_t columns() const override { return rows_->columns(); }
    std::string encoding() const override { return rows_->encoding(); }
    bool next(Batch& batch) override {
        const bool more = rows_->next(batch);
        for (std::size_t i = 0; more && i < batch.size(); ++i) read_ += batch.blank(i) ? 0 : 1;
        if (more || !count_ || *count_ == read_) return more;
        const std::string says = std::to_string(*count_), there = std::to_string(read_);
        throw Error{
            ErrorKind::input,
            name_ + ": 先頭行の件数は " + says + " 件ですが、" + there + " 件あります。取得し直してください",
            name_ + ": the first line says " + says + " records, but there are " + there +
                "; fetch the answer again"};
    }

 private:
    std::unique_ptr<RecordStream> rows_;
    std::optional<std::uint64_t> count_;
    std::uint64_t read_ = 0;
    std::string name_;
};

}  // namespace

bool is_corporate_answer(std::string_view head) {
    const std::size_t size = read_first_line(head).size;
    if (size == 0) return false;
    const std::string_view row = head.substr(size, head.substr(size).find('\n'));
    return std::count(row.begin(), row.end(), ',') >= least_commas;
}

std::unique_ptr<RecordStream> open_corporate_answer(
    std::unique_ptr<ByteSource> file,
    const std::function<std::unique_ptr<RecordStream>(std::unique_ptr<ByteSource>)>& other) {
    auto behind = std::make_unique<BehindFirstLine>(std::move(file));
    if (!behind->has_line()) return other(std::move(behind));
    const std::optional<std::uint64_t> count = behind->count();
    std::string name = behind->name();
    return std::make_unique<CountedRows>(open_table_stream(std::move(behind), false), count, std::move(name));
}

}  // namespace daicho
