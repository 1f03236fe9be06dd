#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/reports/report.hpp"
#include "tools/option_list.hpp"
#include "tools/output_stream.hpp"
#include "tools/own_files.hpp"
#include "tools/session.hpp"

namespace daicho {

/// One `--report FORM=FILE`.
struct ReportFile {
    std::string form;
    std::string path;
};

/// For `require_own_files`.
std::vector<NamedOutput> outputs_of(const std::vector<ReportFile>& files);

/// Declares --format, --report, --max-findings, --max-per-rule and --show-values.
void add_reports(OptionList& list, std::string& format, std::vector<ReportFile>& files,
                 ReportOptions& options);

/// The report on standard output and those in files, as one. The files appear when it is finished.
class ReportSet final : public Report {
 public:
    ReportSet(const std::string& format, const std::vector<ReportFile>& files, const ReportOptions& options,
              const Session& session);

    void begin_file(const FileFacts& facts) override;
    void add(const Finding& finding) override;
    void end_file(const FileVerdict& verdict) override;
    bool copies_tables() const override;
    /// Reads the table for each report that wants it: `open` gives it from its start.
    void add_tables(const std::function<std::unique_ptr<TableReader>()>& open);
    void fail_file(const std::string& path, std::string_view why) override;
    void finish() override;

 private:
    std::vector<std::unique_ptr<OutputStream>> files_;
    std::vector<std::unique_ptr<Report>> reports_;  ///< that on standard output, then those of `files_`
};

}  // namespace daicho
