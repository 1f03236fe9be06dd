#include "grammars/text/nearest.hpp"

#include <algorithm>
#include <vector>

namespace daicho {

namespace {

/// Insertions, deletions, replacements and exchanges of neighbours (bytes) between two texts.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] != b[j - 1]);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> words) {
    std::string_view best;
    std::size_t least = word.size() / 3 + 1;
    for (const std::string_view candidate : words) {
        const std::size_t length_gap =
            std::max(word.size(), candidate.size()) - std::min(word.size(), candidate.size());
        if (length_gap >= least) continue;
        const std::size_t found = distance(word, candidate);
        if (found >= least) continue;
        best = candidate;
        least = found;
    }
    return best;
}

}  // namespace daicho
