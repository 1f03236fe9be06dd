#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "grammars/base/language.hpp"
#include "models/comparison/difference.hpp"

namespace daicho {

/// How differences are written.
struct DifferenceStyle {
    Language language = Language::ja;
    bool colour = false;
    bool show_values = false;  ///< of confidential columns too
    std::uint64_t most = 0;    ///< records that are listed, for people; 0: all
    std::string table;         ///< name of the table in SQL and JSON Lines
};

/// A form in which differences are written: a line of the table of forms, and a file that makes it.
struct DifferenceForm {
    std::string_view name;  ///< "text"
    bool makes_table;       ///< the new table can be made of it: cells of columns of one table belong to it
    std::unique_ptr<ComparisonListener> (*make)(std::ostream& out, const DifferenceStyle& style);
};

/// All forms; the first one is usual.
std::span<const DifferenceForm> difference_forms();
/// The form of that name, or null.
const DifferenceForm* find_difference_form(std::string_view name);

// One file a form; the table is in difference_report.cpp. `out` must outlive what is made.
std::unique_ptr<ComparisonListener> make_text_difference(std::ostream& out, const DifferenceStyle& style);
std::unique_ptr<ComparisonListener> make_summary_difference(std::ostream& out, const DifferenceStyle& style);
std::unique_ptr<ComparisonListener> make_json_lines_difference(std::ostream& out,
                                                               const DifferenceStyle& style);
std::unique_ptr<ComparisonListener> make_csv_difference(std::ostream& out, const DifferenceStyle& style);
std::unique_ptr<ComparisonListener> make_markdown_difference(std::ostream& out, const DifferenceStyle& style);
std::unique_ptr<ComparisonListener> make_html_difference(std::ostream& out, const DifferenceStyle& style);
std::unique_ptr<ComparisonListener> make_workbook_difference(std::ostream& out, const DifferenceStyle& style);
std::unique_ptr<ComparisonListener> make_sql_difference(std::ostream& out, const DifferenceStyle& style);

}  // namespace daicho
