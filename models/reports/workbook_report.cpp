#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "grammars/base/path_names.hpp"
#include "grammars/text/width.hpp"
#include "grammars/workbooks/workbook_writer.hpp"
#include "models/reports/listed_report.hpp"
#include "models/reports/reports.hpp"
#include "models/rules/message.hpp"

namespace daicho {

namespace {

constexpr std::uint64_t most_findings = 50'000;
constexpr std::size_t most_comments = 10'000;
constexpr std::size_t last_commented =
    256;                                    // column: the place of a comment costs as much as it is far right
constexpr std::size_t longest_shown = 200;  // columns of a value in the list
constexpr std::size_t title_width = 48, name_width = 44;  // of the summary

/// What is said of a cell of a table.
struct Mark {
    Severity severity = Severity::info;
    std::string comment;
};

/// Rows and columns count from 0, the header is a row.
struct MarkPlace {
    std::uint64_t row = 0;
    std::uint32_t column = 0;
    bool operator==(const MarkPlace&) const = default;
};

struct MarkPlaceHash {
    std::size_t operator()(const MarkPlace& place) const {
        return std::hash<std::uint64_t>{}(place.row * 16'411 + place.column);
    }
};

CellLook look_of(Severity severity) {
    return severity == Severity::error     ? CellLook::error
           : severity == Severity::warning ? CellLook::warning
                                           : CellLook::info;
}

/// Lines that a text takes in a column of that width.
std::size_t lines_of(std::string_view text, std::size_t width) {
    return std::max<std::size_t>(1, (display_width(text) + width - 1) / width);
}

/// "shelters" of "data/shelters.csv".
std::string stem_of(std::string_view path) {
    path = name_of_path(path);
    const auto dot = path.rfind('.');
    return std::string(dot == 0 || dot == path.npos ? path : path.substr(0, dot));
}

/// Hands bytes on to a stream.
class StreamSink final : public ByteSink {
 public:
    explicit StreamSink(std::ostream& out) : out_(out) {}
    void write(std::string_view bytes) override { out_ << bytes; }
    void commit() override { out_.flush(); }

 private:
    std::ostream& out_;
};

/// A workbook (.xlsx) for the person who mends the tables: a summary, a sheet of all findings with links, and
/// each table again with its wrong cells coloured, what was found there as comments, and the safe repairs
/// beside. The cells of confidential items are masked unless values are asked for.
class WorkbookReport final : public ListedReport {
 public:
    WorkbookReport(std::ostream& out, const ReportOptions& options)
        : ListedReport(limited(options)),
          out_(out),
          workbook_(options.name),
          summary_(workbook_.add_sheet(say("要約", "Summary"))),
          findings_(workbook_.add_sheet(say("指摘", "Findings"))) {
        begin_summary();
        begin_findings();
    }

    void begin_file(const FileFacts& facts) override {
        ListedReport::begin_file(facts);
        marks_.clear();
        first_rows_.clear();
        const std::string name = stem_of(facts.path);
        sheet_ = &workbook_.add_sheet(name.empty() || name == "-" ? words().say("表", "Table") : name);
    }
    void end_file(const FileVerdict& verdict) override;
    bool copies_tables() const override { return true; }
    void add_table(TableReader& table) override;
    void fail_file(const std::string& path, std::string_view why) override {
        summary_.text(summary_row_++, 0, path, CellLook::label);
        summary_.text(summary_row_++, 0, why, CellLook::error);
        ++summary_row_;
    }
    void finish() override {
        if (finding_row_ > 1) findings_.filter(0, finding_row_ - 1, 8);
        add_legend();
        StreamSink sink(out_);
        workbook_.finish(sink);
    }

 private:
    static ReportOptions limited(ReportOptions options) {
        const std::uint64_t asked = options.max_findings.value_or(most_findings);
        options.max_findings = asked == 0 ? most_findings : std::min(asked, most_findings);
        return options;
    }
    void list(const Finding& finding, const std::string& message, std::size_t line) override;
    std::optional<MarkPlace> cell_of(const Finding& finding) const;
    void mark(const Finding& finding, const std::string& message);
    void begin_summary();
    void begin_findings();
    void add_legend();
    void add_line(const TallyLine& line, std::size_t index);
    std::string_view shown_file() const {
        return facts().path == "-" ? say("（標準入力）", "(standard input)") : std::string_view(facts().path);
    }
    bool is_masked(std::size_t column) const {
        return !options().show_values && facts().form.places.source_columns &&
               column < facts().columns.size() && facts().columns[column].confidential;
    }

