#pragma once

#include <memory>
#include <ostream>

#include "models/reports/report.hpp"

namespace daicho {

// One file a kind of report; the table is in reports.cpp.
std::unique_ptr<Report> make_text_report(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Report> make_json_report(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Report> make_json_lines_report(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Report> make_sarif_report(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Report> make_junit_report(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Report> make_github_report(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Report> make_gitlab_report(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Report> make_checkstyle_report(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Report> make_markdown_report(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Report> make_html_report(std::ostream& out, const ReportOptions& options);
std::unique_ptr<Report> make_workbook_report(std::ostream& out, const ReportOptions& options);

}  // namespace daicho
