#include "models/engine/references.hpp"

#include <algorithm>

namespace daicho {

References::References(const Inspector& inspector)
    : inspector_(inspector),
      targets_(inspector.model().references.size()),
      waiting_(inspector.model().references.size()) {}

void References::watch(const Batch& batch, const Inspection& inspection) {
    std::size_t at = 0;
    for (std::size_t record = 0; record < batch.size() && !targets_.empty(); ++record) {
        for (std::size_t r = 0; r < targets_.size(); ++r) {
            const std::uint64_t item = inspection.references[at++];
            const std::uint64_t target = inspection.references[at++];
            if (target != 0) targets_[r].insert(target);
            if (item != 0 && !targets_[r].contains(item)) {
                waiting_[r].push_back(
                    {item, {inspector_.dangling(batch, record, r), inspection.levels[record].value()}});
            }
        }
    }
}

std::vector<Dangling> References::unresolved() {
    std::vector<Dangling> dangling;
    for (std::size_t r = 0; r < waiting_.size(); ++r) {
        for (Waiting& one : waiting_[r]) {
            if (!targets_[r].contains(one.hash)) dangling.push_back(std::move(one.dangling));
        }
        waiting_[r].clear();
    }
    std::ranges::stable_sort(dangling, {}, [](const Dangling& one) { return one.finding.record; });
    return dangling;
}

}  // namespace daicho
