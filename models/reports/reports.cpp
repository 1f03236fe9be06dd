#include "models/reports/reports.hpp"

namespace daicho {

std::span<const ReportKind> report_kinds() {
    static constexpr ReportKind table[] = {
        {"text", make_text_report},         {"json", make_json_report},
        {"jsonl", make_json_lines_report},  {"sarif", make_sarif_report},
        {"junit", make_junit_report},       {"github", make_github_report},
        {"gitlab", make_gitlab_report},     {"checkstyle", make_checkstyle_report},
        {"markdown", make_markdown_report}, {"html", make_html_report},
        {"xlsx", make_workbook_report},
    };
    return table;
}

std::unique_ptr<Report> make_report(std::string_view name, std::ostream& out, const ReportOptions& options) {
    for (const ReportKind& kind : report_kinds()) {
        if (kind.name == name) return kind.make(out, options);
    }
    return nullptr;
}

}  // namespace daicho
