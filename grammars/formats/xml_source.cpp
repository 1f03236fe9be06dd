#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/batch_builder.hpp"
#include "grammars/formats/nested_columns.hpp"
#include "grammars/formats/record_checks.hpp"
#include "grammars/formats/record_source.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "grammars/formats/xml_declaration.hpp"
#include "grammars/formats/xml_layout.hpp"
#include "grammars/formats/xml_records.hpp"
#include "grammars/text/join.hpp"

namespace daicho {

namespace {

constexpr std::size_t xml_batch_bytes = std::size_t{256} << 10;
constexpr std::size_t xml_batch_cells = std::size_t{64} << 10;

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// The way of a value as columns have it: the text of the record itself has no name of its own.
std::string column_path(const XmlWays& ways, std::size_t way) {
    return way == XmlWays::record ? "/#text" : ways.text(way);
}

class XmlColumnSurvey final : public XmlValues {
 public:
    XmlColumnSurvey(NestedColumns& columns, const XmlWays& ways, const std::string& name)
        : columns_(columns), ways_(ways), name_(name) {}

    void value(std::size_t way, std::string_view text) override {
        if (way >= places_.size()) places_.resize(ways_.size(), nowhere);
        std::size_t& column = places_[way];
        if (column == nowhere) column = columns_.find_or_add(column_path(ways_, way), columns_.all().size());
        if (column == NestedColumns::most) {
            throw Error{ErrorKind::limit, name_ + ": 表の列が多すぎます（10000 列まで）。",
                        name_ + ": too many columns for a table (at most 10000)"};
        }
        note_value(columns_.all()[column], text);
    }
    void record_like(std::string_view, std::span<const std::string_view> values,
                     std::span<const std::size_t> ways) override {
        for (std::size_t i = 0; i < values.size(); ++i)
            note_value(columns_.all()[places_[ways[i]]], values[i]);
    }

 private:
    NestedColumns& columns_;
    const XmlWays& ways_;
    const std::string& name_;
    std::vector<std::size_t> places_;  ///< of ways, in the columns
};

class XmlRowTaker final : public XmlValues {
 public:
    XmlRowTaker(const NestedColumns& columns, const XmlWays& ways)
        : cells(columns.all().size()), texts_(cells.size()) {
        for (std::size_t way = 0; way < ways.size(); ++way)
            places_.push_back(columns.find(column_path(ways, way), nowhere).value_or(nowhere));
    }

    std::vector<std::string_view> cells;  ///< they live until the reader goes on
    std::string_view record;              ///< of which they are parts; empty: of nothing

    void start() {
        cells.assign(cells.size(), {});
        record = {};
    }
    void value(std::size_t way, std::string_view text) override {
        const std::size_t place = place_of(way);
        if (place != nowhere) cells[place] = texts_[place] = text;
    }
    void record_like(std::string_view text, std::span<const std::string_view> values,
                     std::span<const std::size_t> ways) override {
        record = text;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::size_t place = place_of(ways[i]);
            if (place != nowhere) cells[place] = values[i];
        }
    }

 private:
    std::size_t place_of(std::size_t way) const { return way < places_.size() ? places_[way] : nowhere; }

    std::vector<std::string> texts_;   ///< of cells that nothing else keeps
    std::vector<std::size_t> places_;  ///< of ways, in the cells
};

/// Tables that are XML: elements that repeat are the records, the elements and attributes in them the
/// columns, by their local names. The source is read twice: to find the records and their columns, where its
/// beginning shows which elements are the records, and for the cells.
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
        look_over(options.records);
        make_headers();
        tell();
    }

    const std::string& name() const override { return source_->name(); }
    PlaceForm places() const override {
        PlaceForm form{PlaceForm::Kind::path, layout_.path};
        form.ways = std::make_shared<const std::vector<std::string>>(xpaths_);
        return form;
    }
    const std::vector<std::string>* names() const override { return &headers_.names; }
    void start(std::size_t, std::size_t) override {
        source_->rewind();
        reader_.emplace(*source_);
        records_.emplace(*reader_, source_->name(), layout_.path, ways_);
        row_.emplace(columns_, ways_);
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
            builder.source(row_->record);
            for (const Other& other : others_) {
                if (row_->cells[other.to].empty()) std::swap(row_->cells[other.to], row_->cells[other.from]);
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
    void look_over(const std::string& wanted);
    bool look_over_at_once(const std::string& wanted);
    void survey(const std::string& path, XmlSurvey* document);
    void make_headers();
    void tell();
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
    XmlWays ways_;
    NestedColumns columns_;
    std::uint64_t count_ = 0;               ///< of records
    std::vector<std::string> passed_over_;  ///< comments and the like, with how many there are
    NestedHeaders headers_;
    std::vector<std::string> xpaths_;  ///< from a record to the columns: "/電話番号[2]"
    std::vector<std::size_t> shown_;   ///< the columns that have headers, in `columns_`
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

/// Takes down the columns of the records at `path`, and what there is of all of the document.
void XmlSource::survey(const std::string& path, XmlSurvey* document) {
    ways_ = {};
    columns_ = {};
    count_ = 0;
    source_->rewind();
    XmlReader xml(*source_);
    XmlRecords records(xml, source_->name(), path, ways_, document);
    XmlColumnSurvey columns(columns_, ways_, source_->name());
    for (; records.next(); ++count_) records.read(columns);
    passed_over_.clear();
    for (const auto& [what, times] : xml.passed_over())
        passed_over_.push_back(what + " (" + std::to_string(times) + ")");
}

/// Finds the records and their columns in one reading: the records are those that the beginning of the
/// document has. False where the end has another word.
bool XmlSource::look_over_at_once(const std::string& wanted) {
    constexpr std::size_t beginning = 20'000;  // events
    XmlSurvey part(source_->name()), whole(source_->name());
    XmlReader xml(*source_);
    for (std::size_t i = 0; i < beginning && xml.next() != XmlEvent::finished; ++i) part.see(xml);
    const XmlLayout likely = choose_xml_records(part, source_->name(), wanted);
    survey(likely.path, &whole);
    layout_ = choose_xml_records(whole, source_->name(), wanted);
    return layout_.path == likely.path;
}

void XmlSource::look_over(const std::string& wanted) {
    try {
        if (look_over_at_once(wanted)) return;
    } catch (const Error&) {
        // What is wrong with the document, and not with what its beginning was taken for, is told below.
    }
    source_->rewind();
    XmlSurvey document(source_->name());
    XmlReader xml(*source_);
    while (xml.next() != XmlEvent::finished) document.see(xml);
    layout_ = choose_xml_records(document, source_->name(), wanted);
    survey(layout_.path, nullptr);
}

void XmlSource::make_headers() {
    columns_.drop_empty_owners();
    headers_ = nested_headers(columns_.all(), count_);
    for (const std::string& path : headers_.paths) {
        shown_.push_back(*columns_.find(path, shown_.size()));
        std::string& way = xpaths_.emplace_back();
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

void XmlSource::tell() {
    told(rules::other_records, layout_.others);
    told(rules::beside_records, layout_.outside);
    told(rules::mixed_text, layout_.mixed);
    told(rules::several_namespaces, layout_.several_namespaces);
    told(rules::several_patterns, layout_.several_patterns);
    std::vector<std::string> no_data = headers_.left_out;
    no_data.insert(no_data.end(), layout_.no_data.begin(), layout_.no_data.end());
    no_data.insert(no_data.end(), passed_over_.begin(), passed_over_.end());
    told(rules::members_left_out, no_data);
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
