#include "models/merging/header_writer.hpp"

#include <deque>

#include "grammars/base/error.hpp"
#include "grammars/formats/record_rewriter.hpp"

namespace daicho {

namespace {

[[noreturn]] void refuse_header(const std::string& name) {
    throw Error{
        ErrorKind::input,
        name + ": 見出しが1行の列名ではないので、列を変えられません（列を変えない差分なら適用できます）。",
        name +
            ": the header is not one line of names, so its columns cannot be changed (changes of cells alone "
            "can be made)"};
}

/// The parts of the record of names, or of a line below it.
std::vector<RecordRewriter::Part> parts_of(const TableReader& table, const TargetColumns& columns,
                                           std::span<const TargetColumns::Cell> layout, bool of_names,
                                           const RecordRewriter& record, std::deque<std::string>& texts) {
    std::vector<RecordRewriter::Part> parts;
    for (const TargetColumns::Cell& cell : layout) {
        RecordRewriter::Part part;
        part.column = cell.column;
        part.quoted = record.quoted(0);
        const std::string header = columns.header(cell);
        if (!cell.column) {
            part.text = of_names ? std::string_view(texts.emplace_back(header)) : std::string_view();
        } else if (of_names && header != table.header()[*cell.column]) {
            part.text = texts.emplace_back(header);
        }
        parts.push_back(part);
    }
    return parts;
}

/// A piece of a raw text, with the bytes of it.
RawText piece_of(const RawText& raw, std::size_t begin, std::size_t size, std::vector<SourceBytes>& source) {
    source.clear();
    for (SourceBytes bytes : raw.source) {
        const std::size_t offset = bytes.offset - raw.base;
        if (offset < begin || offset >= begin + size) continue;
        bytes.offset = static_cast<std::uint32_t>(offset - begin);
        source.push_back(bytes);
    }
    return {raw.text.substr(begin, size), source, 0};
}

}  // namespace

bool changes_layout(std::span<const TargetColumns::Cell> layout, std::size_t columns) {
    if (layout.size() != columns) return true;
    for (std::size_t i = 0; i < layout.size(); ++i) {
        if (layout[i].column != i) return true;
    }
    return false;
}

void write_changed_header(const TableReader& table, TableWriter& out, const TargetColumns& columns,
                          std::span<const TargetColumns::Cell> layout, const std::string& name) {
    const RawText preamble = table.text()->preamble();
    bool same = !changes_layout(layout, table.columns());
    for (const TargetColumns::Cell& cell : layout) {
        same = same && columns.header(cell) == table.header()[*cell.column];
    }
    if (same || !table.has_header()) {
        if (!preamble.text.empty()) out.write_raw(preamble);
        return;
    }
    RecordRewriter record(table.text()->dialect().delimiter, table.columns());
    CsvRecord extent;
    std::vector<SourceBytes> source;
    bool below = false;
    std::uint64_t line = 1;
    for (std::size_t at = 0; at < preamble.text.size(); at = extent.end) {
        read_csv_record(preamble.text, at, table.text()->dialect().delimiter, true, extent);
        const RawText raw = piece_of(preamble, at, extent.end - at, source);
        const bool names = line == table.header_place().line;
        line += count_line_ends(raw.text);
        record.read(raw);
        if (names) {
            for (std::size_t i = 0; i < table.columns(); ++i) {
                if (record.text(i) != table.header()[i]) refuse_header(name);
            }
        }
        std::deque<std::string> texts;
        const bool laid_out = names || (below && record.width() == table.columns());
        below |= names;
        out.write_raw(laid_out ? record.made_of(parts_of(table, columns, layout, names, record, texts))
                               : raw);
    }
    if (!below) refuse_header(name);
}

}  // namespace daicho
