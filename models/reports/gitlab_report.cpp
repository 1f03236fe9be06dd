#include <algorithm>
#include <string>

#include "grammars/formats/json_writer.hpp"
#include "models/reports/fingerprints.hpp"
#include "models/reports/listed_report.hpp"
#include "models/reports/reports.hpp"

namespace daicho {

namespace {

std::string_view gitlab_severity(Severity severity) {
    return severity == Severity::error ? "major" : severity == Severity::warning ? "minor" : "info";
}

/// The code quality report of GitLab: an array, empty where nothing was found.
class GitlabReport final : public ListedReport {
 public:
    GitlabReport(std::ostream& out, const ReportOptions& options) : ListedReport(options), out_(out) {
        json_.begin_array();
    }

    void end_file(const FileVerdict&) override {
        out_ << text_;
        text_.clear();
    }
    void fail_file(const std::string& path, std::string_view why) override {
        Finding failure;
        failure.rule = {"unreadable"};
        const std::string shown = relative(shown_path(path));
        write(shown, failure, std::string(why), "blocker");
    }
    void finish() override {
        json_.end_array().end_line();
        out_ << text_;
        out_.flush();
        text_.clear();
    }

 private:
    /// Paths are those of the repository.
    static std::string relative(std::string path) {
        path.erase(0, std::min(path.find_first_not_of('/'), path.size()));
        return path;
    }
    void list(const Finding& finding, const std::string& message, std::size_t) override {
        const std::string place = place_of(finding);
        write(relative(path()), finding, (place.empty() ? "" : place + ": ") + message,
              gitlab_severity(finding.severity));
    }
    void write(const std::string& path, const Finding& finding, const std::string& text,
               std::string_view severity) {
        json_.begin_object().key("description").string(text).key("check_name").string(finding.rule.text);
        json_.key("fingerprint").string(fingerprints_.of(path, finding)).key("severity").string(severity);
        json_.key("location").begin_object().key("path").string(path).key("lines").begin_object();
        json_.key("begin").number(std::max<std::uint64_t>(1, finding.place.line));
        json_.end_object().end_object().end_object();
    }

    std::ostream& out_;
    std::string text_;
    JsonWriter json_{text_};
    Fingerprints fingerprints_;
};

}  // namespace

std::unique_ptr<Report> make_gitlab_report(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<GitlabReport>(out, options);
}

}  // namespace daicho
