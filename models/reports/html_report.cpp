#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "models/reports/html_page.hpp"
#include "models/reports/listed_report.hpp"
#include "models/reports/next_level.hpp"
#include "models/reports/reports.hpp"
#include "models/rules/message.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

constexpr std::uint64_t most_shown_records = 200;  ///< of the table of a file
constexpr std::size_t most_first_steps = 5;
constexpr std::size_t widest_cell = 80;  ///< columns of a value

std::string_view mark_of(Severity severity) {
    return severity == Severity::error ? "✖" : severity == Severity::warning ? "▲" : "●";
}

/// What is said of a cell of the table.
struct CellNote {
    Severity severity = Severity::info;
    std::string text;
};

/// What is to be done first, over all files.
struct FirstStep {
    Severity severity;
    std::uint64_t count;
    std::string text;
};

/// One page (HTML) that needs nothing else: what was found at the first look, then file by file rules,
/// findings and the records with their cells marked. Values of confidential items are masked unless asked
/// for.
class HtmlReport final : public ListedReport {
 public:
    HtmlReport(std::ostream& out, const ReportOptions& options) : ListedReport(options), out_(out) {}

    void begin_file(const FileFacts& facts) override {
        ListedReport::begin_file(facts);
        rows_.clear();
        own_columns_.clear();
        notes_.clear();
    }
    void end_file(const FileVerdict& verdict) override;
    bool copies_tables() const override { return true; }
    void add_table(TableReader& table) override;
    void fail_file(const std::string& path, std::string_view why) override {
        ++failed_;
        body_ += "<section>\n<h2>" + html_escaped(shown_path(path)) + "</h2>\n<p class=\"error\">✖ " +
                 html_escaped(why) + "</p>\n</section>\n";
    }
    void finish() override;

 private:
    void list(const Finding& finding, const std::string& message, std::size_t line) override;
    void note(const Finding& finding, const std::string& message);
    void add_own_columns();
    std::string severity_cell(Severity severity) const {
        return "<td class=\"severity " + std::string(to_string(severity)) + "\">" +
               std::string(mark_of(severity)) + " " + words().severity(severity) + "</td>";
    }
    void add_facts(const FileVerdict& verdict);
    void add_rules();
    void add_findings();
    void add_steps(const FileVerdict& verdict);
    std::string first_screen() const;
    std::string filter_form() const;
    std::string cell_of(const Batch& batch, std::size_t record, std::size_t column) const;
    std::string table_begin(std::string_view label, std::string_view caption,
                            std::string_view kind = {}) const;
    std::string header_row(std::initializer_list<std::string_view> names) const;

    std::ostream& out_;
    std::string body_;
    std::string rows_;         ///< of the findings of the file
    std::string own_columns_;  ///< of the file: the headers of those that are no items
    std::map<std::pair<std::uint64_t, std::uint32_t>, CellNote>
        notes_;  ///< by record and column, both from 1
    std::array<std::uint64_t, 3> totals_{};
    std::uint64_t files_ = 0, failed_ = 0, records_ = 0, fixable_ = 0;
    std::optional<Level> lowest_;
    std::vector<FirstStep> steps_;
    std::map<std::string, std::string> rules_;  ///< that were listed, with their titles
    std::set<std::string> columns_;
};

std::string HtmlReport::table_begin(std::string_view label, std::string_view caption,
                                    std::string_view kind) const {
    return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" + html_escaped(label) +
           "\">\n<table" + (kind.empty() ? "" : " class=\"" + std::string(kind) + "\"") + ">\n<caption>" +
           html_escaped(caption) + "</caption>\n";
}

std::string HtmlReport::header_row(std::initializer_list<std::string_view> names) const {
    std::string row = "<thead><tr>";
    for (const std::string_view name : names) row += "<th scope=\"col\">" + html_escaped(name) + "</th>";
    return row + "</tr></thead>\n<tbody>\n";
}

void HtmlReport::note(const Finding& finding, const std::string& message) {
    if (finding.record == 0 || finding.column == 0 || !facts().form.places.source_columns) return;
    CellNote& note = notes_[{finding.record, finding.column}];
    note.severity = std::max(note.severity, finding.severity);
    note.text += "<span class=\"note\">" + std::string(mark_of(finding.severity)) + " " +
                 html_escaped(finding.rule.text) + " " + html_escaped(message) + "</span>";
    const bool safe =
        finding.repair.kind == RepairKind::normal_form || finding.repair.kind == RepairKind::provable;
    if (safe)
        note.text += "<span class=\"note\">→ <ins>" + html_escaped(finding.repair.value) + "</ins></span>";
}

