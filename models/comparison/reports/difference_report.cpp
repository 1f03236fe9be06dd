#include "models/comparison/reports/difference_report.hpp"

namespace daicho {

namespace {

// The order is that of the help.
const DifferenceForm difference_form_table[] = {
    {"text", false, make_text_difference},         {"summary", false, make_summary_difference},
    {"jsonl", true, make_json_lines_difference},   {"csv", true, make_csv_difference},
    {"markdown", false, make_markdown_difference}, {"html", false, make_html_difference},
    {"xlsx", false, make_workbook_difference},     {"sql", true, make_sql_difference},
};

}  // namespace

std::span<const DifferenceForm> difference_forms() {
    return difference_form_table;
}

const DifferenceForm* find_difference_form(std::string_view name) {
    for (const DifferenceForm& form : difference_form_table) {
        if (form.name == name) return &form;
    }
    return nullptr;
}

}  // namespace daicho
