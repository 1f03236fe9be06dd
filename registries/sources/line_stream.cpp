#include "registries/sources/line_stream.hpp"

#include "grammars/base/error.hpp"
#include "grammars/formats/batch_builder.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::size_t records_of_batch = 4096;
constexpr std::size_t read_at_once = std::size_t{64} << 10;
constexpr std::size_t longest_line = std::size_t{1} << 20;

class LineStream final : public RecordStream {
 public:
    LineStream(std::unique_ptr<ByteSource> file, std::size_t columns, LineReader read)
        : file_(std::move(file)), columns_(columns), read_(std::move(read)) {}

    const std::vector<std::string>& header() const override { return none_; }
    std::size_t columns() const override { return columns_; }
    std::string encoding() const override { return "UTF-8"; }

    bool next(Batch& batch) override {
        BatchBuilder builder(batch);
        builder.begin(record_ + 1);
        std::vector<std::string_view> cells;
        std::string_view line;
        for (std::size_t records = 0; records < records_of_batch && next_line(line);) {
            cells.clear();
            read_(line, cells);
            if (cells.empty()) continue;
            builder.record(line_);
            for (const std::string_view cell : cells) builder.cell(cell);
            ++record_;
            ++records;
        }
        builder.end();
        return !batch.empty();
    }

 private:
    /// The line lives until the next call.
    bool next_line(std::string_view& line) {
        auto end = text_.find('\n', at_);
        while (end == text_.npos && fill()) end = text_.find('\n', at_);
        if (end == text_.npos && at_ == text_.size()) return false;
        line = std::string_view(text_).substr(at_, end == text_.npos ? end : end - at_);
        at_ = end == text_.npos ? text_.size() : end + 1;
        if (line_++ == 0 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (find_invalid_utf8(line) != line.npos) throw wrong("UTF-8 ではありません", "it is not UTF-8");
        return true;
    }

    /// Reads more behind what is left; false at the end of the file.
    bool fill() {
        text_.erase(0, at_);
        at_ = 0;
        if (text_.size() > longest_line) throw wrong("行が長すぎます", "the line is too long");
        const std::size_t had = text_.size();
        text_.resize(had + read_at_once);
        const std::size_t got = file_->read(text_.data() + had, read_at_once);
        text_.resize(had + got);
        return got > 0;
    }

    Error wrong(const std::string& ja, const std::string& en) const {
        const std::string at = std::to_string(line_);
        return {ErrorKind::input, file_->name() + ": " + at + " 行目: " + ja,
                file_->name() + ": line " + at + ": " + en};
    }

    std::unique_ptr<ByteSource> file_;
    std::size_t columns_;
    LineReader read_;
    std::vector<std::string> none_;
    std::string text_;
    std::size_t at_ = 0;
    std::uint64_t line_ = 0;
    std::uint64_t record_ = 0;
};

}  // namespace

std::unique_ptr<RecordStream> open_line_stream(std::unique_ptr<ByteSource> file, std::size_t columns,
                                               LineReader read) {
    return std::make_unique<LineStream>(std::move(file), columns, std::move(read));
}

std::string_view cut_before(std::string_view& text, std::string_view mark) {
    const auto at = text.find(mark);
    const std::string_view cut = text.substr(0, at);
    text.remove_prefix(at == text.npos ? text.size() : at + mark.size());
    return cut;
}

}  // namespace daicho
