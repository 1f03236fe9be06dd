#include "models/dataset/left_out.hpp"

#include <algorithm>
#include <charconv>

#include "grammars/formats/csv_splitter.hpp"
#include "grammars/formats/header_finder.hpp"
#include "grammars/formats/rule_ids.hpp"
#include "grammars/text/spaces.hpp"

namespace daicho {

namespace {

/// Of a sheet what stands above its header and right below it, of a document what stands beside its records,
/// each in one text.
std::vector<Finding> told_parts(const TableReader& table) {
    std::vector<Finding> parts;
    for (const Finding& finding : table.findings()) {
        const bool beside = finding.rule == rules::beside_records;
        const bool around =
            finding.rule == rules::text_above_header || finding.rule == rules::lines_below_header;
        if (!beside && (!around || finding.value.empty())) continue;
        parts.push_back(finding);
        if (beside) parts.back().value = finding.detail;
    }
    return parts;
}

/// The last lines of a record, which were passed over; `lines`: the numbers of the first and the last,
/// "12-14".
std::string_view passed_over(std::string_view record, std::uint64_t line, std::string_view lines) {
    std::uint64_t first = 0;
    std::from_chars(lines.data(), lines.data() + lines.size(), first);
    const char end = record.find('\n') != record.npos ? '\n' : '\r';
    for (; line < first && !record.empty(); ++line)
        record.remove_prefix(std::min(record.find(end), record.size() - 1) + 1);
    return trimmed(record);
}

void add_surplus_cells(const Batch& batch, std::size_t record, std::size_t columns,
                       std::vector<Finding>& lost) {
    for (std::size_t column = columns; column < batch.width(record); ++column) {
        const auto text = trimmed(batch.cell(record, column));
        if (text.empty()) continue;
        Finding& finding = lost.emplace_back();
        finding.rule = rules::ragged_record;
        finding.record = batch.record_number(record);
        finding.place = batch.place(record);
        finding.column = static_cast<std::uint32_t>(column + 1);
        finding.value = text;
    }
}

}  // namespace

std::vector<Finding> lines_left_out(const TableReader& table) {
    if (table.text() == nullptr) return told_parts(table);
    std::vector<Finding> lines;
    const std::string_view text = table.text()->preamble().text;
    std::uint64_t line = 1;
    std::size_t begin = 0;
    for (const auto& record : sample_records(text, table.text()->dialect().delimiter, true, text.size())) {
        const std::string_view raw = text.substr(begin, record.end - begin);
        const std::string_view written = trimmed(raw);
        if (line != table.header_place().line && !written.empty()) {
            Finding& finding = lines.emplace_back();
            finding.rule = rules::text_above_header;
            finding.severity = Severity::info;
            finding.place = line;
            finding.value = written;
        }
        line += line_ends(raw).total();
        begin = record.end;
    }
    return lines;
}

std::vector<Finding> parts_left_out(const Batch& batch, std::size_t columns,
                                    const std::function<Kept(std::size_t)>& kept) {
    std::vector<Finding> lost;
    for (const Finding& finding : batch.findings()) {
        const bool skipped = finding.rule == rules::skipped_lines;
        if (!skipped && finding.rule != rules::invalid_bytes) continue;
        const auto record = static_cast<std::size_t>(finding.record - batch.record_number(0));
        if (kept(record) == Kept::as_written) continue;
        lost.push_back(finding);
        if (skipped)
            lost.back().value = passed_over(batch.raw(record).text, batch.line(record), finding.detail);
    }
    for (std::size_t record = 0; record < batch.size(); ++record) {
        if (batch.width(record) > columns && kept(record) == Kept::columns)
            add_surplus_cells(batch, record, columns, lost);
    }
    return lost;
}

}  // namespace daicho
