#include <array>
#include <string>
#include <vector>

#include "models/reports/listed_report.hpp"
#include "models/reports/reports.hpp"
#include "models/rules/message.hpp"

namespace daicho {

namespace {

constexpr std::size_t widest_text = 120;
constexpr std::size_t most_summary = std::size_t{900} << 10;  ///< GitHub takes 1 MiB of a step

/// A text in a cell of a table of Markdown.
std::string in_table(std::string_view text) {
    std::string out;
    for (const char c : shown(text, widest_text)) {
        if (c == '|' || c == '\\' || c == '`' || c == '*' || c == '_' || c == '[' || c == ']') out += '\\';
        if (c == '<') {
            out += "&lt;";
        } else if (c == '&') {
            out += "&amp;";
        } else {
            out += c;
        }
    }
    return out;
}

std::string fact(std::string_view name, const std::string& value) {
    return "- " + std::string(name) + ": " + value + "\n";
}

/// A table of rules and columns for each file, as pull requests and step summaries show it; of several files
/// first what they come to together.
class MarkdownReport final : public ListedReport {
 public:
    MarkdownReport(std::ostream& out, const ReportOptions& options) : ListedReport(options), out_(out) {}

    void begin_file(const FileFacts& facts) override {
        ListedReport::begin_file(facts);
        first_.clear();
    }
    void end_file(const FileVerdict& verdict) override;
    void fail_file(const std::string& path, std::string_view why) override {
        ++files_;
        append("### " + in_table(shown_path(path)) + "\n\n" + in_table(why) + "\n\n");
    }
    void finish() override {
        if (files_ > 1) out_ << total();
        out_ << body_;
        if (left_out_ != 0) {
            const std::string count = std::to_string(left_out_);
            out_ << (options().language == Language::ja ? "ほかに " + count + " のファイルがあります。\n"
                                                        : "There are " + count + " more files.\n");
        }
        out_.flush();
    }

 private:
    bool shows_titles() const override { return true; }
    void list(const Finding& finding, const std::string& message, std::size_t line) override {
        first_.resize(tally().size());
        if (!first_[line].empty()) return;
        const std::string place = place_of(finding);
        first_[line] = (place.empty() ? "" : place + ": ") + message;
    }
    void append(const std::string& text) {
        if (body_.size() + text.size() > most_summary) {
            ++left_out_;
            return;
        }
        body_ += text;
    }
    std::string total() const {
        std::string text = "### " + std::string(say("合計", "Total")) + "\n\n" +
                           fact(say("ファイル", "files"), words().count(files_)) +
                           fact(say("レコード", "records"), words().count(records_));
        for (const Severity severity : {Severity::error, Severity::warning, Severity::info})
            text +=
                fact(words().severity(severity), words().count(found_[static_cast<std::size_t>(severity)]));
        return text + "\n";
    }

    std::ostream& out_;
    std::vector<std::string> first_;  ///< by line of the tally
    std::string body_;                ///< what the files come to; at most `most_summary`
    std::size_t left_out_ = 0;
    std::size_t files_ = 0;
    std::uint64_t records_ = 0;
    std::array<std::uint64_t, 3> found_{};  ///< by severity
};

void MarkdownReport::end_file(const FileVerdict& verdict) {
    first_.resize(tally().size());
    std::string text = "### " + in_table(path()) + "\n\n";
    ++files_;
    records_ += verdict.records;
    if (!facts().model.empty())
        text += fact(say("モデル", "model"),
                     in_table(facts().model) + " " + in_table(facts().model_name.in(options().language)));
    text += fact(say("レコード", "records"), words().count(verdict.records));
    if (verdict.level)
        text += fact(say("準拠レベル", "conformance level"), "**" + words().level(*verdict.level) + "**");
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        found_[static_cast<std::size_t>(severity)] += tally().total(severity);
        if (tally().total(severity) != 0)
            text += fact(words().severity(severity), words().count(tally().total(severity)));
    }
    text += "\n";
    if (tally().size() == 0) {
        append(text + std::string(say("指摘はありません。", "Nothing was found.")) + "\n\n");
        return;
    }
    text += std::string(say("| 重要度 | 規則 | 列 | 件数 | 自動修正可 | 最初の指摘 |\n",
                            "| severity | rule | column | count | fixable | first finding |\n")) +
            "| --- | --- | --- | ---: | ---: | --- |\n";
    for (const ToldLine& told : told_lines()) {
        const TallyLine& line = told.line;
        text += "| " + words().severity(line.severity) + " | " + std::string(line.rule.text) + " " +
                in_table(title_of(line.rule)) + " | " + in_table(told.columns) + " | " +
                std::to_string(line.count) + " | " + (line.safe == 0 ? "" : std::to_string(line.safe)) +
                " | " + in_table(first_[told.first]) + " |\n";
    }
    append(text + "\n");
}

}  // namespace

std::unique_ptr<Report> make_markdown_report(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<MarkdownReport>(out, options);
}

}  // namespace daicho