    std::ostream& out_;
    WorkbookWriter workbook_;
    SheetWriter& summary_;
    SheetWriter& findings_;
    SheetWriter* sheet_ = nullptr;
    std::uint64_t summary_row_ = 0;
    std::uint64_t finding_row_ = 0;
    std::unordered_map<MarkPlace, Mark, MarkPlaceHash> marks_;
    std::vector<std::uint64_t> first_rows_;  ///< of the list of findings, by line of the tally
    std::size_t comments_ = 0;
};

void WorkbookReport::begin_summary() {
    summary_.column_width(0, 12);
    summary_.column_width(2, title_width);
    summary_.column_width(3, name_width);
    summary_.column_width(4, 10);
    summary_.column_width(5, 14);
    summary_.text(summary_row_++, 0, say("検査の結果", "What was found"), CellLook::title);
    ++summary_row_;
}

void WorkbookReport::begin_findings() {
    const std::pair<std::string_view, double> columns[] = {
        {say("重要度", "severity"), 9}, {say("規則", "rule"), 0},          {say("内容", "what is wrong"), 30},
        {say("ファイル", "file"), 0},   {say("場所", "place"), 0},         {say("列", "column"), 22},
        {say("値", "value"), 30},       {say("直した値", "repaired"), 30}, {say("説明", "what to do"), 70}};
    std::size_t number = 0;
    for (const auto& [name, width] : columns) {
        findings_.text(0, number, name, CellLook::header);
        if (width > 0) findings_.column_width(number, width);  // else as wide as what is in it
        ++number;
    }
    findings_.freeze(1, 0);
    finding_row_ = 1;
}

std::optional<MarkPlace> WorkbookReport::cell_of(const Finding& finding) const {
    if (!facts().form.places.source_columns) return std::nullopt;
    const std::uint64_t header = facts().form.has_header ? 1 : 0;
    const std::uint32_t column = finding.column == 0 ? 0 : finding.column - 1;
    if (finding.record != 0) return MarkPlace{finding.record - 1 + header, column};
    return finding.column != 0 && header != 0 ? std::optional(MarkPlace{0, column}) : std::nullopt;
}

void WorkbookReport::mark(const Finding& finding, const std::string& message) {
    const auto place = cell_of(finding);
    if (!place) return;
    Mark& mark = marks_[*place];
    mark.severity = std::max(mark.severity, finding.severity);
    std::string& text = mark.comment;
    text.append(text.empty() ? "" : "\n").append(words().severity(finding.severity)).append(" ");
    text.append(finding.rule.text).append(": ").append(message);
    if (finding.repair.kind == RepairKind::none) return;
    const bool guess = finding.repair.kind == RepairKind::guess;
    text.append("\n→ ").append(guess ? say("推測: ", "a guess: ") : say("直した値: ", "repaired: "));
    text += finding.repair.value;
}

void WorkbookReport::list(const Finding& finding, const std::string& message, std::size_t line) {
    first_rows_.resize(tally().size());
    if (first_rows_[line] == 0) first_rows_[line] = finding_row_;
    const std::uint64_t row = finding_row_++;
    findings_.text(row, 0, words().severity(finding.severity), look_of(finding.severity));
    findings_.text(row, 1, finding.rule.text);
    const std::string title = title_of(finding.rule);
    findings_.text(row, 2, title, CellLook::wrapped);
    findings_.text(row, 3, shown_file());
    const std::string where = place_of(finding);
    if (const auto place = cell_of(finding)) {
        findings_.link(row, 4, where.empty() ? say("見出し", "header") : where, *sheet_, place->row,
                       place->column);
    } else {
        findings_.text(row, 4, where);
    }
    const std::string value = shown(finding.value, longest_shown),
                      header = shown(finding.header, longest_shown);
    findings_.text(row, 5, header, CellLook::wrapped);
    findings_.text(row, 6, value, CellLook::wrapped);
    const bool safe = finding.repair.kind != RepairKind::none && finding.repair.kind != RepairKind::guess;
    if (safe) findings_.text(row, 7, shown(finding.repair.value, longest_shown), CellLook::repaired);
    findings_.text(row, 8, message, CellLook::wrapped);
    findings_.row_lines(row, std::max({lines_of(message, 70), lines_of(value, 30), lines_of(header, 22),
                                       lines_of(title, 30)}));
    mark(finding, message);
}

void WorkbookReport::add_line(const TallyLine& line, std::size_t index) {
    const std::uint64_t row = summary_row_++;
    summary_.text(row, 0, words().severity(line.severity), look_of(line.severity));
    if (first_rows_[index] != 0) {
        summary_.link(row, 1, line.rule.text, findings_, first_rows_[index], 0);
    } else {
        summary_.text(row, 1, line.rule.text);
    }
    const std::string title = title_of(line.rule);
    const std::string name = line.column == 0 ? std::string() : short_column_name(line, words());
    summary_.text(row, 2, title, CellLook::wrapped);
    summary_.text(row, 3, name, CellLook::wrapped);
    summary_.row_lines(row, std::max(lines_of(title, title_width), lines_of(name, name_width)));
    summary_.number(row, 4, static_cast<double>(line.count));
    if (line.safe != 0) summary_.number(row, 5, static_cast<double>(line.safe));
}

void WorkbookReport::end_file(const FileVerdict& verdict) {
    first_rows_.resize(tally().size());
    const auto fact = [&](std::string_view name, std::string_view value) {
        summary_.text(summary_row_, 0, name, CellLook::label);
        summary_.text(summary_row_++, 2, value);
    };
    fact(say("ファイル", "file"), shown_file());
    if (facts().form.places.kind == PlaceForm::Kind::cell)
        fact(say("シート", "sheet"), facts().form.places.of);
    if (!facts().model.empty())
        fact(say("モデル", "model"),
             facts().model + " " + std::string(facts().model_name.in(options().language)));
    fact(say("レコード", "records"), words().count(verdict.records));
    if (verdict.level) fact(say("準拠レベル", "level"), words().level(*verdict.level));
    if (!verdict.pattern.empty()) fact(say("必須パターン", "pattern"), verdict.pattern);
    if (tally().size() == 0) {
        fact("", say("指摘はありません。", "Nothing was found."));
    } else {
        if (unlisted() != 0) {
            const std::string listed = words().findings(*options().max_findings);
            fact("", options().language == Language::ja
                         ? "指摘の一覧と色は、" + listed + "までです。件数は正確です。"
                         : "Listed and coloured: the first " + listed + "; the counts are exact.");
        }
        std::size_t column = 0;
        for (const std::string_view name :
             {say("重要度", "severity"), say("規則", "rule"), say("内容", "what is wrong"),
              say("列", "column"), say("件数", "count"), say("自動修正可", "fixable")})
            summary_.text(summary_row_, column++, name, CellLook::header);
        ++summary_row_;
        for (const std::size_t index : tally().sorted()) add_line(tally().line(index), index);
    }
    ++summary_row_;
}

void WorkbookReport::add_table(TableReader& table) {
    std::uint64_t row = 0;
    const auto write = [&](std::size_t column, std::string_view text, CellLook look) {
        const auto mark = marks_.find({row, static_cast<std::uint32_t>(column)});
        const bool hide = row > 0 && is_masked(column) && !text.empty();
        sheet_->text(row, column, hide ? masked_text : text,
                     mark == marks_.end() ? look : look_of(mark->second.severity));
        if (mark == marks_.end() || comments_ >= most_comments || column >= last_commented) return;
        ++comments_;
        sheet_->comment(row, column, mark->second.comment);
    };
    if (table.has_header()) {
        for (std::size_t column = 0; column < table.columns(); ++column)
            write(column, column < table.header().size() ? table.header()[column] : std::string(),
                  CellLook::header);
        ++row;
        sheet_->freeze(1, 0);
    }
    for (Batch batch; table.next(batch);) {
        for (std::size_t record = 0; record < batch.size(); ++record, ++row) {
            for (std::size_t column = 0; column < batch.width(record); ++column)
                write(column, batch.cell(record, column), CellLook::plain);
        }
    }
    if (table.has_header() && table.columns() > 0) sheet_->filter(0, row - 1, table.columns() - 1);
    marks_.clear();
}

void WorkbookReport::add_legend() {
    summary_.text(summary_row_++, 0, say("色の意味", "Colours"), CellLook::label);
    const auto entry = [&](CellLook look, std::string_view name, std::string_view meaning) {
        summary_.text(summary_row_, 0, name, look);
        summary_.text(summary_row_++, 2, meaning);
    };
    entry(CellLook::error, words().severity(Severity::error),
          say("直さないと、水準が下がるか、値として使えません。",
              "Lowers the level, or cannot be used as a value."));
    entry(CellLook::warning, words().severity(Severity::warning),
          say("誤りかもしれません。確かめてください。", "May be wrong: look at it."));
    entry(CellLook::info, words().severity(Severity::info), say("参考です。", "Worth knowing."));
    entry(CellLook::repaired, say("直した値", "repaired"),
          say("意味を変えずに直せます。「daicho transform」で、まとめて直せます。",
              "Can be fixed without changing the meaning; 'daicho transform' fixes them all."));
    summary_.text(summary_row_++, 2,
                  say("色の付いたセルに合わせると、指摘がコメントで出ます。",
                      "Point at a coloured cell: what was found is its comment."));
}

}  // namespace

std::unique_ptr<Report> make_workbook_report(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<WorkbookReport>(out, options);
}

}  // namespace daicho
