#include "models/comparison/reports/difference_texts.hpp"

namespace daicho {

namespace {

constexpr std::uint64_t usual_most = 200;

/// A text in a cell of a table of Markdown.
std::string in_markdown(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("|\\`*_[]").find(c) != std::string_view::npos) out += '\\';
        c == '<' ? out += "&lt;" : c == '&' ? out += "&amp;" : out += c;
    }
    return out;
}

/// What pull requests and step summaries show: the summary, then a table of the cells.
class MarkdownDifference final : public ComparisonListener {
 public:
    MarkdownDifference(std::ostream& out, const DifferenceStyle& style) : out_(out), style_(style) {}

    void begin(const ComparisonFacts& facts) override { facts_ = &facts; }
    void add(const RecordDifference& difference) override;
    void end(const ComparisonSummary& summary) override;

 private:
    void row(const RecordDifference& difference, const std::string& key, std::string_view kind,
             std::string_view column, const std::string& before, const std::string& after) {
        rows_ += "| " + std::string(word_for(difference.op, style_)) + " | " + in_markdown(key) + " | " +
                 in_markdown(column) + " | " + in_markdown(before) + " | " + in_markdown(after) + " | " +
                 std::string(kind) + " |\n";
    }

    std::ostream& out_;
    DifferenceStyle style_;
    const ComparisonFacts* facts_ = nullptr;
    std::string rows_;
    std::uint64_t told_ = 0, left_out_ = 0;
};

void MarkdownDifference::add(const RecordDifference& difference) {
    if (told_ == (style_.most != 0 ? style_.most : usual_most)) {
        ++left_out_;
        return;
    }
    ++told_;
    std::string key = key_text(*facts_, difference, style_);
    if (key.empty()) key = place_of(*facts_, difference, style_);
    if (difference.op != Change::Op::changed) {
        std::string all;
        const bool added = difference.op == Change::Op::added;
        for (const CellDifference& cell : difference.cells) {
            const ComparedColumn& column = facts_->columns[cell.column];
            if (column.is_key) continue;
            all += (all.empty() ? "" : " / ") + shown_value(added ? cell.after : cell.before, column, style_);
        }
        return row(difference, key, "", "", added ? "" : all, added ? all : "");
    }
    for (const CellDifference& cell : difference.cells) {
        const ComparedColumn& column = facts_->columns[cell.column];
        row(difference, key, word_for(cell.kind, style_), shown_label(column),
            shown_value(cell.before, column, style_), shown_value(cell.after, column, style_));
    }
}

void MarkdownDifference::end(const ComparisonSummary& summary) {
    const auto lines = summary_lines(summary, *facts_, style_);
    out_ << "### " << in_markdown(facts_->old_name) << " → " << in_markdown(facts_->new_name) << "\n\n**"
         << in_markdown(lines.front()) << "**\n\n";
    for (std::size_t i = 1; i < lines.size(); ++i) out_ << "- " << in_markdown(lines[i]) << '\n';
    out_ << "- " << in_markdown(key_line(*facts_, style_)) << '\n';
    for (const std::string& line : column_lines(*facts_, style_)) out_ << "- " << in_markdown(line) << '\n';
    if (!rows_.empty()) {
        out_ << '\n'
             << in_language(style_, "| 種別 | レコード | 列 | 旧 | 新 | 違い |",
                            "| what | record | column | old | new | difference |")
             << "\n| --- | --- | --- | --- | --- | --- |\n"
             << rows_;
    }
    if (left_out_ != 0) {
        out_ << '\n'
             << in_language(style_, "ほかに ", "not listed: ") << counted(style_, left_out_)
             << in_language(style_, "のレコードが違います。\n", " more records differ\n");
    }
    out_.flush();
}

}  // namespace

std::unique_ptr<ComparisonListener> make_markdown_difference(std::ostream& out,
                                                             const DifferenceStyle& style) {
    return std::make_unique<MarkdownDifference>(out, style);
}

}  // namespace daicho
