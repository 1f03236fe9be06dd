#include "models/engine/record_set.hpp"

#include <utility>

namespace daicho {

void RecordSet::watch(const Batch& batch, Inspection& inspection) {
    keys_.watch(batch, inspection);
    references_.watch(batch, inspection);
    levels_.add(inspection);
}

std::vector<Finding> RecordSet::finish() {
    std::vector<Finding> findings;
    Level level = Level::none;
    for (Dangling& one : references_.unresolved()) {
        const bool same = !findings.empty() && findings.back().record == one.finding.record;
        const Level before = same ? level : one.level;
        level = lowered(before, one.finding.blocks);
        levels_.move(before, level);
        findings.push_back(std::move(one.finding));
    }
    return findings;
}

}  // namespace daicho
