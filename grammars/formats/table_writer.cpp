#include "grammars/formats/table_writer.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <stdexcept>

#include "grammars/base/error.hpp"
#include "grammars/base/hexadecimal.hpp"
#include "grammars/formats/csv_cell.hpp"
#include "grammars/formats/csv_scalar.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/output_form.hpp"
#include "grammars/text/code_point_name.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::size_t flush_size = std::size_t{256} << 10;

std::string_view line_end_of(Newline newline) {
    return newline == Newline::crlf ? "\r\n" : newline == Newline::cr ? "\r" : "\n";
}

/// Size of the line end that `text` ends with.
std::size_t line_end_size(std::string_view text) {
    if (text.ends_with("\r\n")) return 2;
    return text.ends_with('\n') || text.ends_with('\r') ? 1 : 0;
}

/// No line end but the last: surely one record.
bool holds_one_line(std::string_view text) {
    text.remove_suffix(line_end_size(text));
    return text.find('\n') == text.npos && text.find('\r') == text.npos;
}

class CsvTableWriter final : public TableWriter {
 public:
    CsvTableWriter(std::unique_ptr<ByteSink> sink, const std::string& name, const Dialect& dialect,
                   Encoding source)
        : name_(name),
          sink_(std::move(sink)),
          dialect_(dialect),
          source_(source),
          encoder_(dialect.encoding) {
        const bool named = dialect.newline != Newline::none && dialect.newline != Newline::mixed;
        keep_ends_ = !named;
        line_end_ = line_end_of(named ? dialect.newline : dialect.record_end);
        if (dialect.bom) bytes_.append(byte_order_mark(dialect.encoding));
    }

    void write_record(std::span<const std::string_view> cells) override;
    bool keeps_text() const override { return true; }
    void write_raw(const RawText& raw) override;
    void finish() override;

 private:
    void begin_record();
    void put(std::string_view record);
    void put_raw(const RawText& raw, std::size_t begin, std::size_t end);
    std::uint32_t column_of(std::string_view raw, std::size_t offset) const;
    [[noreturn]] void refuse(std::string_view text, std::size_t at, std::uint32_t column) const;
    [[noreturn]] void refuse_invalid(const SourceBytes& source, std::uint32_t column) const;

    std::string name_;
    std::unique_ptr<ByteSink> sink_;
    Dialect dialect_;
    Encoding source_;
    Encoder encoder_;
    std::string line_end_;
    bool keep_ends_ = false;
    bool line_open_ = false;     ///< the last raw text had no line end
    std::uint64_t records_ = 0;  ///< begun so far
    std::string bytes_;
    std::string record_;
};

void CsvTableWriter::begin_record() {
    ++records_;
    if (line_open_) put(line_end_);
    line_open_ = false;
    if (bytes_.size() >= flush_size) {
        sink_->write(bytes_);
        bytes_.clear();
    }
}

void CsvTableWriter::put(std::string_view record) {
    const std::size_t at = encoder_.encode(record, bytes_);
    if (at != std::string_view::npos) refuse(record, at, column_of(record, at));
}

void CsvTableWriter::write_record(std::span<const std::string_view> cells) {
    begin_record();
    record_.clear();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i != 0) record_.push_back(dialect_.delimiter);
        append_csv_cell(record_, cells[i], dialect_.delimiter);
    }
    // An empty line would be no record of one empty cell.
    if (cells.size() == 1 && cells[0].empty()) record_ = "\"\"";
    record_ += line_end_;
    put(record_);
}

/// Writes [begin, end) of a raw text: the bytes it was read from where the encoding stays, else those of its
/// characters.
void CsvTableWriter::put_raw(const RawText& raw, std::size_t begin, std::size_t end) {
    const auto piece = [&](std::size_t from, std::size_t to) {
        const auto text = raw.text.substr(from, to - from);
        const std::size_t at = encoder_.encode(text, bytes_);
        if (at != std::string_view::npos) refuse(text, at, column_of(raw.text, from + at));
    };
    std::size_t at = begin;
    for (const auto& source : raw.source) {
        const std::size_t offset = source.offset - raw.base;
        if (offset < begin || offset >= end) continue;
        if (source_ != dialect_.encoding) {
            if (source.invalid) refuse_invalid(source, column_of(raw.text, offset));
            continue;
        }
        piece(at, offset);
        bytes_.append(reinterpret_cast<const char*>(source.bytes), source.size);
        at = offset + code_point_at(raw.text, offset).size;
    }
    piece(at, end);
}

