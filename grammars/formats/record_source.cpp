#include "grammars/formats/record_source.hpp"

#include <algorithm>
#include <map>

#include "grammars/base/error.hpp"
#include "grammars/formats/header_finder.hpp"
#include "grammars/formats/header_oddity.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "grammars/text/code_point_name.hpp"
#include "grammars/text/spaces.hpp"

namespace daicho {

namespace {

/// The records of a source below the header that was found over them.
class HeadedTable final : public TableReader {
 public:
    HeadedTable(std::unique_ptr<RecordSource> source, const ReadOptions& options, std::string_view format,
                const WrongName& name)
        : source_(std::move(source)),
          options_(options),
          wrong_ending_(name.ending),
          wrong_content_(name.content),
          format_(format),
          places_(source_->places()) {
        if (!name.ending.empty()) {
            Finding& finding = add(rules::wrong_name, Severity::warning);
            finding.value = name.ending;
            finding.detail = name.content;
        }
        source_->names() ? take_names(*source_->names()) : find_header_of(options);
        last_used_ = header_.size();
        source_->start(header_records_, columns_);
        take_findings();
        empty_ ? static_cast<void>(add(rules::empty_file, Severity::error)) : check_header();
        while (last_used_ > 0 && trimmed(header_[last_used_ - 1]).empty()) --last_used_;
        if (places_.kind != PlaceForm::Kind::cell) return;
        while (first_used_ < last_used_ && trimmed(header_[first_used_]).empty()) ++first_used_;
    }

    std::string_view format() const override { return format_; }
    const PlaceForm& places() const override { return places_; }
    bool has_header() const override { return has_header_; }
    RecordPlace header_place() const override { return header_place_; }
    const std::vector<std::string>& header() const override { return header_; }
    std::size_t columns() const override { return columns_; }
    std::uint64_t header_records() const override { return header_records_; }
    const std::vector<Finding>& findings() const override { return findings_; }
    const TableText* text() const override { return source_->text(); }
    std::vector<SheetSummary> sheets() const override { return source_->sheets(); }
    std::vector<std::size_t> likely_tables() const override { return source_->likely_tables(); }

    std::unique_ptr<TableReader> open_other(std::size_t number) const override {
        auto sheet = source_->open_other(number);
        if (!sheet) return nullptr;
        return std::make_unique<HeadedTable>(std::move(sheet), options_, format_,
                                             WrongName{wrong_ending_, wrong_content_});
    }

    bool next(Batch& batch) override {
        if (!source_->next(batch)) {
            finish();
            return false;
        }
        for (std::size_t record = 0; !has_records_ && record < batch.size(); ++record)
            has_records_ = !batch.blank(record);
        if (last_used_ < columns_ || first_used_ > 0) watch_unused(batch);
        for (Finding& finding : batch.parts().findings) {
            if (finding.column != 0 && finding.column <= header_.size() && finding.header.empty())
                finding.header = header_[finding.column - 1];
        }
        return true;
    }

 private:
    void take_names(const std::vector<std::string>& names);
    void find_header_of(const ReadOptions& options);
    void keep_passed_over(const SampleRecords& records, const HeaderPlace& place);
    void check_header();
    void check_names();
    void watch_unused(const Batch& batch);
    void take_findings();
    void finish();
    Finding& add(RuleId rule, Severity severity, std::size_t column = 0);

