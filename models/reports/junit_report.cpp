#include <cstdint>
#include <string>
#include <vector>

#include "grammars/formats/xml_text.hpp"
#include "models/reports/listed_report.hpp"
#include "models/reports/reports.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_places_of_case = 20;

/// JUnit's XML as Ant and Jenkins write it: a suite a file, a case for each rule and column that it was
/// broken in. Errors are failures; of warnings and notes the cases pass and are told in the output of the
/// suite. Times are not told: the same input gives the same bytes.
class JunitReport final : public ListedReport {
 public:
    JunitReport(std::ostream& out, const ReportOptions& options) : ListedReport(options), out_(out) {}

    void begin_file(const FileFacts& facts) override {
        ListedReport::begin_file(facts);
        places_.clear();
    }
    void end_file(const FileVerdict& verdict) override;
    void fail_file(const std::string& path, std::string_view why) override {
        const std::string name = shown_path(path);
        begin_suite(name, 1, 0, 1);
        suites_ += "<testcase classname=\"" + escaped(name) + "\" name=\"" +
                   escaped(say("読み取り", "read")) + "\" time=\"0\"><error message=\"" + escaped(why) +
                   "\" type=\"unreadable\"/></testcase>\n";
        end_suite({});
    }
    void finish() override {
        out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n" << suites_ << "</testsuites>\n";
        out_.flush();
    }

 private:
    static std::string escaped(std::string_view text) {
        std::string out;
        append_xml_escaped(out, text);
        return out;
    }
    bool has_room(std::size_t line) override {
        places_.resize(tally().size());
        return places_[line].size() < most_places_of_case;
    }
    void list(const Finding& finding, const std::string& message, std::size_t line) override {
        const std::string place = place_of(finding);
        places_[line].push_back((place.empty() ? "" : place + ": ") + message);
    }
    /// `records` are a property, not part of a name: a case keeps its name from run to run.
    void begin_suite(const std::string& name, std::size_t tests, std::size_t failures, std::size_t errors,
                     std::uint64_t records = 0) {
        suites_ +=
            "<testsuite name=\"" + escaped(name) + "\" package=\"daicho\" id=\"" + std::to_string(id_++) +
            "\" timestamp=\"1970-01-01T00:00:00\" hostname=\"localhost\" tests=\"" + std::to_string(tests) +
            "\" failures=\"" + std::to_string(failures) + "\" errors=\"" + std::to_string(errors) +
            "\" time=\"0\">\n<properties><property name=\"records\" value=\"" + std::to_string(records) +
            "\"/></properties>\n";
    }
    void end_suite(const std::string& told) {
        suites_ += "<system-out>" + escaped(told) + "</system-out>\n<system-err/>\n</testsuite>\n";
    }

    std::ostream& out_;
    std::string suites_;
    std::size_t id_ = 0;
    std::vector<std::vector<std::string>> places_;  ///< by line of the tally
};

void JunitReport::end_file(const FileVerdict& verdict) {
    places_.resize(tally().size());
    const auto order = tally().sorted();
    std::size_t failures = 0;
    for (const std::size_t index : order) failures += tally().line(index).severity == Severity::error;
    begin_suite(path(), order.size() + 1, failures, 0, verdict.records);
    suites_ += "<testcase classname=\"" + escaped(path()) + "\" name=\"" + escaped(say("読み取り", "read")) +
               "\" time=\"0\"/>\n";
    std::string told;
    for (const std::size_t index : order) {
        const TallyLine& line = tally().line(index);
        const std::string column = line.column == 0 ? "" : ": " + short_column_name(line, words());
        const std::string name = std::string(line.rule.text) + " " + title_of(line.rule) + column;
        std::string text = name + "  " + words().count(line.count) + "\n";
        for (const std::string& place : places_[index]) text += "  " + place + "\n";
        if (line.count > places_[index].size())
            text += "  " + words().more(line.count - places_[index].size()) + "\n";
        suites_ +=
            "<testcase classname=\"" + escaped(path()) + "\" name=\"" + escaped(name) + "\" time=\"0\"";
        if (line.severity != Severity::error) {
            suites_ += "/>\n";
            told += text;
            continue;
        }
        suites_ += "><failure message=\"" + escaped(words().count(line.count)) + "\" type=\"" +
                   escaped(line.rule.text) + "\">" + escaped(text) + "</failure></testcase>\n";
    }
    end_suite(told);
}

}  // namespace

std::unique_ptr<Report> make_junit_report(std::ostream& out, const ReportOptions& options) {
    return std::make_unique<JunitReport>(out, options);
}

}  // namespace daicho
