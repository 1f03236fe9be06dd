#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/batch_builder.hpp"
#include "grammars/formats/encoding_detector.hpp"
#include "grammars/formats/json_columns.hpp"
#include "grammars/formats/json_records.hpp"
#include "grammars/formats/nested_columns.hpp"
#include "grammars/formats/record_checks.hpp"
#include "grammars/formats/record_source.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "grammars/formats/text_source.hpp"
#include "grammars/text/join.hpp"

namespace daicho {

namespace {

constexpr std::size_t json_batch_bytes = std::size_t{256} << 10;
/// A longer document is hardly one record.
constexpr std::size_t most_kept_bytes = std::size_t{1} << 20;
constexpr std::size_t json_batch_cells = std::size_t{64} << 10;

/// A source of another encoding as UTF-8. Throws Error where a byte is no part of that encoding.
class Utf8Source final : public ByteSource {
 public:
    Utf8Source(ByteSource& source, Encoding encoding) : source_(source), encoding_(encoding) {
        text_.emplace(source_, encoding_);
    }

    std::size_t read(char* to, std::size_t size) override {
        while (at_ == part_.size()) {
            part_.clear();
            at_ = 0;
            if (!text_->read(part_, replaced_) && part_.size() == 0) return 0;
            if (std::ranges::any_of(replaced_, &SourceBytes::invalid)) refuse();
            replaced_.clear();
        }
        const std::size_t got = std::string_view(part_.data(), part_.size()).copy(to, size, at_);
        at_ += got;
        return got;
    }
    bool rewindable() const override { return source_.rewindable(); }
    void rewind() override {
        source_.rewind();
        text_.emplace(source_, encoding_);
        part_.clear();
        at_ = 0;
    }
    const std::string& name() const override { return source_.name(); }

 private:
    [[noreturn]] void refuse() const {
        const std::string encoding(to_string(encoding_));
        throw Error{
            ErrorKind::input,
            name() + ": " + encoding + " の文字ではないバイトがあります。文字コードを確かめてください。",
            name() + ": it has bytes that are no characters of " + encoding + "; check the encoding"};
    }

    ByteSource& source_;
    Encoding encoding_;
    std::optional<TextSource> text_;
    Buffer<char> part_;
    std::vector<SourceBytes> replaced_;
    std::size_t at_ = 0;
};

/// Tables that are JSON: an array of objects anywhere in the document, an object a line (JSON Lines), one
/// object, or an array of arrays. The columns are the values of all records, nested ones too, in the order in
/// which they appear; for that the source is read twice. Texts, numbers (as written), true and false are
/// cells; null and members that are not there are empty ones. Throws Error with the place where the text is
/// not JSON, or where there are more than 10,000 columns.
class JsonSource final : public RecordSource {
 public:
    JsonSource(std::unique_ptr<ByteSource> source, const ReadOptions& options)
        : origin_(std::move(source)), options_(options) {
        source_ = origin_.get();
        if (!source_->rewindable()) {
            spool_ = std::make_unique<SpooledSource>(*source_);
            source_ = spool_.get();
        }
        if (options.encoding && *options.encoding != Encoding::utf8) read_as(*options.encoding);
        try {
            look_through();
        } catch (const Error&) {
            if (options.encoding || !take_other_encoding()) throw;
            look_through();
        }
        tell_layout();
    }

    const std::string& name() const override { return source_->name(); }
    PlaceForm places() const override {
        const bool lines =
            layout_.kind == JsonLayout::Kind::lines || layout_.kind == JsonLayout::Kind::single;
        PlaceForm form{lines ? PlaceForm::Kind::line_pointer : PlaceForm::Kind::pointer, layout_.pointer};
        form.ways = std::make_shared<const std::vector<std::string>>(headers_.paths);
        return form;
    }
    const std::vector<std::string>* names() const override { return &headers_.names; }
    void start(std::size_t, std::size_t) override {
        source_->rewind();
        reader_.emplace(*source_);
        records_.emplace(*reader_, layout_);
        row_.emplace(columns_, folded_);
    }
    bool next(Batch& batch) override;
    const std::vector<Finding>& findings() const override { return findings_; }
    std::vector<std::size_t> likely_tables() const override {
        return document_.empty() ? std::vector<std::size_t>() : std::vector<std::size_t>{1, 2};
    }
    std::unique_ptr<RecordSource> open_other(std::size_t number) const override {
        if (document_.empty() || number != 2) return nullptr;
        ReadOptions options = options_;
        options.encoding = Encoding::utf8;
        options.records = layout_.instead;
        return std::make_unique<JsonSource>(std::make_unique<MemorySource>(document_, name()), options);
    }

