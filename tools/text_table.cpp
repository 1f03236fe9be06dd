#include "tools/text_table.hpp"

#include <algorithm>

#include "grammars/text/width.hpp"

namespace daicho {

namespace {

bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789,") == text.npos;
}

/// Whether a column has nothing but numbers below its header: then its header stands to the right too.
bool is_of_numbers(const std::vector<std::vector<std::string>>& rows, std::size_t column) {
    return rows.size() > 1 &&
           std::all_of(rows.begin() + 1, rows.end(), [&](const auto& row) { return is_number(row[column]); });
}

}  // namespace

std::string TextTable::text() const {
    std::vector<std::size_t> widths(rows_.front().size());
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    }
    std::string text;
    for (const auto& row : rows_) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string gap(widths[i] - display_width(row[i]), ' ');
            line += (i == 0 ? "" : "  ") +
                    (is_number(row[i]) || is_of_numbers(rows_, i) ? gap + row[i] : row[i] + gap);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

}  // namespace daicho
