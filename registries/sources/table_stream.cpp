#include "registries/sources/table_stream.hpp"

#include <string>
#include <utility>
#include <vector>

#include "grammars/formats/table_reader.hpp"

namespace daicho {

namespace {

class TableStream final : public RecordStream {
 public:
    TableStream(std::unique_ptr<ByteSource> file, bool header, std::string format) : header_(header) {
        ReadOptions options;
        options.format = std::move(format);
        if (!header) options.header_row = 0;
        reader_ = open_table(std::move(file), options);
    }

    const std::vector<std::string>& header() const override { return header_ ? reader_->header() : none_; }
    std::size_t columns() const override { return reader_->columns(); }
    bool next(Batch& batch) override { return reader_->next(batch); }
    std::string encoding() const override {
        return reader_->text() ? std::string(to_string(usual_dialect(*reader_).encoding)) : std::string();
    }

 private:
    bool header_;
    std::vector<std::string> none_;
    std::unique_ptr<TableReader> reader_;
};

}  // namespace

std::unique_ptr<RecordStream> open_table_stream(std::unique_ptr<ByteSource> file, bool header) {
    return std::make_unique<TableStream>(std::move(file), header, "csv");
}

std::unique_ptr<RecordStream> open_any_table_stream(std::unique_ptr<ByteSource> file) {
    return std::make_unique<TableStream>(std::move(file), true, "");
}

}  // namespace daicho