 private:
    void read_as(Encoding encoding);
    bool take_other_encoding();
    void look_through();
    void keep_document();
    void survey();
    void survey_rows();
    void tell_layout();
    void add_record(BatchBuilder& builder, Batch& batch);
    void tell(Batch& batch, RuleId rule, std::size_t column, RecordPlace place);

    std::unique_ptr<ByteSource> origin_;
    std::unique_ptr<ByteSource> spool_;
    std::unique_ptr<ByteSource> utf8_;
    ByteSource* source_ = nullptr;
    ReadOptions options_;
    JsonLayout layout_;
    std::string document_;  ///< where its records may be others than those that are read
    NestedColumns columns_;
    std::set<std::string, std::less<>> folded_;
    NestedHeaders headers_;
    std::vector<std::size_t> places_;  ///< in `columns_`, of those with headers
    std::vector<std::size_t> shown_;   ///< of each of `columns_`, from 1; 0: it is left out
    /// Columns whose value is taken where that of another one is empty, in `columns_`.
    struct Other {
        std::size_t to, from;
        bool says_more;
    };
    std::vector<Other> others_;
    std::optional<JsonReader> reader_;
    std::optional<JsonRecords> records_;
    std::optional<RowTaker> row_;
    std::uint64_t record_ = 0;
    std::vector<Finding> findings_;
};

void JsonSource::read_as(Encoding encoding) {
    utf8_ = std::make_unique<Utf8Source>(*source_, encoding);
    source_ = utf8_.get();
}

/// Of what is no JSON as UTF-8. False: it is UTF-8 nevertheless.
bool JsonSource::take_other_encoding() {
    source_->rewind();
    const Encoding encoding = prove_encoding(*source_).encoding;
    if (encoding == Encoding::utf8) return false;
    read_as(encoding);
    Finding& finding = findings_.emplace_back();
    finding.rule = rules::not_utf8;
    finding.severity = Severity::warning;
    finding.value = to_string(encoding);
    return true;
}

/// Finds the records and their columns.
void JsonSource::look_through() {
    {
        JsonReader reader(*source_);
        layout_ = find_json_records(reader, options_.records);
    }
    source_->rewind();
    if (!layout_.instead.empty() && layout_.bytes <= most_kept_bytes) keep_document();
    layout_.kind == JsonLayout::Kind::rows ? survey_rows() : survey();
}

void JsonSource::keep_document() {
    document_.resize(layout_.bytes);
    std::size_t size = 0;
    while (const std::size_t got = source_->read(document_.data() + size, document_.size() - size))
        size += got;
    document_.resize(size);
    source_->rewind();
}

void JsonSource::survey() {
    JsonReader reader(*source_);
    JsonRecords records(reader, layout_);
    ColumnSurvey survey(reader);
    std::uint64_t count = 0;
    for (; records.next(); ++count) {
        survey.start();
        records.read(survey);
    }
    survey.finish();
    columns_ = std::move(survey.columns);
    folded_ = std::move(survey.folded);
    headers_ = nested_headers(columns_.all(), count);
    shown_.assign(columns_.all().size(), 0);
    for (const std::string& path : headers_.paths) {
        places_.push_back(*columns_.find(path, places_.size()));
        shown_[places_.back()] = places_.size();
    }
    for (std::size_t i = 0; i < places_.size(); ++i) {
        for (const NestedHeaders::Other& other : headers_.others[i]) {
            others_.push_back({places_[i], *columns_.find(other.path, 0), other.says_more});
            if (!other.says_more) shown_[others_.back().from] = i + 1;
        }
    }
}

/// Of an array of arrays the first one is the header.
void JsonSource::survey_rows() {
    JsonReader reader(*source_);
    JsonRecords records(reader, layout_);
    ColumnSurvey survey(reader);
    std::vector<std::string> names;
    for (bool first = true; records.next(); first = false) {
        survey.start();
        records.read(survey);
        if (!first) continue;
        for (const NestedColumn& column : survey.columns.all()) names.push_back(column.first);
    }
    columns_ = std::move(survey.columns);
    folded_ = std::move(survey.folded);
    names.resize(columns_.all().size());
    headers_.names = std::move(names);
    for (const NestedColumn& column : columns_.all()) {
        headers_.paths.push_back(column.path);
        places_.push_back(places_.size());
        shown_.push_back(places_.size());
    }
}

void JsonSource::tell_layout() {
    const auto told = [&](RuleId rule, const std::vector<std::string>& what) {
        if (what.empty()) return;
        Finding& finding = findings_.emplace_back();
        finding.rule = rule;
        finding.severity = Severity::info;
        finding.value = layout_.pointer;
        finding.detail = first_joined(what);
    };
    told(rules::other_records, layout_.others);
    told(rules::beside_records, layout_.outside);
    told(rules::members_left_out, headers_.left_out);
}

bool JsonSource::next(Batch& batch) {
    BatchBuilder builder(batch);
    if (record_ == 0 && layout_.kind == JsonLayout::Kind::rows && records_->next()) {
        row_->start();
        records_->read(*row_);  // the header
    }
    builder.begin(record_ + 1);
    const BatchParts& parts = batch.parts();
    while (!headers_.names.empty() && parts.text.size() < json_batch_bytes &&
           parts.cells.size() < json_batch_cells && records_->next()) {
        add_record(builder, batch);
    }
    builder.end();
    if (batch.empty()) return false;
    check_records(batch, headers_.names.size());
    return true;
}

void JsonSource::add_record(BatchBuilder& builder, Batch& batch) {
    row_->start();
    const JsonPlace at = records_->place();
    records_->read(*row_);
    const bool below_header = layout_.kind == JsonLayout::Kind::rows;
    const RecordPlace place{at.line, at.position, static_cast<std::uint32_t>(record_++ + below_header)};
    builder.record(place);
    builder.source(row_->record);
    for (const Other& other : others_) {
        std::string_view &to = row_->cells[other.to], &from = row_->cells[other.from];
        if (to.empty()) {
            std::swap(to, from);
        } else if (!other.says_more && !from.empty() && from != to) {
            tell(batch, rules::member_twice, other.to, place);
            batch.parts().findings.back().detail = from;
        }
    }
    for (const std::size_t column : places_) builder.cell(row_->cells[column]);
    for (const RowTaker::Twice& one : row_->twice) {
        tell(batch, rules::member_twice, one.column, place);
        if (shown_[one.column] != 0) batch.parts().findings.back().detail = one.value;
    }
    for (const std::size_t column : row_->too_long) tell(batch, rules::number_too_long, column, place);
}

void JsonSource::tell(Batch& batch, RuleId rule, std::size_t column, RecordPlace place) {
    if (shown_[column] == 0) return;
    Finding& finding = batch.parts().findings.emplace_back();
    finding.rule = rule;
    finding.severity = rule == rules::member_twice ? Severity::error : Severity::warning;
    finding.record = record_;
    finding.place = place;
    finding.column = static_cast<std::uint32_t>(shown_[column]);
    finding.value = row_->cells[column];
}

/// `start` from its first character on, and what comes behind that.
std::string_view first_signs(std::string_view start) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (start.starts_with(mark)) start.remove_prefix(mark.size());
    const auto first = start.find_first_not_of(" \t\r\n");
    return first == start.npos ? std::string_view{} : start.substr(first);
}

bool has_signs(std::string_view start, char one, std::string_view others) {
    const std::string_view signs = first_signs(start);
    if (signs.empty() || signs[0] != one) return false;
    const std::string_view behind = first_signs(signs.substr(1));
    return !behind.empty() && others.find(behind[0]) != others.npos;
}

}  // namespace

std::unique_ptr<RecordSource> open_json(std::unique_ptr<ByteSource> source, const ReadOptions& options) {
    return std::make_unique<JsonSource>(std::move(source), options);
}

bool begins_json_array(std::string_view start) {
    return has_signs(start, '[', "{]");
}

bool begins_json_object(std::string_view start) {
    return has_signs(start, '{', "\"}");
}

}  // namespace daicho
