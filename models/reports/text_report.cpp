#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "grammars/text/join.hpp"
#include "grammars/text/width.hpp"
#include "models/reports/finding_json.hpp"
#include "models/reports/listing.hpp"
#include "models/reports/next_level.hpp"
#include "models/reports/reports.hpp"
#include "models/reports/text_parts.hpp"
#include "models/rules/message.hpp"

namespace daicho {

namespace {

constexpr std::uint64_t usual_places = 3;
constexpr std::size_t most_columns = 8;

/// Whether nearly all records have the same to say of a column: there is one cause.
bool is_whole_column(const TallyLine& line, const FileVerdict& verdict) {
    return line.column != 0 && line.count > usual_places && line.count * 20 >= verdict.records * 19;
}

/// For people: what was found, rule by rule and column by column with the first places of each, then what it
/// adds up to and what to do. Keeps counters and the first places only.
class TextReport final : public Report {
 public:
    TextReport(std::ostream& out, const ReportOptions& options)
        : out_(out), options_(options), words_{options.language, options.colour}, listing_(options_) {
        if (options_.max_per_rule) return;
        options_.max_per_rule = usual_places;
        sums_up_ = true;
    }

    void begin_file(const FileFacts& facts) override {
        listing_ = Listing{options_};
        places_.clear();
        facts_ = facts;
    }

    void add(const Finding& finding) override {
        const auto line = listing_.admit(finding);
        if (!line) return;
        places_.resize(listing_.tally().size());
        places_[*line].push_back(place(finding));
    }

    void end_file(const FileVerdict& verdict) override {
        if (options_.only_findings && listing_.tally().size() == 0) return;
        places_.resize(listing_.tally().size());
        std::string text = describe_file(facts_, verdict, words_);
        append_groups(text, verdict);
        text += describe_verdict(facts_, verdict, listing_.tally(), rule_titles(), words_);
        text += describe_next_steps(fix_command(), listing_.tally(), words_);
        out_ << text << '\n';
    }

    /// Those who read text are told where errors are told.
    void fail_file(const std::string&, std::string_view) override {}

    void finish() override { out_.flush(); }

 private:
    FindingStyle style() const {
        return {options_.wording(), options_.show_values, &facts_.rules, &facts_.form.places};
    }

    /// Empty where the program has none, and where there is no model to fix the file for.
    std::string fix_command() const {
        return options_.fix_command == nullptr || facts_.model.empty() ? "" : options_.fix_command(facts_);
    }

    RuleTitles rule_titles() const {
        return [this](RuleId id) {
            const Rule* rule = rule_of(Finding{.rule = id}, style());
            return std::string{rule ? rule->title.in(options_.language) : id.text};
        };
    }

    /// "12行目: message"
    std::string place(const Finding& finding) const {
        const bool hide = finding.confidential && !options_.show_values;
        const std::string message =
            render_message(hide ? masked(finding) : finding, rule_of(finding, style()), options_.wording());
        return words_.place(facts_.form.places, finding) + message;
    }

    /// Of what is only worth knowing one line for each rule tells the columns.
    void append_groups(std::string& text, const FileVerdict& verdict) const {
        const std::vector<std::size_t> order = listing_.tally().sorted();
        for (std::size_t at = 0; at < order.size();) {
            const TallyLine& line = listing_.tally().line(order[at]);
            std::size_t end = at + 1;
            if (sums_up_ && line.severity == Severity::info) {
                while (end < order.size() && listing_.tally().line(order[end]).rule == line.rule) ++end;
            }
            if (end - at == 1) {
                append_group(text, order[at], verdict);
            } else {
                append_notes(text, std::span(order).subspan(at, end - at));
            }
            at = end;
        }
    }

    void append_notes(std::string& text, std::span<const std::size_t> lines) const {
        TallyLine all = listing_.tally().line(lines.front());
        all.column = 0;
        all.count = all.safe = 0;
        std::vector<std::string> columns;
        for (const std::size_t index : lines) {
            const TallyLine& line = listing_.tally().line(index);
            all.count += line.count;
            all.safe += line.safe;
            if (columns.size() < most_columns) columns.push_back(short_column_name(line, words_));
        }
        text += group_header(all, rule_titles(), words_) + "    ";
        text += joined(columns, words_.say("、", ", "));
        if (lines.size() > columns.size())
            text +=
                words_.dim(words_.say("、", ", ")) + words_.dim(words_.more(lines.size() - columns.size()));
        text += "\n";
        const auto& places = places_[lines.front()];
        if (all.count > lines.size() && !places.empty()) text += "    " + places.front() + "\n";
    }

    void append_group(std::string& text, std::size_t index, const FileVerdict& verdict) const {
        const TallyLine& line = listing_.tally().line(index);
        text += group_header(line, rule_titles(), words_);
        const bool whole = sums_up_ && is_whole_column(line, verdict);
        const auto& all = places_[index];
        const bool brief = whole || (sums_up_ && line.severity == Severity::info);
        const std::size_t listed = brief ? std::min<std::size_t>(1, all.size()) : all.size();
        for (std::size_t i = 0; i < listed; ++i) text += "    " + all[i] + "\n";
        const std::uint64_t more = line.count - listed;
        if (more == 0) return;
        const std::string where{whole ? words_.say("（列のほぼ全体に同じことが言えます）",
                                                   " (the same holds for nearly the whole column)")
                                      : ""};
        text += "    " + words_.dim(words_.more(more) + where) + "\n";
    }

    std::ostream& out_;
    ReportOptions options_;
    Words words_;
    Listing listing_;
    FileFacts facts_;
    std::vector<std::vector<std::string>> places_;  // by line of the tally
    bool sums_up_ = false;                          // of a column with one cause one place is enough
};

}  // namespace

std::unique_ptr<Report> make_text_report(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<TextReport>(out, options);
}

}  // namespace daicho