    std::unique_ptr<RecordSource> source_;
    ReadOptions options_;
    std::string wrong_ending_, wrong_content_;
    std::string titles_;  ///< of a sheet: what stands above its header
    std::string below_;   ///< what stands between the header and the first record
    std::size_t lines_below_ = 0;
    std::string_view format_;
    PlaceForm places_;
    std::vector<std::string> header_;
    RecordPlace header_place_;
    std::vector<Finding> findings_;
    std::size_t taken_ = 0;  ///< findings of the source that are among them
    std::uint64_t header_records_ = 0;
    std::size_t columns_ = 0;
    std::size_t header_width_ = 0;
    std::size_t first_used_ = 0;  ///< of a sheet: columns before have neither header nor text, which is usual
    std::size_t last_used_ = 0;   ///< columns up to here have a header or text
    bool has_header_ = false;
    bool empty_ = false;
    bool has_records_ = false;
    bool finished_ = false;
};

void HeadedTable::take_names(const std::vector<std::string>& names) {
    header_ = names;
    columns_ = header_width_ = names.size();
    has_header_ = !names.empty();
    empty_ = names.empty();
}

void HeadedTable::find_header_of(const ReadOptions& options) {
    auto first = source_->first_records();
    empty_ = first.empty();
    SampleRecords records;
    for (FirstRecord& record : first) records.push_back(std::move(record.cells));
    if (options.header_row && *options.header_row > records.size() && !empty_) {
        const std::string number = std::to_string(*options.header_row);
        throw Error{
            ErrorKind::usage,
            source_->name() + ": " + number +
                " 番目のレコードはありません。見出しの行を指定し直してください。",
            source_->name() + ": there is no record " + number + "; name another record as the header",
            ErrorHint::header_row};
    }
    const HeaderPlace place =
        options.header_row ? place_header(records, *options.header_row) : find_header(records);
    columns_ = place.columns;
    header_width_ = place.width;
    header_records_ = place.records;
    header_ = header_names(records, place);
    has_header_ = place.found;
    if (place.found) header_place_ = first[place.header].place;
    if (place.found) keep_passed_over(records, place);
}

/// Of a sheet the titles too, since there is no text to look them up in. Below a header that is itself a
/// line of `#` (LinkData) stand more of its kind, which nobody takes for records.
void HeadedTable::keep_passed_over(const SampleRecords& records, const HeaderPlace& place) {
    const auto keep = [](const std::vector<std::string>& cells, std::string& texts) {
        bool any = false;
        for (const std::string& cell : cells) {
            if (trimmed(cell).empty()) continue;
            texts.append(texts.empty() ? "" : " ").append(cell);
            any = true;
        }
        return any;
    };
    const std::vector<std::string>& header = records[place.header];
    const bool in_comments = !header.empty() && header.front().starts_with('#');
    for (std::size_t i = 0; i < place.records; ++i) {
        if (i == place.header) continue;
        if (i > place.header && !in_comments) {
            lines_below_ += keep(records[i], below_) ? 1 : 0;
        } else if (source_->text() == nullptr) {
            keep(records[i], titles_);
        }
    }
}

Finding& HeadedTable::add(RuleId rule, Severity severity, std::size_t column) {
    Finding& finding = findings_.emplace_back();
    finding.rule = rule;
    finding.severity = severity;
    finding.column = static_cast<std::uint32_t>(column);
    if (column != 0) finding.place = header_place_;
    return finding;
}

void HeadedTable::check_header() {
    if (!has_header_) {
        add(rules::no_header, Severity::error).place = 1;
        return;
    }
    if (header_place_.line > 1) {
        Finding& finding = add(rules::text_above_header, Severity::info);
        finding.place = 1;
        finding.detail = std::to_string(header_place_.line - 1);
        finding.value = titles_;
    }
    if (lines_below_ > 0) {
        Finding& finding = add(rules::lines_below_header, Severity::info);
        finding.place = header_place_;
        finding.detail = std::to_string(lines_below_);
        finding.value = below_;
    }
    if (header_width_ != columns_) {
        Finding& finding = add(rules::ragged_record, Severity::error);
        finding.place = header_place_;
        finding.value = std::to_string(header_width_);
        finding.detail = std::to_string(columns_);
    }
    check_names();
}

void HeadedTable::check_names() {
    std::map<std::string_view, std::size_t> first;
    for (std::size_t c = 0; c < header_.size(); ++c) {
        const auto name = trimmed(header_[c]);
        if (name.empty()) continue;
        if (const auto odd = header_oddity(header_[c])) {
            Finding& finding = add(rules::odd_header, Severity::warning, c + 1);
            finding.value = header_[c];
            finding.detail = code_point_name(*odd);
        }
        const auto [seen, fresh] = first.emplace(name, c);
        if (fresh) continue;
        Finding& finding = add(rules::duplicate_header, Severity::error, c + 1);
        finding.value = header_[c];
        finding.detail = std::to_string(seen->second + 1);
    }
}

void HeadedTable::watch_unused(const Batch& batch) {
    for (std::size_t record = 0; record < batch.size(); ++record) {
        const std::size_t width = std::min(batch.width(record), columns_);
        for (std::size_t column = 0; column < std::min(first_used_, width); ++column) {
            if (!batch.cell(record, column).empty()) first_used_ = column;
        }
        for (std::size_t column = last_used_; column < width; ++column) {
            if (!batch.cell(record, column).empty()) last_used_ = column + 1;
        }
    }
}

void HeadedTable::take_findings() {
    const auto& all = source_->findings();
    for (; taken_ < all.size(); ++taken_) {
        Finding& finding = findings_.emplace_back(all[taken_]);
        if (finding.header.empty() && finding.column != 0 && finding.column <= header_.size())
            finding.header = header_[finding.column - 1];
    }
}

void HeadedTable::finish() {
    if (finished_) return;
    finished_ = true;
    take_findings();
    if (!has_records_ && !empty_) add(rules::empty_file, Severity::error).place = header_place_;
    if (!has_header_) return;
    for (std::size_t c = first_used_; c < std::min(last_used_, header_.size()); ++c) {
        if (trimmed(header_[c]).empty()) add(rules::blank_header, Severity::warning, c + 1);
    }
    if (last_used_ < columns_) {
        add(rules::trailing_columns, Severity::info, last_used_ + 1).detail =
            std::to_string(columns_ - last_used_);
    }
}

}  // namespace

std::unique_ptr<TableReader> read_records(std::unique_ptr<RecordSource> source, const ReadOptions& options,
                                          std::string_view format, const WrongName& name) {
    return std::make_unique<HeadedTable>(std::move(source), options, format, name);
}

}  // namespace daicho