/// Columns that are no items of the model are told in one row.
void HtmlReport::list(const Finding& finding, const std::string& message, std::size_t) {
    if (finding.rule == rules::own_column) {
        own_columns_.append(own_columns_.empty() ? "" : say("、", ", ")).append(finding.header);
        return;
    }
    const std::string rule(finding.rule.text), header(finding.header);
    rules_.emplace(rule, title_of(finding.rule));
    columns_.insert(header);
    rows_ += "<tr data-rule=\"" + html_escaped(rule) + "\" data-column=\"" + html_escaped(header) + "\">" +
             severity_cell(finding.severity) + "<td>" + html_escaped(rule) + "</td><td>" +
             html_escaped(place_of(finding)) + "</td><td>" + html_escaped(header) + "</td><td>" +
             html_escaped(shown(finding.value, widest_cell)) + "</td><td>";
    const bool safe =
        finding.repair.kind == RepairKind::normal_form || finding.repair.kind == RepairKind::provable;
    if (safe) rows_ += "<ins>" + html_escaped(shown(finding.repair.value, widest_cell)) + "</ins>";
    rows_ += "</td><td>" + html_escaped(message) + "</td></tr>\n";
    note(finding, message);
}

void HtmlReport::add_facts(const FileVerdict& verdict) {
    body_ += "<dl>\n";
    const auto fact = [&](std::string_view name, const std::string& value) {
        body_ += "<dt>" + html_escaped(name) + "</dt><dd>" + html_escaped(value) + "</dd>\n";
    };
    fact(say("レコード", "records"), words().count(verdict.records));
    if (!facts().model.empty())
        fact(say("モデル", "model"),
             std::string(facts().model_name.in(options().language)) + " (" + facts().model + ")");
    if (verdict.level) fact(say("準拠レベル", "level of conformance"), words().level(*verdict.level));
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info})
        fact(words().severity(severity), words().count(tally().total(severity)));
    body_ += "</dl>\n";
}

void HtmlReport::add_steps(const FileVerdict& verdict) {
    for (const std::size_t index : tally().sorted()) {
        const TallyLine& line = tally().line(index);
        if (line.severity == Severity::info) continue;
        std::string text = path() + ": " + std::string(line.rule.text) + " " + title_of(line.rule);
        if (line.column != 0)
            text +=
                std::string(say("（", " (")) + short_column_name(line, words()) + std::string(say("）", ")"));
        steps_.push_back({line.severity, line.count, std::move(text)});
    }
    std::ranges::stable_sort(steps_, [](const FirstStep& a, const FirstStep& b) {
        return std::pair(a.severity, a.count) > std::pair(b.severity, b.count);
    });
    if (steps_.size() > most_first_steps) steps_.resize(most_first_steps);
    const auto next = next_level(verdict, tally());
    if (!next) return;
    body_ += "<h3>" + html_escaped(words().level(next->level)) +
             html_escaped(say("達成に修正が必要な箇所", ": what is to be fixed")) + "</h3>\n<ul>\n";
    for (std::size_t i = 0; i < std::min(next->lines.size(), most_first_steps); ++i) {
        const TallyLine& line = tally().line(next->lines[i]);
        body_ += "<li>" + html_escaped(line.rule.text) + " " + html_escaped(title_of(line.rule)) + " " +
                 html_escaped(line.column == 0 ? "" : short_column_name(line, words())) + " " +
                 words().count(line.count) + "</li>\n";
    }
    body_ += "</ul>\n";
}

void HtmlReport::add_rules() {
    body_ += "<h3>" + html_escaped(say("規則と列ごとの件数", "Counts by rule and column")) + "</h3>\n" +
             table_begin(std::string(say("件数: ", "counts: ")) + path(),
                         say("件数は正確です。", "The counts are exact.")) +
             header_row({say("重要度", "severity"), say("規則", "rule"), say("内容", "what is wrong"),
                         say("列", "column"), say("件数", "count"), say("自動修正可", "fixable")});
    for (const ToldLine& told : told_lines()) {
        const TallyLine& line = told.line;
        body_ += "<tr>" + severity_cell(line.severity) + "<td>" + html_escaped(line.rule.text) + "</td><td>" +
                 html_escaped(title_of(line.rule)) + "</td><td>" + html_escaped(told.columns) +
                 "</td><td class=\"number\">" + words().count(line.count) + "</td><td class=\"number\">" +
                 words().count(line.safe) + "</td></tr>\n";
    }
    body_ += "</tbody>\n</table>\n</div>\n";
}

