#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "grammars/base/language.hpp"
#include "grammars/formats/table_reader.hpp"
#include "models/dataset/check_listener.hpp"
#include "models/rules/message.hpp"

namespace daicho {

struct ReportOptions {
    Language language = Language::ja;
    bool colour = false;
    bool show_values = false;  ///< show the values of confidential findings
    /// Findings listed per file, 0 = all; where it is not set the form decides (workbooks: 50,000, which is
    /// also the most they take; others: 1,000). Totals are exact in any case.
    std::optional<std::uint64_t> max_findings{};
    /// Findings listed per rule and column, 0 = all; where it is not set the form decides (text: 3, others:
    /// all).
    std::optional<std::uint64_t> max_per_rule{};
    bool only_findings = false;     ///< of text: files without a finding are passed over
    std::string name = "(report)";  ///< of the file that it is written to, for messages
    std::string program_version{};  ///< for forms that tell which program wrote them; empty: not known
    std::string homepage{};         ///< of the program; empty: none
    /// How the program names what can be chosen; null: messages name no options.
    Wording::OptionName option_name = nullptr;
    /// What to enter so that what can be fixed safely is fixed: in the items, in a new file, and in all
    /// columns of the file itself (empty: not in this form). Null: the report does not say.
    std::string (*fix_command)(const FileFacts&) = nullptr;
    std::string (*fix_in_place_command)(const FileFacts&) = nullptr;

    Wording wording() const { return {language, option_name}; }
};

/// Tells what was found in one or more files: for each of them what a `CheckListener` is told, at last
/// `finish`. Findings are listed in the order in which they come.
class Report : public CheckListener {
 public:
    /// Instead of `end_file`, or of all three: the file cannot be read, or not to its end. `why` in the
    /// language of the report.
    virtual void fail_file(const std::string& path, std::string_view why) = 0;
    /// Whether it wants each table again behind its `end_file`, read from its start.
    virtual bool copies_tables() const { return false; }
    virtual void add_table(TableReader&) {}
    /// Writes what is left and what to do next.
    virtual void finish() = 0;
};

/// One line a kind of report.
struct ReportKind {
    std::string_view name;  ///< as in --format
    std::unique_ptr<Report> (*make)(std::ostream& out, const ReportOptions& options);
};

std::span<const ReportKind> report_kinds();

/// The report named `name` ("text", "json", "jsonl"), or null. `out` must outlive it.
std::unique_ptr<Report> make_report(std::string_view name, std::ostream& out, const ReportOptions& options);

}  // namespace daicho
