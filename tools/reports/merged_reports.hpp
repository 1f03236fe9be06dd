#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace daicho {

/// Reports of several jobs as one.
struct MergedReports {
    std::string text;
    std::uint64_t reports = 0, files = 0, errors = 0, warnings = 0, infos = 0;
};

/// Joins reports of `check` and `validate`: all JSON, or all SARIF. Files stand in the order of the reports.
/// Throws Error where one is neither, where both kinds come together, or where a file is in two of them.
MergedReports merge_reports(const std::vector<std::string>& paths);

}  // namespace daicho
