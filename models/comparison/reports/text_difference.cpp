#include <algorithm>

#include "grammars/text/width.hpp"
#include "models/comparison/reports/difference_texts.hpp"

namespace daicho {

namespace {

constexpr std::string_view red = "\x1b[31m", green = "\x1b[32m", faint = "\x1b[2m", bold = "\x1b[1m",
                           usual = "\x1b[0m";
constexpr std::size_t widest_column = 40;

/// A record after the other, the cells that differ side by side.
class TextDifference final : public ComparisonListener {
 public:
    TextDifference(std::ostream& out, const DifferenceStyle& style) : out_(out), style_(style) {}

    void begin(const ComparisonFacts& facts) override {
        facts_ = &facts;
        out_ << painted(red, "--- " + facts.old_name) << '\n'
             << painted(green, "+++ " + facts.new_name) << '\n'
             << key_line(facts, style_) << '\n';
        for (const std::string& line : column_lines(facts, style_)) out_ << line << '\n';
    }

    void add(const RecordDifference& difference) override {
        if (style_.most != 0 && told_ == style_.most) {
            ++left_out_;
            return;
        }
        ++told_;
        const std::string key = key_text(*facts_, difference, style_);
        out_ << '\n'
             << painted(bold, std::string(word_for(difference.op, style_)) + (key.empty() ? "" : " " + key))
             << painted(faint, " (" + place_of(*facts_, difference, style_) + ")") << '\n';
        difference.op == Change::Op::changed ? write_pairs(difference) : write_one_side(difference);
    }

    void end(const ComparisonSummary& summary) override {
        out_ << '\n';
        if (left_out_ != 0) {
            out_ << in_language(style_, "ほかに ", "not listed: ") << counted(style_, left_out_)
                 << in_language(style_, "のレコードが違います。\n", " more records differ\n");
        }
        for (const std::string& line : summary_lines(summary, *facts_, style_)) out_ << line << '\n';
        out_.flush();
    }

 private:
    std::string painted(std::string_view colour, std::string text) const {
        if (!style_.colour) return text;
        return std::string(colour) + text + std::string(usual);
    }
    std::string value(std::string_view text, std::size_t column) const {
        const std::string value = shown_value(text, facts_->columns[column], style_);
        return value.empty() ? std::string(in_language(style_, "（空）", "(empty)")) : value;
    }

    void write_pairs(const RecordDifference& difference) {
        std::size_t widest_label = 0, widest_before = 0;
        for (const CellDifference& cell : difference.cells) {
            widest_label = std::max(widest_label, display_width(shown_label(facts_->columns[cell.column])));
            widest_before = std::max(widest_before, display_width(value(cell.before, cell.column)));
        }
        widest_label = std::min(widest_label, widest_column);
        widest_before = std::min(widest_before, widest_column);
        for (const CellDifference& cell : difference.cells) {
            out_ << "  " << padded(shown_label(facts_->columns[cell.column]), widest_label) << "  "
                 << painted(red, padded(value(cell.before, cell.column), widest_before)) << " → "
                 << painted(green, value(cell.after, cell.column));
            if (cell.kind != DifferenceClass::real) {
                out_ << painted(faint, "  [" + std::string(word_for(cell.kind, style_)) + "]");
            }
            out_ << '\n';
        }
    }

    void write_one_side(const RecordDifference& difference) {
        const bool added = difference.op == Change::Op::added;
        for (const CellDifference& cell : difference.cells) {
            if (facts_->columns[cell.column].is_key) continue;
            out_ << painted(added ? green : red, (added ? "  + " : "  - ") +
                                                     shown_label(facts_->columns[cell.column]) + ": " +
                                                     value(added ? cell.after : cell.before, cell.column))
                 << '\n';
        }
    }

    std::ostream& out_;
    DifferenceStyle style_;
    const ComparisonFacts* facts_ = nullptr;
    std::uint64_t told_ = 0;
    std::uint64_t left_out_ = 0;
};

}  // namespace

std::unique_ptr<ComparisonListener> make_text_difference(std::ostream& out, const DifferenceStyle& style) {
    return std::make_unique<TextDifference>(out, style);
}

}  // namespace daicho
