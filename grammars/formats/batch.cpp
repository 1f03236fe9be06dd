#include "grammars/formats/batch.hpp"

#include <algorithm>

namespace daicho {

void BatchParts::clear() {
    text.clear();
    unquoted.clear();
    cells.clear();
    origins.clear();
    records.clear();
    places.clear();
    source.clear();
    findings.clear();
    losses.clear();
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
