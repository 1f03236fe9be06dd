#include <algorithm>
#include <vector>

#include "grammars/text/width.hpp"
#include "models/comparison/reports/difference_texts.hpp"

namespace daicho {

namespace {

/// Counts alone: by class, and by column and class.
class SummaryDifference final : public ComparisonListener {
 public:
    SummaryDifference(std::ostream& out, const DifferenceStyle& style) : out_(out), style_(style) {}

    void begin(const ComparisonFacts& facts) override { facts_ = &facts; }
    void add(const RecordDifference&) override {}
    void end(const ComparisonSummary& summary) override {
        out_ << facts_->old_name << " → " << facts_->new_name << '\n' << key_line(*facts_, style_) << '\n';
        for (const std::string& line : column_lines(*facts_, style_)) out_ << line << '\n';
        for (const std::string& line : summary_lines(summary, *facts_, style_)) out_ << line << '\n';
        write_columns(summary);
        out_.flush();
    }

 private:
    void write_columns(const ComparisonSummary& summary) {
        std::vector<std::pair<std::string, std::string>> lines;
        std::size_t widest = 0;
        for (std::size_t i = 0; i < facts_->columns.size() && i < summary.columns.size(); ++i) {
            std::string counts;
            for (std::size_t kind = difference_classes; kind-- > 0;) {
                if (summary.columns[i][kind] == 0) continue;
                counts.append(counts.empty() ? "" : in_language(style_, "、", ", "));
                counts.append(word_for(static_cast<DifferenceClass>(kind), style_)).append(" ");
                counts.append(counted(style_, summary.columns[i][kind]));
            }
            if (counts.empty()) continue;
            widest = std::max(widest, display_width(shown_label(facts_->columns[i])));
            lines.emplace_back(shown_label(facts_->columns[i]), counts);
        }
        if (lines.empty()) return;
        out_ << in_language(style_, "列ごとの変更:\n", "changes by column:\n");
        for (const auto& [label, counts] : lines)
            out_ << "  " << padded(label, widest) << "  " << counts << '\n';
    }

    std::ostream& out_;
    DifferenceStyle style_;
    const ComparisonFacts* facts_ = nullptr;
};

}  // namespace

std::unique_ptr<ComparisonListener> make_summary_difference(std::ostream& out, const DifferenceStyle& style) {
    return std::make_unique<SummaryDifference>(out, style);
}

}  // namespace daicho
