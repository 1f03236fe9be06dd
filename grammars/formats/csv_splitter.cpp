#include "grammars/formats/csv_splitter.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "grammars/formats/rule_ids.hpp"
#include "grammars/text/code_point_name.hpp"

namespace daicho {

namespace {

/// Found values are shown up to this size.
constexpr std::size_t value_limit = 4096;
/// Text is marked this much at a time, and more where a record is longer.
constexpr std::size_t first_window = std::size_t{32} << 10;

std::string shown(std::string_view text) {
    std::size_t size = std::min(text.size(), value_limit);
    while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
    return std::string{text.substr(0, size)};
}

/// A finding about the last record that was added.
Finding& add_finding(BatchParts& parts, RuleId rule, Severity severity) {
    Finding& finding = parts.findings.emplace_back();
    finding.rule = rule;
    finding.severity = severity;
    finding.record = parts.first_record + parts.records.size() - 1;
    finding.place = parts.records.back().line;
    return finding;
}

bool is_blank(const BatchParts& parts, std::size_t first_cell, std::size_t width) {
    const auto* cells = parts.cells.data() + first_cell;
    return std::all_of(cells, cells + width, [](const auto& cell) { return cell.size == 0; });
}

void add_control(BatchParts& parts, std::size_t record, std::uint32_t column, std::uint32_t offset, char c) {
    Finding& finding = parts.findings.emplace_back();
    finding.rule = rules::control_in_file;
    finding.severity = Severity::error;
    finding.record = parts.first_record + record;
    finding.place = parts.records[record].line;
    finding.column = column;
    finding.span = {offset, offset + 1};
    finding.detail = code_point_name(static_cast<unsigned char>(c));
}

bool is_control_of_cell(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

}  // namespace

void LineEnds::add(const LineEnds& other) {
    lf += other.lf;
    crlf += other.crlf;
    cr += other.cr;
}

void LineEnds::add(std::string_view text, std::size_t at) {
    if (text[at] == '\r') {
        ++cr;
    } else if (at > 0 && text[at - 1] == '\r') {
        ++crlf;
    } else {
        ++lf;
    }
}

LineEnds line_ends(std::string_view text) {
    LineEnds ends;
    for (std::size_t at = text.find_first_of("\r\n"); at != text.npos;
         at = text.find_first_of("\r\n", at + 1)) {
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
        ends.add(text, at);
    }
    return ends;
}

std::size_t CsvSplitter::split(BatchParts& parts, bool last) {
    const std::size_t size = parts.text.size();
    std::size_t from = 0;
    std::size_t window = first_window;
    while (from < size) {
        const std::size_t limit = std::min(size, from + window);
        marks_.clear();
        marker_(parts.text.data(), from, limit, delimiter_, last && limit == size, marks_);
        bool damaged = false;
        const std::size_t begin = from;
        from = add_marked(parts, from, last, damaged);
        if (!marks_.controls.empty()) add_controls(parts, from);
        if (!damaged && marks_.stop == limit) {
            window = from == begin ? window * 2 : first_window;
            if (limit < size) continue;
            if (from == size || (!last && size - from < quoted_cell_limit)) break;
        }
        if (!add_scalar(parts, from, last)) break;
    }
    if (!parts.records.empty()) {
        parts.records.push_back(
            {static_cast<std::uint32_t>(parts.cells.size()), static_cast<std::uint32_t>(from), line_});
    }
    std::stable_sort(parts.findings.begin(), parts.findings.end(), [](const Finding& a, const Finding& b) {
        return a.record != b.record ? a.record < b.record : a.column < b.column;
    });
    return from;
}

/// A record of several lines and the wrong width may hide an unclosed quote: whether the exact reader sees it
/// so.
bool CsvSplitter::is_damaged(const BatchParts& parts, std::size_t begin, std::size_t end, bool last) {
    std::size_t skipped = 0;
    read_damaged_csv_record({parts.text.data(), parts.text.size()}, begin, delimiter_, last, columns_,
                            record_, skipped);
    return !record_.complete || record_.end != end || !record_.troubles.empty();
}

/// Adds the cells of the whole records that the marks show.
void CsvSplitter::add_cells(BatchParts& parts, std::size_t from) {
    const char* const text = parts.text.data();
    const std::size_t count = marks_.lines.empty() ? 0 : marks_.lines.back() + 1;
    const std::size_t old = parts.cells.size();
    parts.cells.resize(old + count);
    auto* const cells = parts.cells.data() + old;
    const std::uint32_t* const ends = marks_.ends.data();
    if (count != 0) cells[0] = {static_cast<std::uint32_t>(from), ends[0] - static_cast<std::uint32_t>(from)};
    for (std::size_t i = 1; i < count; ++i) cells[i] = {ends[i - 1] + 1, ends[i] - ends[i - 1] - 1};
    for (std::size_t i = 0; i < marks_.lines.size(); ++i) {
        const std::uint32_t line = marks_.lines[i];
        const std::uint32_t at = ends[line];
        if (text[at] == '\n' && cells[line].size > 0 && text[at - 1] == '\r') --cells[line].size;
    }
    std::size_t escape = 0;
    for (std::size_t i = 0; i < marks_.opens.size() && marks_.opens[i] < count; ++i) {
        auto& cell = cells[marks_.opens[i]];
        ++cell.begin;
        cell.size -= 2;
        const std::size_t end = cell.begin + cell.size;
        if (escape < marks_.escapes.size() && marks_.escapes[escape] < end) {
            const auto begin = unescape(parts, cell.begin, end, escape);
            cell = {begin | BatchParts::in_unquoted,
                    static_cast<std::uint32_t>(parts.unquoted.size() - begin)};
        }
    }
}

/// Adds the records that the marks show, up to one that is `damaged`, and gives the offset behind the last
/// one.
std::size_t CsvSplitter::add_marked(BatchParts& parts, std::size_t from, bool last, bool& damaged) {
    const char* const text = parts.text.data();
    std::size_t first_cell = parts.cells.size();
    const std::size_t old_cells = first_cell;
    add_cells(parts, from);
    std::size_t newline = 0;
    for (std::size_t i = 0; i < marks_.lines.size(); ++i) {
        const std::size_t at = marks_.ends[marks_.lines[i]];
        const std::size_t next_cell = old_cells + marks_.lines[i] + 1;
        const bool several_lines = newline < marks_.newlines.size() && marks_.newlines[newline] < at;
        if (several_lines && columns_ != 0 && next_cell - first_cell != columns_ &&
            is_damaged(parts, from, at + 1, last)) {
            damaged = true;
            parts.cells.resize(first_cell);
            break;
        }
        parts.records.push_back(
            {static_cast<std::uint32_t>(first_cell), static_cast<std::uint32_t>(from), line_});
        end_record(parts, at + 1, next_cell - first_cell, true);
        for (; newline < marks_.newlines.size() && marks_.newlines[newline] < at; ++newline) {
            all_ends_.add({text, at}, marks_.newlines[newline]);
            ++line_;
        }
        first_cell = next_cell;
        from = at + 1;
    }
    return from;
}

/// Copies the text of a quoted cell with each doubled quote made one; gives where it begins in `unquoted`.
std::uint32_t CsvSplitter::unescape(BatchParts& parts, std::size_t begin, std::size_t end,
                                    std::size_t& escape) {
    const char* const text = parts.text.data();
    const auto at = static_cast<std::uint32_t>(parts.unquoted.size());
    for (; escape < marks_.escapes.size() && marks_.escapes[escape] < end; ++escape) {
        parts.unquoted.append(text + begin, marks_.escapes[escape] - begin);
        begin = marks_.escapes[escape] + 1;
    }
    parts.unquoted.append(text + begin, end - begin);
    return at;
}

/// Counts the record that was just added, which ends before `end`, and looks at its width.
void CsvSplitter::end_record(BatchParts& parts, std::size_t end, std::size_t width, bool sound) {
    const auto record = parts.records.back();
    const std::string_view raw{parts.text.data() + record.begin, end - record.begin};
    if (!raw.empty() && (raw.back() == '\n' || raw.back() == '\r')) {
        record_ends_.add(raw, raw.size() - 1);
        all_ends_.add(raw, raw.size() - 1);
        ++line_;
    }
    if (columns_ == 0) return;
    if (raw.size() <= 3 * width + 2 && is_blank(parts, record.first_cell, width)) {
        add_finding(parts, rules::blank_record, Severity::info);
    } else if (sound && width != columns_) {
        Finding& finding = add_finding(parts, rules::ragged_record, Severity::error);
        finding.value = std::to_string(width);
        finding.detail = std::to_string(columns_);
    }
}

/// Adds the record at `from`, read character by character; false where more text is needed.
bool CsvSplitter::add_scalar(BatchParts& parts, std::size_t& from, bool last) {
    const std::string_view text{parts.text.data(), parts.text.size()};
    std::size_t skipped = 0;
    read_damaged_csv_record(text, from, delimiter_, last, columns_, record_, skipped);
    if (!record_.complete) return false;
    parts.records.push_back(
        {static_cast<std::uint32_t>(parts.cells.size()), static_cast<std::uint32_t>(from), line_});
    for (std::size_t i = 0; i < record_.size; ++i) {
        const auto& cell = record_.cells[i];
        parts.cells.push_back({static_cast<std::uint32_t>(parts.unquoted.size()) | BatchParts::in_unquoted,
                               static_cast<std::uint32_t>(cell.text.size())});
        parts.unquoted.append(cell.text);
    }
    const std::uint64_t first_line = line_;
    LineEnds all = all_ends_;
    end_record(parts, record_.end, record_.size, record_.troubles.empty());
    const LineEnds ends = line_ends(text.substr(from, record_.end - from));
    all.add(ends);
    all_ends_ = all;
    line_ = first_line + ends.total();
    from = record_.end;
    add_troubles(parts);
    for (std::size_t i = 0; i < record_.size; ++i) {
        const auto& cell = record_.cells[i].text;
        const auto found = std::find_if(cell.begin(), cell.end(), is_control_of_cell);
        if (found == cell.end()) continue;
        add_control(parts, parts.records.size() - 1, static_cast<std::uint32_t>(i + 1),
                    static_cast<std::uint32_t>(found - cell.begin()), *found);
    }
    if (skipped != 0) {
        Finding& finding = add_finding(parts, rules::skipped_lines, Severity::error);
        finding.detail = std::to_string(line_ - skipped) + "-" + std::to_string(line_ - 1);
    }
    return true;
}

void CsvSplitter::add_troubles(BatchParts& parts) const {
    for (const auto& trouble : record_.troubles) {
        const bool unclosed = trouble.kind == QuoteTrouble::unclosed;
        Finding& finding =
            add_finding(parts, unclosed ? rules::unclosed_quote : rules::stray_quote, Severity::error);
        finding.column = trouble.cell + 1;
        finding.span = trouble.span;
        finding.value = shown(record_.cells[trouble.cell].text);
    }
}

/// Reports the control characters before `end` in sound records, the first of each cell.
void CsvSplitter::add_controls(BatchParts& parts, std::size_t end) const {
    std::uint32_t cell_end = 0;
    for (std::size_t i = 0; i < marks_.controls.size() && marks_.controls[i] < end; ++i) {
        const std::uint32_t offset = marks_.controls[i];
        if (offset < cell_end) continue;
        const CellPlace place = locate(parts, offset, delimiter_);
        cell_end = place.cell_end;
        add_control(parts, place.record, place.column, place.offset, parts.text[offset]);
    }
}

CellPlace locate(const BatchParts& parts, std::uint32_t offset, char delimiter) {
    const auto* const begin = parts.records.data();
    const auto* const end = begin + parts.records.size();
    const auto* const behind =
        std::upper_bound(begin, end, offset, [](std::uint32_t o, const auto& r) { return o < r.begin; });
    CellPlace place;
    place.record = static_cast<std::size_t>(behind - begin) - 1;
    const std::string_view text{parts.text.data(), parts.text.size()};
    CsvRecord record;
    read_csv_record(text, begin[place.record].begin, delimiter, true, record);
    for (std::size_t i = 0; i < record.size && record.cells[i].begin <= offset; ++i) {
        const auto& cell = record.cells[i];
        place.column = static_cast<std::uint32_t>(i + 1);
        place.offset = offset - cell.begin;
        place.cell_end = cell.end;
        if (text[cell.begin] != '"' || place.offset == 0) continue;
        const auto written = text.substr(cell.begin, place.offset);
        // Quotes on the way: the opening one, and one of each pair.
        place.offset -=
            1 + static_cast<std::uint32_t>(std::count(written.begin() + 1, written.end(), '"') / 2);
        place.offset = std::min(place.offset, static_cast<std::uint32_t>(cell.text.size()));
    }
    return place;
}

}  // namespace daicho