void HtmlReport::add_own_columns() {
    if (own_columns_.empty()) return;
    const std::string rule(rules::own_column.text);
    rules_.emplace(rule, title_of(rules::own_column));
    rows_ += "<tr data-rule=\"" + rule + "\" data-column=\"\">" + severity_cell(Severity::info) + "<td>" +
             rule + "</td><td></td><td>" + html_escaped(own_columns_) + "</td><td></td><td></td><td>" +
             html_escaped(title_of(rules::own_column)) + "</td></tr>\n";
}

void HtmlReport::add_findings() {
    add_own_columns();
    const std::string left =
        unlisted() == 0 ? ""
        : options().language == Language::ja
            ? "ほかに" + words().count(unlisted()) + "の指摘があります（一覧には出していません）。"
            : "Not listed: " + words().findings(unlisted()) + ".";
    body_ +=
        "<h3>" + html_escaped(say("指摘", "Findings")) + "</h3>\n" +
        table_begin(std::string(say("指摘: ", "findings: ")) + path(),
                    left.empty() ? say("すべての指摘です。", "All findings.") : left) +
        header_row({say("重要度", "severity"), say("規則", "rule"), say("場所", "place"), say("列", "column"),
                    say("値", "value"), say("直した値", "repaired"), say("説明", "what to do")}) +
        rows_ + "</tbody>\n</table>\n</div>\n";
}

void HtmlReport::end_file(const FileVerdict& verdict) {
    ++files_;
    records_ += verdict.records;
    fixable_ += tally().safe_repairs();
    for (std::size_t i = 0; i < totals_.size(); ++i) totals_[i] += tally().total(static_cast<Severity>(i));
    if (verdict.level) lowest_ = lowest_ ? std::min(*lowest_, *verdict.level) : *verdict.level;
    if (options().only_findings && tally().size() == 0) return;
    body_ += "<section>\n<h2>" + html_escaped(path()) + "</h2>\n";
    add_facts(verdict);
    if (tally().size() == 0) {
        body_ += "<p class=\"verdict good\">✔ " +
                 html_escaped(say("指摘はありません。", "Nothing was found.")) + "</p>\n";
    } else {
        add_steps(verdict);
        add_rules();
        add_findings();
    }
    body_ += "</section>\n";
}

std::string HtmlReport::cell_of(const Batch& batch, std::size_t record, std::size_t column) const {
    const std::string_view value = batch.cell(record, column);
    const bool hide =
        !options().show_values && column < facts().columns.size() && facts().columns[column].confidential;
    const std::string text = html_escaped(hide && !value.empty() ? masked_text : shown(value, widest_cell));
    const auto note = notes_.find({batch.record_number(record), static_cast<std::uint32_t>(column) + 1});
    if (note == notes_.end()) return "<td>" + text + "</td>";
    return "<td class=\"" + std::string(to_string(note->second.severity)) + "\">" + text + note->second.text +
           "</td>";
}

void HtmlReport::add_table(TableReader& table) {
    if (notes_.empty() || !facts().form.places.source_columns) return;
    body_ += "<details>\n<summary>" + html_escaped(say("指摘のあるレコード: ", "Records with findings: ")) +
             html_escaped(path()) + "</summary>\n" +
             table_begin(std::string(say("レコード: ", "records: ")) + path(),
                         say("セルに指摘と、直した値（→）を付けています。",
                             "Cells with what was found and, behind →, the repaired value."),
                         "cells") +
             "<thead><tr><th scope=\"col\">" + html_escaped(say("番号", "number")) + "</th>";
    for (std::size_t i = 0; i < table.columns(); ++i)
        body_ +=
            "<th scope=\"col\">" + html_escaped(i < table.header().size() ? table.header()[i] : "") + "</th>";
    body_ += "</tr></thead>\n<tbody>\n";
    std::uint64_t shown_records = 0;
    for (Batch batch; shown_records < most_shown_records && table.next(batch);) {
        for (std::size_t record = 0; record < batch.size() && shown_records < most_shown_records; ++record) {
            const auto noted = notes_.lower_bound({batch.record_number(record), 0});
            if (noted == notes_.end() || noted->first.first != batch.record_number(record)) continue;
            ++shown_records;
            body_ += "<tr><th scope=\"row\">" + std::to_string(batch.record_number(record)) + "</th>";
            for (std::size_t column = 0; column < batch.width(record); ++column)
                body_ += cell_of(batch, record, column);
            body_ += "</tr>\n";
        }
    }
    body_ += "</tbody>\n</table>\n</div>\n";
    if (shown_records == most_shown_records) {
        const std::string most = words().count(most_shown_records);
        body_ += "<p>" + html_escaped(say("先頭の" + most + "までです。", "Only the first " + most + ".")) +
                 "</p>\n";
    }
    body_ += "</details>\n";
    notes_.clear();
}

