#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/batch_builder.hpp"
#include "grammars/formats/record_checks.hpp"
#include "grammars/formats/record_source.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "grammars/formats/xml_declaration.hpp"
#include "grammars/formats/xml_records.hpp"
#include "grammars/text/join.hpp"

namespace daicho {

namespace {

constexpr std::size_t xml_batch_bytes = std::size_t{256} << 10;
constexpr std::size_t xml_batch_cells = std::size_t{64} << 10;

class XmlColumnSurvey final : public XmlValues {
 public:
    XmlColumnSurvey(NestedColumns& columns, const std::string& name) : columns_(columns), name_(name) {}

    void start() { next_ = 0; }
    void value(const std::string& way, std::string_view text) override {
        const std::size_t column = columns_.find_or_add(way, next_);
        if (column == NestedColumns::most) {
            throw Error{ErrorKind::limit, name_ + ": 表の列が多すぎます（10000 列まで）。",
                        name_ + ": too many columns for a table (at most 10000)"};
        }
        note_value(columns_.all()[column], text);
        next_ = column + 1;
    }

 private:
    NestedColumns& columns_;
    const std::string& name_;
    std::size_t next_ = 0;
};

class XmlRowTaker final : public XmlValues {
 public:
    explicit XmlRowTaker(const NestedColumns& columns) : cells(columns.all().size()), columns_(columns) {}

    std::vector<std::string> cells;

    void start() {
        for (std::string& cell : cells) cell.clear();
        next_ = 0;
    }
    void value(const std::string& way, std::string_view text) override {
        const auto column = columns_.find(way, next_);
        if (!column) return;
        next_ = *column + 1;
        cells[*column] = text;
    }

 private:
    const NestedColumns& columns_;
    std::size_t next_ = 0;
};

/// Tables that are XML: elements that repeat are the records, the elements and attributes in them the
/// columns, by their local names. The source is read three times: to find the records, their columns, and the
/// cells.
class XmlSource final : public RecordSource {
 public:
    XmlSource(std::unique_ptr<ByteSource> source, const ReadOptions& options) : origin_(std::move(source)) {
        source_ = origin_.get();
        if (!source_->rewindable()) {
            spool_ = std::make_unique<SpooledSource>(*source_);
            source_ = spool_.get();
        }
        if (const std::string declared = wrongly_declared_encoding(*source_); !declared.empty()) {
            plain_ = without_declared_encoding(*source_);
            source_ = plain_.get();
            Finding& finding = findings_.emplace_back();
            finding.rule = rules::wrong_declaration;
            finding.severity = Severity::warning;
            finding.value = declared;
        }
        {
            XmlReader xml(*source_);
            layout_ = find_xml_records(xml, source_->name(), options.records);
        }
        survey();
        told(rules::other_records, layout_.others);
        told(rules::beside_records, layout_.outside);
        told(rules::members_left_out, headers_.left_out);
    }

    const std::string& name() const override { return source_->name(); }
    PlaceForm places() const override {
        PlaceForm form{PlaceForm::Kind::path, layout_.path};
        form.ways = std::make_shared<const std::vector<std::string>>(ways_);
        return form;
    }
    const std::vector<std::string>* names() const override { return &headers_.names; }
    void start(std::size_t, std::size_t) override {
        source_->rewind();
        reader_.emplace(*source_);
        records_.emplace(*reader_, layout_);
        row_.emplace(columns_);
    }
    bool next(Batch& batch) override {
        BatchBuilder builder(batch);
        builder.begin(record_ + 1);
        const BatchParts& parts = batch.parts();
        while (!headers_.names.empty() && parts.text.size() < xml_batch_bytes &&
               parts.cells.size() < xml_batch_cells && records_->next()) {
            row_->start();
            const std::uint64_t line = records_->line();
            records_->read(*row_);
            builder.record({line, 0, static_cast<std::uint32_t>(record_++)});
            for (const Other& other : others_) {
                if (row_->cells[other.to].empty()) row_->cells[other.to].swap(row_->cells[other.from]);
            }
            for (const std::size_t column : shown_) builder.cell(row_->cells[column]);
        }
        builder.end();
        if (batch.empty()) return false;
        check_records(batch, headers_.names.size());
        return true;
    }
    const std::vector<Finding>& findings() const override { return findings_; }

 private:
    void survey();
    void told(RuleId rule, const std::vector<std::string>& what) {
        if (what.empty()) return;
        Finding& finding = findings_.emplace_back();
        finding.rule = rule;
        finding.severity = Severity::info;
        finding.value = layout_.path;
        finding.detail = first_joined(what);
    }

    std::unique_ptr<ByteSource> origin_;
    std::unique_ptr<ByteSource> spool_;
    std::unique_ptr<ByteSource> plain_;  ///< without the encoding that it declares
    ByteSource* source_ = nullptr;
    XmlLayout layout_;
    NestedColumns columns_;
    NestedHeaders headers_;
    std::vector<std::string> ways_;   ///< XPaths from a record to the columns: "/電話番号[2]"
    std::vector<std::size_t> shown_;  ///< the columns that have headers, in `columns_`
    /// Columns whose value is taken where that of another one is empty, in `columns_`.
    struct Other {
        std::size_t to, from;
    };
    std::vector<Other> others_;
    std::optional<XmlReader> reader_;
    std::optional<XmlRecords> records_;
    std::optional<XmlRowTaker> row_;
    std::uint64_t record_ = 0;
    std::vector<Finding> findings_;
};

void XmlSource::survey() {
    source_->rewind();
    XmlReader xml(*source_);
    XmlRecords records(xml, layout_);
    XmlColumnSurvey survey(columns_, source_->name());
    std::uint64_t count = 0;
    for (; !layout_.path.empty() && records.next(); ++count) {
        survey.start();
        records.read(survey);
    }
    columns_.drop_empty_owners();
    headers_ = nested_headers(columns_.all(), count);
    for (const std::string& path : headers_.paths) {
        shown_.push_back(*columns_.find(path, shown_.size()));
        std::string& way = ways_.emplace_back();
        for (const std::string& step : pointer_steps(path)) {
            const bool number = step.find_first_not_of("0123456789") == step.npos;
            way += number            ? "[" + std::to_string(std::stoul(step) + 1) + "]"
                   : step == "#text" ? "/text()"
                                     : "/" + step;
        }
    }
    for (std::size_t i = 0; i < shown_.size(); ++i) {
        for (const NestedHeaders::Other& other : headers_.others[i])
            others_.push_back({shown_[i], *columns_.find(other.path, 0)});
    }
}

}  // namespace

std::unique_ptr<RecordSource> open_xml(std::unique_ptr<ByteSource> source, const ReadOptions& options) {
    return std::make_unique<XmlSource>(std::move(source), options);
}

bool begins_xml(std::string_view start) {
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    return start.starts_with("<?xml");
}

}  // namespace daicho
