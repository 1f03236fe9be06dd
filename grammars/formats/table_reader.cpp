#include "grammars/formats/table_reader.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <map>

#include "grammars/base/error.hpp"
#include "grammars/base/hexadecimal.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/csv_splitter.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/encoding_detector.hpp"
#include "grammars/formats/header_finder.hpp"
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

class CsvTableReader final : public TableReader {
 public:
    CsvTableReader(std::unique_ptr<ByteSource> source, const ReadOptions& options)
        : origin_(std::move(source)) {
        source_ = origin_.get();
        open(options);
        sample();
        find_structure(options);
    }

    const Dialect& dialect() const override { return dialect_; }
    const std::vector<std::string>& header() const override { return header_; }
    std::size_t columns() const override { return columns_; }
    RawText preamble() const override { return {preamble_, preamble_source_, 0}; }
    std::uint64_t header_records() const override { return header_records_; }
    const std::vector<Finding>& findings() const override { return findings_; }
    bool next(Batch& batch) override;

 private:
    void open(const ReadOptions& options);
    std::string skip_bom(Encoding encoding);
    void sample();
    void find_structure(const ReadOptions& options);
    void check_header(const HeaderPlace& place);
    void take_preamble(std::size_t size);
    void fill(Buffer<char>& text, std::vector<SourceBytes>& replaced);
    void keep_rest(BatchParts& parts, std::size_t from);
    void add_invalid(BatchParts& parts) const;
    void watch_trailing(const Batch& batch);
    void finish();
    Finding& add(RuleId rule, Severity severity);

    std::unique_ptr<ByteSource> origin_;
    std::unique_ptr<ByteSource> spool_;
    ByteSource* source_ = nullptr;
    std::unique_ptr<TextSource> text_source_;
    std::unique_ptr<CsvSplitter> splitter_;
    Dialect dialect_;
    std::vector<std::string> header_;
    std::vector<Finding> findings_;
    std::string preamble_;
    std::vector<SourceBytes> preamble_source_;
    std::uint64_t header_records_ = 0;
    std::uint64_t next_record_ = 1;
    std::size_t columns_ = 0;
    std::size_t last_used_ = 0;  ///< columns up to here have a header or text
    Buffer<char> rest_;          ///< text that was read and is in no batch yet
    std::vector<SourceBytes> rest_source_;
    LineEnds preamble_ends_;
    char last_byte_ = '\n';
    std::uint64_t last_line_ = 0;
    bool at_end_ = false;
    bool finished_ = false;
};