void CsvTableWriter::write_raw(const RawText& raw) {
    CsvRecord record;
    for (std::size_t at = 0; at < raw.text.size(); at = record.end) {
        begin_record();
        if (holds_one_line(raw.text)) {
            record.end = raw.text.size();
        } else {
            read_csv_record(raw.text, at, dialect_.delimiter, true, record);
        }
        const std::size_t own = line_end_size(raw.text.substr(at, record.end - at));
        put_raw(raw, at, keep_ends_ ? record.end : record.end - own);
        if (!keep_ends_ && own != 0) put(line_end_);
        line_open_ = own == 0;
    }
}

void CsvTableWriter::finish() {
    encoder_.finish(bytes_);
    sink_->write(bytes_);
    bytes_.clear();
    sink_->commit();
}

std::uint32_t CsvTableWriter::column_of(std::string_view raw, std::size_t offset) const {
    CsvRecord record;
    std::size_t at = 0;
    do {
        read_csv_record(raw, at, dialect_.delimiter, true, record);
        at = record.end;
    } while (at <= offset && at < raw.size());
    std::uint32_t column = 0;
    for (std::size_t i = 0; i < record.size && record.cells[i].begin <= offset; ++i) ++column;
    return column;
}

void CsvTableWriter::refuse(std::string_view text, std::size_t at, std::uint32_t column) const {
    const auto character = code_point_at(text, at);
    const std::string code = code_point_name(character.value);
    const std::string shown{text.substr(at, character.size)};
    const std::string encoding{to_string(dialect_.encoding)};
    const std::string record = std::to_string(records_);
    const std::string cell = std::to_string(column);
    throw Error{ErrorKind::input,
                name_ + ": 出力の " + record + " 番目のレコード " + cell + " 列目の文字「" + shown + "」(" +
                    code + ") は " + encoding +
                    " にありません。UTF-8で書くか、その文字を置き換えてください。",
                name_ + ": " + encoding + " has no character '" + shown + "' (" + code + "), record " +
                    record + " of the output (the header counts), column " + cell +
                    "; write in UTF-8 or replace the character",
                ErrorHint::output_encoding};
}

void CsvTableWriter::refuse_invalid(const SourceBytes& source, std::uint32_t column) const {
    const std::string bytes = byte_name(source.bytes[0]);
    const std::string record = std::to_string(records_);
    const std::string cell = std::to_string(column);
    throw Error{ErrorKind::input,
                name_ + ": 出力の " + record + " 番目のレコード " + cell + " 列目のバイト " + bytes +
                    " は文字として読めず、別の文字コードでは書けません。入力を直してください。",
                name_ + ": byte " + bytes + " in record " + record +
                    " of the output (the header counts), column " + cell +
                    ", is not a valid character and cannot be written in another encoding; fix the input"};
}

}  // namespace

void TableWriter::write_raw(const RawText&) {
    throw std::logic_error("this form keeps no text");
}

std::unique_ptr<TableWriter> create_csv(std::unique_ptr<ByteSink> sink, OutputRequest request) {
    return std::make_unique<CsvTableWriter>(std::move(sink), request.name, request.dialect, request.source);
}

std::unique_ptr<TableWriter> create_table(const std::string& path, const Dialect& dialect, Encoding source) {
    return create_table(file_sink(path), path, dialect, source);
}

std::unique_ptr<TableWriter> create_table(std::unique_ptr<ByteSink> sink, const std::string& name,
                                          const Dialect& dialect, Encoding source) {
    return std::make_unique<CsvTableWriter>(std::move(sink), name, dialect, source);
}

}  // namespace daicho
