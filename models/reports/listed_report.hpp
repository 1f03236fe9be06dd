#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/reports/listing.hpp"
#include "models/reports/report.hpp"
#include "models/reports/text_parts.hpp"

namespace daicho {

/// What reports share that list findings one by one: which are listed, what is masked, how they are worded.
class ListedReport : public Report {
 public:
    explicit ListedReport(const ReportOptions& options)
        : options_(options), words_(options.language, false), listing_(options) {}

    void begin_file(const FileFacts& facts) override {
        listing_ = Listing{options_};
        facts_ = facts;
        messages_.clear();
    }
    void add(const Finding& finding) final;

 protected:
    /// A finding that is to be listed. `finding` is masked where it must be; `line` is its line of the tally.
    virtual void list(const Finding& finding, const std::string& message, std::size_t line) = 0;

    /// Messages stand beside the titles of their rules.
    virtual bool shows_titles() const { return false; }
    /// False where one more of that line is not to be listed any more; nobody words it then.
    virtual bool has_room(std::size_t) { return true; }

    const ReportOptions& options() const { return options_; }
    const Words& words() const { return words_; }
    std::string_view say(std::string_view ja, std::string_view en) const { return words_.say(ja, en); }
    const FileFacts& facts() const { return facts_; }
    const Tally& tally() const { return listing_.tally(); }
    /// Lines of the tally that are told in one.
    struct ToldLine {
        TallyLine line;         ///< all of them
        std::size_t first = 0;  ///< in the tally
        std::string columns;    ///< their headers, the first few of many; empty: of no column
    };
    /// Lines in the order in which they are told; what is only worth knowing of several columns is one.
    std::vector<ToldLine> told_lines() const;
    /// Findings of the file that were counted and not listed.
    std::uint64_t unlisted() const;
    /// The file as others know it: without "./", standard input by a name.
    std::string path() const { return shown_path(facts_.path); }
    std::string shown_path(std::string_view path) const;
    /// The title of a rule in the language of the report.
    std::string title_of(RuleId rule) const;
    /// "12行目", "一覧!C12", "/11/名称（12行目）"; empty where there is no place.
    std::string place_of(const Finding& finding) const;
    /// "利用開始時間: ", for messages that stand alone; empty where the finding is of no column with a name.
    static std::string of_column(const Finding& finding);
    const Rule* rule_of(RuleId rule) const;

 private:
    const RuleMessage& message_of_line(std::size_t line, const Finding& finding);

    ReportOptions options_;
    Words words_;
    Listing listing_;
    FileFacts facts_;
    std::vector<std::optional<RuleMessage>> messages_;  ///< by line of the tally
    std::string message_;
};

}  // namespace daicho
