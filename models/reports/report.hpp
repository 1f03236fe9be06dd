#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"
#include "grammars/formats/dialect.hpp"
#include "models/rules/rule.hpp"

namespace daicho {

/// Which item a column was taken for, and why.
struct BoundColumn {
    std::uint32_t column = 0;  ///< 1-based
    std::string header;        ///< as written
    std::string item;          ///< path of English names; empty: none
    std::string
        item_name;    ///< the item's name in the language of the report; of no item: the kind of its values
    std::string how;  ///< "name", "alias", "content" ...; empty where no item was bound
};

/// What is known of a file before its records are read.
struct FileFacts {
    std::string path;
    Dialect dialect;
    std::string model;       ///< "gif.core/Person"; empty: checked without a model
    std::string model_name;  ///< 個人; in the language of the report
    std::string
        transform_options;  ///< what `daicho transform` needs to mend the file: "--to gif.core/Person"
    std::vector<BoundColumn> columns;
};

/// What is known of a file once its last record was checked.
struct FileVerdict {
    std::uint64_t records = 0;
    std::optional<Level> level;             ///< lowest level of its records; none bound: no level
    std::array<std::uint64_t, 4> levels{};  ///< records by level, in the order of Level
    std::string pattern;                    ///< required pattern that fits best: "MP01"; empty: none asked
    std::vector<std::string> lacking;       ///< required items of that pattern without a column
};

struct ReportOptions {
    Language language = Language::ja;
    bool colour = false;
    bool show_values = false;           ///< show the values of confidential findings
    std::uint64_t max_findings = 1000;  ///< findings listed per file, 0 = all; totals are exact in any case
    std::uint64_t max_per_rule = 0;     ///< findings listed per rule and column, 0 = as many as there may be
    const RuleBook* rules = nullptr;    ///< null: the built-in rules
};

/// Tells what was found in one or more files. For each file: `begin_file`, `add` for each finding,
/// `end_file`; at last `finish`. Findings come in any order; they are listed in the order in which they come.
class Report {
 public:
    virtual ~Report() = default;

    virtual void begin_file(const FileFacts& facts) = 0;
    virtual void add(const Finding& finding) = 0;
    virtual void end_file(const FileVerdict& verdict) = 0;
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
