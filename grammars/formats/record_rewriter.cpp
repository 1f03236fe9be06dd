#include "grammars/formats/record_rewriter.hpp"

#include <algorithm>

#include "grammars/formats/csv_cell.hpp"

namespace daicho {

void RecordRewriter::read(const RawText& raw) {
    raw_ = raw;
    std::size_t skipped = 0;
    read_damaged_csv_record(raw_.text, 0, delimiter_, true, columns_, cells_, skipped);
}

std::string_view RecordRewriter::text(std::size_t column) const {
    return column < cells_.size ? std::string_view(cells_.cells[column].text) : std::string_view();
}

bool RecordRewriter::quoted(std::size_t column) const {
    if (column >= cells_.size) return false;
    const auto& cell = cells_.cells[column];
    return cell.begin < cell.end && raw_.text[cell.begin] == '"';
}

bool RecordRewriter::writable(std::size_t column) const {
    if (column >= cells_.size) return false;
    const auto& cell = cells_.cells[column];
    const bool troubled = std::any_of(cells_.troubles.begin(), cells_.troubles.end(),
                                      [&](const auto& trouble) { return trouble.cell == column; });
    return !troubled && std::none_of(raw_.source.begin(), raw_.source.end(), [&](const SourceBytes& bytes) {
        const std::size_t offset = bytes.offset - raw_.base;
        return offset >= cell.begin && offset < cell.end;
    });
}

void RecordRewriter::begin() {
    text_.clear();
    source_.clear();
}

void RecordRewriter::keep(std::size_t begin, std::size_t end) {
    for (SourceBytes bytes : raw_.source) {
        const std::size_t offset = bytes.offset - raw_.base;
        if (offset < begin || offset >= end) continue;
        bytes.offset = static_cast<std::uint32_t>(offset - begin + text_.size());
        source_.push_back(bytes);
    }
    text_.append(raw_.text.substr(begin, end - begin));
}

void RecordRewriter::put(const Part& part) {
    const bool there = part.column && *part.column < cells_.size;
    if (part.text) {
        const bool quoted_now = part.column ? quoted(*part.column) && !part.unquoted : part.quoted;
        append_csv_cell(text_, *part.text, delimiter_, quoted_now);
    } else if (there) {
        keep(cells_.cells[*part.column].begin, cells_.cells[*part.column].end);
    }
}

RawText RecordRewriter::with(std::vector<Part> parts) {
    std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.column < b.column; });
    begin();
    std::size_t at = 0;
    for (const Part& part : parts) {
        keep(at, cells_.cells[*part.column].begin);
        put(part);
        at = cells_.cells[*part.column].end;
    }
    keep(at, raw_.text.size());
    return {text_, source_, 0};
}

RawText RecordRewriter::made_of(std::span<const Part> parts) {
    begin();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i != 0) text_ += delimiter_;
        put(parts[i]);
    }
    if (text_.empty()) text_ = "\"\"";  // an empty line would be no record
    const std::size_t last = cells_.size == 0 ? 0 : cells_.cells[cells_.size - 1].end;
    if (cells_.size > columns_) text_ += delimiter_;
    keep(cells_.size > columns_ ? cells_.cells[columns_].begin : last, raw_.text.size());
    return {text_, source_, 0};
}

}  // namespace daicho
