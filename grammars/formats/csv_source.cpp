#include <algorithm>
#include <cstdio>
#include <cstring>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/csv_findings.hpp"
#include "grammars/formats/csv_splitter.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/encoding_detector.hpp"
#include "grammars/formats/header_finder.hpp"
#include "grammars/formats/record_source.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "grammars/formats/text_source.hpp"
#include "grammars/text/spaces.hpp"

namespace daicho {

namespace {

/// Text in a batch, unless a record is larger.
constexpr std::size_t batch_size = std::size_t{256} << 10;
constexpr std::size_t sample_size = std::size_t{256} << 10;
constexpr std::size_t sampled_records = 300;
constexpr std::size_t record_limit = std::size_t{256} << 20;

Newline kind_of(const LineEnds& ends) {
    if (ends.kinds() > 1) return Newline::mixed;
    return ends.lf != 0     ? Newline::lf
           : ends.crlf != 0 ? Newline::crlf
           : ends.cr != 0   ? Newline::cr
                            : Newline::none;
}

Newline most_common(const LineEnds& ends) {
    if (ends.crlf >= ends.lf && ends.crlf >= ends.cr && ends.crlf != 0) return Newline::crlf;
    return ends.cr > ends.lf ? Newline::cr : Newline::lf;
}

std::string describe(const LineEnds& ends) {
    std::string text;
    const auto add = [&](const char* name, std::uint64_t count) {
        if (count == 0) return;
        text += (text.empty() ? "" : ", ") + std::string{name} + " " + std::to_string(count);
    };
    add("LF", ends.lf);
    add("CRLF", ends.crlf);
    add("CR", ends.cr);
    return text;
}

bool begins_with(std::string_view text, std::string_view start) {
    return text.size() >= start.size() &&
           std::equal(start.begin(), start.end(), text.begin(), [](char wanted, char c) {
               return wanted == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
           });
}

/// Downloads that are not the table: the page of an error or of a login, an answer of an interface.
void refuse_documents(std::string_view text, const std::string& name) {
    text = trimmed(text);
    const bool html = begins_with(text, "<!doctype html") || begins_with(text, "<html");
    const bool json = text.starts_with("[{\"") || text.starts_with("{\"");
    if (!html && !json) return;
    throw Error{ErrorKind::input,
                name + ": CSV ではありません。中身は " +
                    (html ? "HTML のページです。データのファイルをダウンロードし直してください。"
                          : "JSON です。名前の終わりを .json（1 行に 1 件なら .jsonl）にしてください。"),
                name + ": this is not CSV but " +
                    (html ? "an HTML page; download the data file itself"
                          : "JSON; let its name end in .json (or .jsonl with one object a line)")};
}

/// Counts the end of a record that ends before `end`; the last one may have none.
void add_record_end(LineEnds& ends, std::string_view text, std::size_t end) {
    if (end > 0 && (text[end - 1] == '\n' || text[end - 1] == '\r')) ends.add(text, end - 1);
}

/// Tables of text whose cells are separated by a character: CSV, TSV. Encoding, delimiter and line ends are
/// found out where the options leave them open.
class CsvSource final : public RecordSource, public TableText {
 public:
    CsvSource(std::unique_ptr<ByteSource> source, const ReadOptions& options) : origin_(std::move(source)) {
        source_ = origin_.get();
        open(options);
        sample();
        find_structure(options);
    }

    const std::string& name() const override { return source_->name(); }
    std::vector<FirstRecord> first_records() override;
    void start(std::size_t header_records, std::size_t columns) override;
    bool next(Batch& batch) override;
    const std::vector<Finding>& findings() const override { return findings_; }
    const TableText* text() const override { return this; }

    const Dialect& dialect() const override { return dialect_; }
    RawText preamble() const override { return {preamble_, preamble_source_, 0}; }

 private:
    void open(const ReadOptions& options);
    std::string skip_bom(Encoding encoding);
    void sample();
    void find_structure(const ReadOptions& options);
    void take_preamble(std::size_t size);
    void fill(Buffer<char>& text, std::vector<SourceBytes>& replaced);
    void keep_rest(BatchParts& parts, std::size_t from);
    void finish();
    Finding& add(RuleId rule, Severity severity);

