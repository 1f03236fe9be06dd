#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/comparison/difference.hpp"
#include "models/comparison/reports/difference_report.hpp"

namespace daicho {

/// What the forms for people say alike.

std::string_view in_language(const DifferenceStyle& style, std::string_view ja, std::string_view en);
/// A number with what is counted: "12件", "12".
std::string counted(const DifferenceStyle& style, std::uint64_t count);
/// "変更", "changed"
std::string_view word_for(Change::Op op, const DifferenceStyle& style);
/// "実質的な違い", "real"
std::string_view word_for(DifferenceClass kind, const DifferenceStyle& style);

/// The value as it may be shown, on one line.
/// The name of a column as people may see it.
std::string shown_label(const ComparedColumn& column);
std::string shown_value(std::string_view value, const ComparedColumn& column, const DifferenceStyle& style);
/// The key of the record: 団体コード=131016; where there is none "".
std::string key_text(const ComparisonFacts& facts, const RecordDifference& difference,
                     const DifferenceStyle& style);
/// Where the record stands: "旧12行目 → 新13行目".
std::string place_of(const ComparisonFacts& facts, const RecordDifference& difference,
                     const DifferenceStyle& style);
/// By what records are told apart, and why.
std::string key_line(const ComparisonFacts& facts, const DifferenceStyle& style);
/// What became of the columns, a line each.
std::vector<std::string> column_lines(const ComparisonFacts& facts, const DifferenceStyle& style);
/// "変更 1,000件のうち、実質的な違いは 12件。…": the first line is the whole in short.
std::vector<std::string> summary_lines(const ComparisonSummary& summary, const ComparisonFacts& facts,
                                       const DifferenceStyle& style);

}  // namespace daicho
