#include "grammars/formats/batch.hpp"

#include <algorithm>
#include <utility>

namespace daicho {

void BatchParts::clear() {
    text.clear();
    unquoted.clear();
    cells.clear();
    origins.clear();
    records.clear();
    places.clear();
    readings.clear();
    source.clear();
    findings.clear();
    losses.clear();
}

std::string_view Batch::reading(std::size_t record, std::size_t column) const {
    const auto comes_before = [](const BatchParts::CellReading& one, std::pair<std::size_t, std::size_t> at) {
        return std::pair<std::size_t, std::size_t>(one.record, one.column) < at;
    };
    const auto& all = parts_.readings;
    const auto found = std::lower_bound(all.begin(), all.end(), std::pair(record, column), comes_before);
    if (found == all.end() || found->record != record || found->column != column) return {};
    return std::string_view(parts_.unquoted).substr(found->begin, found->size);
}

bool Batch::blank(std::size_t record) const {
    const auto first = parts_.records[record].first_cell;
    const auto last = parts_.records[record + 1].first_cell;
    for (auto at = first; at < last; ++at) {
        if (parts_.cells[at].size != 0) return false;
    }
    return true;
}

RawText Batch::raw(std::size_t record) const {
    const std::uint32_t begin = parts_.records[record].begin;
    const std::uint32_t end = parts_.records[record + 1].begin;
    const std::string_view text{parts_.text.data() + begin, end - begin};
    if (parts_.source.empty()) return text;
    const auto before = [](const SourceBytes& s, std::uint32_t offset) { return s.offset < offset; };
    const auto from = std::lower_bound(parts_.source.begin(), parts_.source.end(), begin, before);
    const auto to = std::lower_bound(from, parts_.source.end(), end, before);
    return {text, {from, to}, begin};
}

}  // namespace daicho
