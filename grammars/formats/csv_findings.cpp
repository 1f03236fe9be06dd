#include "grammars/formats/csv_findings.hpp"

#include <algorithm>

#include "grammars/base/hexadecimal.hpp"
#include "grammars/formats/csv_splitter.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/rule_ids.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_shown = 80;

bool stands_before(const Finding& a, const Finding& b) {
    return a.record != b.record ? a.record < b.record : a.column < b.column;
}

}  // namespace

void add_invalid_bytes(BatchParts& parts, const Dialect& dialect) {
    std::uint32_t cell_end = 0;
    Finding* finding = nullptr;
    for (const auto& entry : parts.source) {
        if (!entry.invalid) continue;
        if (finding == nullptr || entry.offset >= cell_end) {
            const CellPlace place = locate(parts, entry.offset, dialect.delimiter);
            cell_end = place.cell_end;
            finding = &parts.findings.emplace_back();
            finding->rule = rules::invalid_bytes;
            finding->severity = Severity::error;
            finding->record = parts.first_record + place.record;
            finding->place = parts.records[place.record].line;
            finding->column = place.column;
            finding->span = {place.offset, place.offset + 3};
            finding->detail = to_string(dialect.encoding);
        }
        if (finding->value.size() > most_shown) continue;
        for (unsigned i = 0; i < entry.size; ++i) {
            finding->value += (finding->value.empty() ? "" : " ") + byte_name(entry.bytes[i]);
        }
    }
    std::stable_sort(parts.findings.begin(), parts.findings.end(), stands_before);
}

std::vector<Finding> preamble_findings(const RawText& preamble, const Dialect& dialect) {
    BatchParts parts;
    parts.text.append(preamble.text.data(), preamble.text.size());
    parts.source.assign(preamble.source.begin(), preamble.source.end());
    CsvSplitter splitter{dialect.delimiter};
    splitter.split(parts, true);
    if (parts.records.empty()) return {};
    add_invalid_bytes(parts, dialect);
    const std::uint64_t header = parts.records.size() - 1;
    std::erase_if(parts.findings, [&](const Finding& finding) {
        return finding.rule == rules::blank_record ||
               (finding.rule == rules::control_in_file && finding.record == header);
    });
    for (Finding& finding : parts.findings) finding.record = 0;
    return std::move(parts.findings);
}

}  // namespace daicho
