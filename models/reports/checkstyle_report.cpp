#include <algorithm>
#include <string>

#include "grammars/formats/xml_text.hpp"
#include "models/reports/listed_report.hpp"
#include "models/reports/reports.hpp"

namespace daicho {

namespace {

constexpr std::size_t block_of_checkstyle = std::size_t{1} << 16;  // written at once

/// The XML of Checkstyle, which many servers read.
class CheckstyleReport final : public ListedReport {
 public:
    CheckstyleReport(std::ostream& out, const ReportOptions& options) : ListedReport(options), out_(out) {
        out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
    }

    void begin_file(const FileFacts& facts) override {
        ListedReport::begin_file(facts);
        begin(path());
        open_ = true;
    }
    void end_file(const FileVerdict&) override { close(); }
    void fail_file(const std::string& path, std::string_view why) override {
        if (!open_) begin(shown_path(path));
        write(1, "error", {}, why, "unreadable");
        close();
    }
    void finish() override {
        out_ << "</checkstyle>\n";
        out_.flush();
    }

 private:
    void begin(const std::string& path) {
        text_ = "<file name=\"";
        append_xml_escaped(text_, path);
        text_ += "\">\n";
    }
    void close() {
        out_ << text_ << "</file>\n";
        text_.clear();
        open_ = false;
    }
    void list(const Finding& finding, const std::string& message, std::size_t) override {
        write(std::max<std::uint64_t>(1, finding.place.line), to_string(finding.severity), of_column(finding),
              message, finding.rule.text);
    }
    void write(std::uint64_t line, std::string_view severity, std::string_view column,
               std::string_view message, std::string_view rule) {
        text_ += "<error line=\"";
        text_ += std::to_string(line);
        text_ += "\" severity=\"";
        text_ += severity;
        text_ += "\" message=\"";
        append_xml_escaped(text_, column);
        append_xml_escaped(text_, message);
        text_ += "\" source=\"daicho.";
        append_xml_escaped(text_, rule);
        text_ += "\"/>\n";
        if (text_.size() < block_of_checkstyle) return;
        out_ << text_;
        text_.clear();
    }

    std::ostream& out_;
    std::string text_;
    bool open_ = false;
};

}  // namespace

std::unique_ptr<Report> make_checkstyle_report(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<CheckstyleReport>(out, options);
}

}  // namespace daicho