void CsvTableReader::open(const ReadOptions& options) {
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
std::string CsvTableReader::skip_bom(Encoding encoding) {
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

void CsvTableReader::fill(Buffer<char>& text, std::vector<SourceBytes>& replaced) {
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

void CsvTableReader::sample() {
    while (!at_end_ && rest_.size() < sample_size) fill(rest_, rest_source_);
}

void CsvTableReader::find_structure(const ReadOptions& options) {
    const std::string_view text{rest_.data(), rest_.size()};
    const LineEnds ends = line_ends(text);
    dialect_.newline = kind_of(ends);
    dialect_.record_end = most_common(ends);
    dialect_.delimiter = options.delimiter ? *options.delimiter : find_delimiter(text, at_end_);
    splitter_ = std::make_unique<CsvSplitter>(dialect_.delimiter);

    auto sampled = sample_records(text, dialect_.delimiter, at_end_, sampled_records);
    while (sampled.empty() && !at_end_) {
        fill(rest_, rest_source_);
        const std::string_view more{rest_.data(), rest_.size()};
        sampled = sample_records(more, dialect_.delimiter, at_end_, sampled_records);
    }
    SampleRecords records;
    for (const auto& record : sampled) records.push_back(record.cells);
    const HeaderPlace place =
        options.header_row ? place_header(records, *options.header_row) : find_header(records);
    if (options.header_row && *options.header_row > records.size() && !records.empty()) {
        const std::string number = std::to_string(*options.header_row);
        throw Error{
            ErrorKind::usage,
            source_->name() + ": " + number +
                " 番目のレコードはありません。見出しの行を指定し直してください。",
            source_->name() + ": there is no record " + number + "; name another record as the header",
            ErrorHint::header_row};
    }
    columns_ = place.columns;
    header_records_ = place.records;
    header_ = header_names(records, place);
    const std::size_t above = place.found && place.header > 0 ? sampled[place.header - 1].end : 0;
    const std::string_view all{rest_.data(), rest_.size()};
    dialect_.header_line =
        place.found ? static_cast<std::uint32_t>(1 + count_line_ends(all.substr(0, above))) : 0;
    check_header(place);
    take_preamble(place.records > 0 ? sampled[place.records - 1].end : 0);
    splitter_->expect(columns_);
}

Finding& CsvTableReader::add(RuleId rule, Severity severity) {
    Finding& finding = findings_.emplace_back();
    finding.rule = rule;
    finding.severity = severity;
    return finding;
}

void CsvTableReader::check_header(const HeaderPlace& place) {
    last_used_ = header_.size();
    if (rest_.empty()) {
        add(rules::empty_file, Severity::error);
        return;
    }
    if (!place.found) {
        add(rules::no_header, Severity::error).place = 1;
        return;
    }
    if (dialect_.header_line > 1) {
        Finding& finding = add(rules::text_above_header, Severity::info);
        finding.place = 1;
        finding.detail = std::to_string(dialect_.header_line - 1);
    }
    if (place.width != columns_) {
        Finding& finding = add(rules::ragged_record, Severity::error);
        finding.place = dialect_.header_line;
        finding.value = std::to_string(place.width);
        finding.detail = std::to_string(columns_);
    }
    while (last_used_ > 0 && trimmed(header_[last_used_ - 1]).empty()) --last_used_;
    std::map<std::string_view, std::size_t> first;
    for (std::size_t c = 0; c < header_.size(); ++c) {
        const auto name = trimmed(header_[c]);
        if (name.empty()) continue;
        const auto [seen, fresh] = first.emplace(name, c);
        if (fresh) continue;
        Finding& finding = add(rules::duplicate_header, Severity::error);
        finding.place = dialect_.header_line;
        finding.column = static_cast<std::uint32_t>(c + 1);
        finding.value = header_[c];
        finding.detail = std::to_string(seen->second + 1);
    }
}

void CsvTableReader::take_preamble(std::size_t size) {
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
}

bool CsvTableReader::next(Batch& batch) {
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
    if (!parts.source.empty()) add_invalid(parts);
    next_record_ += batch.size();
    last_byte_ = parts.text.back();
    last_line_ = batch.line(batch.size() - 1);
    if (last_used_ < columns_) watch_trailing(batch);
    return true;
}

void CsvTableReader::keep_rest(BatchParts& parts, std::size_t from) {
    rest_.append(parts.text.data() + from, parts.text.size() - from);
    parts.text.resize(from);
    const auto kept = std::find_if(parts.source.begin(), parts.source.end(),
                                   [&](const SourceBytes& s) { return s.offset >= from; });
    rest_source_.assign(kept, parts.source.end());
    parts.source.erase(kept, parts.source.end());
    for (auto& entry : rest_source_) entry.offset -= static_cast<std::uint32_t>(from);
}

void CsvTableReader::add_invalid(BatchParts& parts) const {
    std::uint32_t cell_end = 0;
    Finding* finding = nullptr;
    for (const auto& entry : parts.source) {
        if (!entry.invalid) continue;
        if (finding == nullptr || entry.offset >= cell_end) {
            const CellPlace place = locate(parts, entry.offset, dialect_.delimiter);
            cell_end = place.cell_end;
            finding = &parts.findings.emplace_back();
            finding->rule = rules::invalid_bytes;
            finding->severity = Severity::error;
            finding->record = parts.first_record + place.record;
            finding->place = parts.records[place.record].line;
            finding->column = place.column;
            finding->span = {place.offset, place.offset + 3};
            finding->detail = to_string(dialect_.encoding);
        }
        if (finding->value.size() > 80) continue;
        for (unsigned i = 0; i < entry.size; ++i) {
            finding->value += (finding->value.empty() ? "" : " ") + byte_name(entry.bytes[i]);
        }
    }
    std::stable_sort(parts.findings.begin(), parts.findings.end(), [](const Finding& a, const Finding& b) {
        return a.record != b.record ? a.record < b.record : a.column < b.column;
    });
}

void CsvTableReader::watch_trailing(const Batch& batch) {
    for (std::size_t record = 0; record < batch.size(); ++record) {
        const std::size_t width = std::min(batch.width(record), columns_);
        for (std::size_t column = last_used_; column < width; ++column) {
            if (!batch.cell(record, column).empty()) last_used_ = column + 1;
        }
    }
}

void CsvTableReader::finish() {
    if (finished_) return;
    finished_ = true;
    LineEnds ends = splitter_->all_ends();
    ends.add(preamble_ends_);
    dialect_.newline = kind_of(ends);
    if (ends.kinds() > 1) add(rules::mixed_line_ends, Severity::info).detail = describe(ends);
    if (last_byte_ != '\n' && last_byte_ != '\r')
        add(rules::no_final_newline, Severity::info).place = last_line_;
    if (dialect_.header_line == 0) return;
    for (std::size_t c = 0; c < std::min(last_used_, header_.size()); ++c) {
        if (!trimmed(header_[c]).empty()) continue;
        Finding& finding = add(rules::blank_header, Severity::warning);
        finding.place = dialect_.header_line;
        finding.column = static_cast<std::uint32_t>(c + 1);
    }
    if (last_used_ < columns_) {
        Finding& finding = add(rules::trailing_columns, Severity::info);
        finding.place = dialect_.header_line;
        finding.column = static_cast<std::uint32_t>(last_used_ + 1);
        finding.detail = std::to_string(columns_ - last_used_);
    }
}

}  // namespace

std::unique_ptr<TableReader> open_table(const std::string& path, const ReadOptions& options) {
    return open_table(std::make_unique<InputFile>(path), options);
}

std::unique_ptr<TableReader> open_table(std::unique_ptr<ByteSource> source, const ReadOptions& options) {
    return std::make_unique<CsvTableReader>(std::move(source), options);
}

std::unique_ptr<TableReader> read_table(std::string bytes, const ReadOptions& options,
                                        const std::string& name) {
    return std::make_unique<CsvTableReader>(std::make_unique<MemorySource>(std::move(bytes), name), options);
}

}  // namespace daicho
