#include "models/reports/next_level.hpp"

#include <algorithm>

namespace daicho {

std::optional<NextLevel> next_level(const FileVerdict& verdict, const Tally& tally) {
    if (verdict.partly_told || !verdict.level || *verdict.level == Level::lv2s) return std::nullopt;
    NextLevel next;
    next.level = static_cast<Level>(static_cast<int>(*verdict.level) + 1);
    for (const std::size_t index : tally.sorted()) {
        const Level blocks = tally.line(index).blocks;
        if (blocks != Level::none && blocks <= next.level) next.lines.push_back(index);
    }
    if (next.lines.empty()) return std::nullopt;
    std::stable_sort(next.lines.begin(), next.lines.end(),
                     [&](std::size_t a, std::size_t b) { return tally.line(a).count > tally.line(b).count; });
    return next;
}

}  // namespace daicho
