#include <array>
#include <string>

#include "models/reports/listed_report.hpp"
#include "models/reports/reports.hpp"

namespace daicho {

namespace {

/// What GitHub shows of each kind in a step.
constexpr std::uint64_t most_shown = 10;

std::string escaped_command(std::string_view text, bool property) {
    std::string out;
    for (const char c : text) {
        if (c == '%') {
            out += "%25";
        } else if (c == '\r') {
            out += "%0D";
        } else if (c == '\n') {
            out += "%0A";
        } else if (property && c == ':') {
            out += "%3A";
        } else if (property && c == ',') {
            out += "%2C";
        } else {
            out += c;
        }
    }
    return out;
}

/// Workflow commands of GitHub Actions: an annotation a finding, ten of each kind, then how many there are.
class GithubReport final : public ListedReport {
 public:
    GithubReport(std::ostream& out, const ReportOptions& options) : ListedReport(options), out_(out) {}

    void end_file(const FileVerdict&) override {
        for (const Severity severity : {Severity::info, Severity::warning, Severity::error})
            totals_[static_cast<std::size_t>(severity)] += tally().total(severity);
    }
    void fail_file(const std::string& path, std::string_view why) override {
        out_ << "::error file=" << escaped_command(shown_path(path), true)
             << "::" << escaped_command(why, false) << '\n';
    }
    void finish() override {
        for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
            const auto kind = static_cast<std::size_t>(severity);
            if (totals_[kind] == shown_[kind]) continue;
            out_ << "::notice::"
                 << escaped_command(words().severity(severity) + " " + words().count(totals_[kind]) +
                                        std::string(say("、うち表示 ", ", shown ")) +
                                        words().count(shown_[kind]),
                                    false)
                 << '\n';
        }
        out_.flush();
    }

 private:
    void list(const Finding& finding, const std::string& message, std::size_t) override {
        const auto kind = static_cast<std::size_t>(finding.severity);
        if (shown_[kind] == most_shown) return;
        ++shown_[kind];
        const std::string_view command = finding.severity == Severity::error     ? "error"
                                         : finding.severity == Severity::warning ? "warning"
                                                                                 : "notice";
        out_ << "::" << command << " file=" << escaped_command(path(), true);
        if (finding.place.line != 0) out_ << ",line=" << finding.place.line;
        const std::string title = std::string(finding.rule.text) + " " + title_of(finding.rule);
        out_ << ",title=" << escaped_command(title, true) << "::";
        out_ << escaped_command(of_column(finding) + message, false) << '\n';
    }

    std::ostream& out_;
    std::array<std::uint64_t, 3> totals_{}, shown_{};
};

}  // namespace

std::unique_ptr<Report> make_github_report(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<GithubReport>(out, options);
}

}  // namespace daicho