    std::unique_ptr<ByteSource> origin_;
    std::unique_ptr<ByteSource> spool_;
    ByteSource* source_ = nullptr;
    std::unique_ptr<TextSource> text_source_;
    std::unique_ptr<CsvSplitter> splitter_;
    Dialect dialect_;
    std::vector<SampleRecord> sampled_;
    std::vector<Finding> findings_;
    std::string preamble_;
    std::vector<SourceBytes> preamble_source_;
    std::uint64_t next_record_ = 1;
    Buffer<char> rest_;  ///< text that was read and is in no batch yet
    std::vector<SourceBytes> rest_source_;
    LineEnds preamble_ends_;         ///< all of them
    LineEnds preamble_record_ends_;  ///< those that end a record
    char last_byte_ = '\n';
    std::uint64_t last_line_ = 0;
    bool at_end_ = false;
    bool finished_ = false;
};

void CsvSource::open(const ReadOptions& options) {
    std::string start;
    if (options.encoding) {
        dialect_.encoding = *options.encoding;
        start = skip_bom(*options.encoding);
    } else {
        if (!source_->rewindable()) {
            spool_ = std::make_unique<SpooledSource>(*source_);
            source_ = spool_.get();
        }
        const ProvenEncoding proven = prove_encoding(*source_);
        dialect_.encoding = proven.encoding;
        start = skip_bom(proven.encoding);
    }
    text_source_ = std::make_unique<TextSource>(*source_, dialect_.encoding);
    text_source_->put_back(start);
    if (dialect_.bom) add(rules::byte_order_mark, Severity::info);
}

/// Reads the first bytes and gives back those that are not a byte-order mark.
std::string CsvSource::skip_bom(Encoding encoding) {
    char start[4];
    std::size_t size = 0;
    const auto mark = byte_order_mark(encoding);
    while (size < mark.size()) {
        const std::size_t got = source_->read(start + size, mark.size() - size);
        if (got == 0) break;
        size += got;
    }
    const std::string_view bytes{start, size};
    dialect_.bom = bom_size(bytes, encoding) != 0;
    return std::string{dialect_.bom ? std::string_view{} : bytes};
}

void CsvSource::fill(Buffer<char>& text, std::vector<SourceBytes>& replaced) {
    if (text.size() > record_limit) {
        const std::string& name = source_->name();
        throw Error{
            ErrorKind::limit,
            name + ": " + std::to_string(splitter_ ? splitter_->line() : 1) +
                " 行目から始まるレコードが 256 MiB を超えます。表ではないか、引用符が閉じていません。",
            name + ": the record that starts on line " + std::to_string(splitter_ ? splitter_->line() : 1) +
                " is larger than 256 MiB; this is not a table, or a quotation mark is not closed"};
    }
    at_end_ = !text_source_->read(text, replaced);
}

void CsvSource::sample() {
    while (!at_end_ && rest_.size() < sample_size) fill(rest_, rest_source_);
}

void CsvSource::find_structure(const ReadOptions& options) {
    const std::string_view text{rest_.data(), rest_.size()};
    if (options.format.empty()) refuse_documents(text, source_->name());
    const LineEnds ends = line_ends(text);
    dialect_.newline = kind_of(ends);
    dialect_.record_end = most_common(ends);
    dialect_.delimiter = options.delimiter ? *options.delimiter : find_delimiter(text, at_end_);
    splitter_ = std::make_unique<CsvSplitter>(dialect_.delimiter);

    sampled_ = sample_records(text, dialect_.delimiter, at_end_, sampled_records);
    while (sampled_.empty() && !at_end_) {  // twice as much each time, since it is looked at from its start
        const std::size_t wanted = 2 * rest_.size();
        while (!at_end_ && rest_.size() < wanted) fill(rest_, rest_source_);
        const std::string_view more{rest_.data(), rest_.size()};
        sampled_ = sample_records(more, dialect_.delimiter, at_end_, sampled_records);
    }
}

std::vector<FirstRecord> CsvSource::first_records() {
    const std::string_view text{rest_.data(), rest_.size()};
    std::vector<FirstRecord> records;
    std::uint64_t line = 1;
    std::size_t begin = 0;
    for (SampleRecord& sample : sampled_) {
        records.push_back({std::move(sample.cells), line});
        line += count_line_ends(text.substr(begin, sample.end - begin));
        begin = sample.end;
    }
    return records;
}

void CsvSource::start(std::size_t header_records, std::size_t columns) {
    const std::string_view text{rest_.data(), rest_.size()};
    for (std::size_t i = 0; i < header_records; ++i)
        add_record_end(preamble_record_ends_, text, sampled_[i].end);
    take_preamble(header_records > 0 ? sampled_[header_records - 1].end : 0);
    splitter_->expect(columns);
    sampled_.clear();
}

Finding& CsvSource::add(RuleId rule, Severity severity) {
    Finding& finding = findings_.emplace_back();
    finding.rule = rule;
    finding.severity = severity;
    return finding;
}

void CsvSource::take_preamble(std::size_t size) {
    preamble_.assign(rest_.data(), size);
    preamble_ends_ = line_ends(preamble_);
    if (size > 0) last_byte_ = preamble_.back();
    last_line_ = preamble_ends_.total() + (size > 0 && last_byte_ != '\n' && last_byte_ != '\r');
    splitter_->start(preamble_ends_.total() + 1);
    const auto rest = std::find_if(rest_source_.begin(), rest_source_.end(),
                                   [&](const SourceBytes& s) { return s.offset >= size; });
    preamble_source_.assign(rest_source_.begin(), rest);
    rest_source_.erase(rest_source_.begin(), rest);
    for (auto& entry : rest_source_) entry.offset -= static_cast<std::uint32_t>(size);
    std::memmove(rest_.data(), rest_.data() + size, rest_.size() - size);
    rest_.resize(rest_.size() - size);
    for (Finding& finding : preamble_findings(preamble(), dialect_)) findings_.push_back(std::move(finding));
}

bool CsvSource::next(Batch& batch) {
    BatchParts& parts = batch.parts();
    parts.clear();
    parts.first_record = next_record_;
    parts.text.append(rest_.data(), rest_.size());
    std::swap(parts.source, rest_source_);
    rest_.clear();
    std::size_t wanted = batch_size;
    std::size_t used = 0;
    while (parts.records.empty() && (!at_end_ || used < parts.text.size())) {
        while (!at_end_ && parts.text.size() < wanted) fill(parts.text, parts.source);
        used = splitter_->split(parts, at_end_);
        wanted = parts.text.size() * 2;
    }
    if (parts.records.empty()) {
        finish();
        return false;
    }
    keep_rest(parts, used);
    if (!parts.source.empty()) add_invalid_bytes(parts, dialect_);
    next_record_ += batch.size();
    last_byte_ = parts.text.back();
    last_line_ = batch.line(batch.size() - 1);
    return true;
}

void CsvSource::keep_rest(BatchParts& parts, std::size_t from) {
    rest_.append(parts.text.data() + from, parts.text.size() - from);
    parts.text.resize(from);
    const auto kept = std::find_if(parts.source.begin(), parts.source.end(),
                                   [&](const SourceBytes& s) { return s.offset >= from; });
    rest_source_.assign(kept, parts.source.end());
    parts.source.erase(kept, parts.source.end());
    for (auto& entry : rest_source_) entry.offset -= static_cast<std::uint32_t>(from);
}

void CsvSource::finish() {
    if (finished_) return;
    finished_ = true;
    LineEnds all = splitter_->all_ends();
    all.add(preamble_ends_);
    dialect_.newline = kind_of(all);
    // Lines end within cells as people write them; what is told as mixed are the ends of records.
    LineEnds ends = splitter_->record_ends();
    ends.add(preamble_record_ends_);
    if (ends.kinds() > 1) add(rules::mixed_line_ends, Severity::info).detail = describe(ends);
    if (last_byte_ != '\n' && last_byte_ != '\r')
        add(rules::no_final_newline, Severity::info).place = last_line_;
}

}  // namespace

std::unique_ptr<RecordSource> open_csv(std::unique_ptr<ByteSource> source, const ReadOptions& options) {
    return std::make_unique<CsvSource>(std::move(source), options);
}

}  // namespace daicho
