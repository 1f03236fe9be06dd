#include "models/reports/json_parts.hpp"
#include "models/reports/reports.hpp"

namespace daicho {

namespace {

constexpr std::size_t block = 65536;

/// What reports in JSON share: which findings are listed, and how the text goes out piece by piece.
class JsonText : public Report {
 protected:
    JsonText(std::ostream& out, const ReportOptions& options)
        : out_(out), options_(options), listing_(options_) {}

    void begin(const FileFacts& facts) {
        listing_ = Listing{options_};
        facts_ = facts;
        frames_.clear();
    }
    FindingStyle style() const {
        return {options_.wording(), options_.show_values, &facts_.rules, &facts_.form.places};
    }
    /// The object of a finding that is to be listed; false where it is not.
    bool list(const Finding& finding, std::string_view file) {
        const auto line = listing_.admit(finding);
        if (!line) return false;
        frames_.resize(listing_.tally().size());
        write_finding(json_, finding, style(), file, frames_[*line]);
        return true;
    }
    void flush() {
        out_ << text_;
        text_.clear();
    }

    std::ostream& out_;
    ReportOptions options_;
    Listing listing_;
    FileFacts facts_;
    std::string text_;
    JsonWriter json_{text_};

 private:
    std::vector<FindingFrame> frames_;  // by line of the tally
};

/// One document: {"files":[{…,"findings":[…],…,"summary":{…}}]}. Written as it goes, so that memory does not
/// depend on the number of findings.
class JsonReport final : public JsonText {
 public:
    JsonReport(std::ostream& out, const ReportOptions& options) : JsonText(out, options) {
        json_.begin_object().key("files").begin_array();
    }

    void begin_file(const FileFacts& facts) override {
        begin(facts);
        json_.begin_object();
        write_facts(json_, facts);
        json_.key("findings").begin_array();
        open_ = true;
    }

    void add(const Finding& finding) override {
        if (!list(finding, {})) return;
        if (text_.size() > block) flush();
    }

    void end_file(const FileVerdict& verdict) override {
        json_.end_array();
        write_verdict(json_, verdict);
        json_.key("summary");
        write_summary(json_, listing_, verdict, style());
        json_.end_object();
        open_ = false;
        flush();
    }

    void fail_file(const std::string& path, std::string_view why) override {
        if (open_) {
            json_.end_array();
        } else {
            json_.begin_object().key("path").string(path);
        }
        json_.key("error").string(why).end_object();
        open_ = false;
        flush();
    }

    void finish() override {
        json_.end_array().end_object().end_line();
        flush();
    }

 private:
    bool open_ = false;  // a file was begun
};

/// A line a finding, then a line with the verdict and the summary of the file.
class JsonLinesReport final : public JsonText {
 public:
    JsonLinesReport(std::ostream& out, const ReportOptions& options) : JsonText(out, options) {}

    void begin_file(const FileFacts& facts) override { begin(facts); }

    void add(const Finding& finding) override {
        if (!list(finding, facts_.path)) return;
        json_.end_line();
        if (text_.size() > block) flush();
    }

    void end_file(const FileVerdict& verdict) override {
        json_.begin_object();
        write_facts(json_, facts_);
        write_verdict(json_, verdict);
        json_.key("summary");
        write_summary(json_, listing_, verdict, style());
        json_.end_object().end_line();
        flush();
    }

    void fail_file(const std::string& path, std::string_view why) override {
        json_.begin_object().key("path").string(path).key("error").string(why).end_object().end_line();
        flush();
    }

    void finish() override { flush(); }
};

}  // namespace

std::unique_ptr<Report> make_json_report(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<JsonReport>(out, options);
}

std::unique_ptr<Report> make_json_lines_report(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<JsonLinesReport>(out, options);
}

}  // namespace daicho