std::string HtmlReport::filter_form() const {
    if (rules_.empty()) return {};
    std::string form = "<form id=\"filter\" hidden>\n<label>" + html_escaped(say("規則", "rule")) +
                       "\n<select name=\"rule\"><option value=\"\">" + html_escaped(say("すべて", "all")) +
                       "</option>";
    for (const auto& [rule, title] : rules_)
        form += "<option value=\"" + html_escaped(rule) + "\">" + html_escaped(rule) + " " +
                html_escaped(shown(title, 40)) + "</option>";
    form += "</select></label>\n<label>" + html_escaped(say("列", "column")) +
            "\n<select name=\"column\"><option value=\"\">" + html_escaped(say("すべて", "all")) +
            "</option>";
    for (const std::string& column : columns_) {
        if (!column.empty())
            form += "<option value=\"" + html_escaped(column) + "\">" + html_escaped(shown(column, 40)) +
                    "</option>";
    }
    return form + "</select></label>\n<button type=\"reset\">" + html_escaped(say("すべて表示", "show all")) +
           "</button>\n<p role=\"status\">" + html_escaped(say("表示中の指摘: ", "findings shown: ")) +
           "<span id=\"seen\"></span></p>\n</form>\n";
}

std::string HtmlReport::first_screen() const {
    const auto count_of = [&](Severity severity) { return totals_[static_cast<std::size_t>(severity)]; };
    const bool bad = count_of(Severity::error) != 0 || failed_ != 0,
               doubtful = count_of(Severity::warning) != 0;
    std::string page = "<header>\n<h1>" +
                       html_escaped(say("データの検査結果", "Result of the check of data")) +
                       "</h1>\n<p class=\"verdict " +
                       (bad        ? "error\">✖ "
                        : doubtful ? "warning\">▲ "
                                   : "good\">✔ ");
    page += html_escaped(failed_ != 0 ? say("読めないファイルがあります。", "Some files could not be read.")
                         : bad ? say("修正が必要な誤りがあります。", "There are errors to be fixed.")
                         : doubtful ? say("誤りはありません。確かめる箇所があります。",
                                          "There are no errors; some places need a look.")
                                    : say("問題は見つかりませんでした。", "No problem was found."));
    page += "</p>\n<ul class=\"counts\">\n";
    const auto number = [&](std::string_view name, const std::string& value) {
        page += "<li>" + html_escaped(name) + "<b>" + html_escaped(value) + "</b></li>\n";
    };
    number(say("ファイル", "files"), words().count(files_ + failed_));
    number(say("レコード", "records"), words().count(records_));
    if (lowest_) number(say("準拠レベル（最低）", "level (lowest)"), words().level(*lowest_));
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info})
        number(std::string(mark_of(severity)) + " " + words().severity(severity),
               words().count(count_of(severity)));
    number(say("自動で直せる指摘", "fixable by itself"), words().count(fixable_));
    page += "</ul>\n";
    if (!steps_.empty()) {
        page += "<h2>" + html_escaped(say("まず直すところ", "What to fix first")) + "</h2>\n<ol>\n";
        for (const FirstStep& step : steps_)
            page += "<li><span class=\"" + std::string(to_string(step.severity)) + "\">" +
                    std::string(mark_of(step.severity)) + " " + words().severity(step.severity) + "</span> " +
                    html_escaped(step.text) + " " + words().count(step.count) + "</li>\n";
        page += "</ol>\n";
    }
    return page + "</header>\n";
}

void HtmlReport::finish() {
    const bool ja = options().language == Language::ja;
    out_ << html_head(ja ? "ja" : "en", say("データの検査結果", "Result of the check of data"))
         << first_screen() << "<main>\n"
         << filter_form() << body_ << "</main>\n"
         << html_script() << "</body>\n</html>\n";
    out_.flush();
}

}  // namespace

std::unique_ptr<Report> make_html_report(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<HtmlReport>(out, options);
}

}  // namespace daicho
