#include <algorithm>
#include <string>

#include "grammars/formats/json_writer.hpp"
#include "models/reports/fingerprints.hpp"
#include "models/reports/listed_report.hpp"
#include "models/reports/reports.hpp"

namespace daicho {

namespace {

/// A report of so many is 16 MB; what is larger is slow to show, or refused as an artifact.
constexpr std::uint64_t most_entries = 25'000;

std::string_view gitlab_severity(Severity severity) {
    return severity == Severity::error ? "major" : severity == Severity::warning ? "minor" : "info";
}

/// The code quality report of GitLab: an array, empty where nothing was found.
class GitlabReport final : public ListedReport {
 public:
    GitlabReport(std::ostream& out, const ReportOptions& options) : ListedReport(options), out_(out) {
        json_.begin_array();
    }

    void begin_file(const FileFacts& facts) override {
        ListedReport::begin_file(facts);
        path_ = relative(path());
    }
    void end_file(const FileVerdict&) override {
        if (unlisted() != 0) leave_out(unlisted());
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
        if (left_out_ != 0) write_left_out();
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
    bool has_room(std::size_t) override {
        if (entries_ < most_entries) return true;
        leave_out(1);
        return false;
    }
    void list(const Finding& finding, const std::string& message, std::size_t) override {
        ++entries_;
        write(path_, finding, place_beside_line(finding) + of_column(finding) + message,
              gitlab_severity(finding.severity));
    }
    /// Lines are told beside the text; a cell of a sheet, or a way down to a value, is not.
    std::string place_beside_line(const Finding& finding) const {
        if (facts().form.places.kind == PlaceForm::Kind::line) return {};
        const std::string place = place_of(finding);
        return place.empty() ? place : place + ": ";
    }
    void leave_out(std::uint64_t count) {
        if (left_out_ == 0) incomplete_ = path_;
        left_out_ += count;
    }
    /// The array has no other place to say so than an entry.
    void write_left_out() {
        Finding note;
        note.rule = {"left-out"};
        write(incomplete_, note,
              options().language == Language::ja
                  ? "このほかに " + words().count(left_out_) + " の指摘があります。"
                  : "not listed: " + words().findings(left_out_),
              "info");
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
    std::string path_;  ///< of the file
    std::string text_;
    JsonWriter json_{text_};
    Fingerprints fingerprints_;
    std::uint64_t entries_ = 0, left_out_ = 0;
    std::string incomplete_;  ///< the first file that not all is told of
};

}  // namespace

std::unique_ptr<Report> make_gitlab_report(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<GitlabReport>(out, options);
}

}  // namespace daicho
