#include "models/engine/unique_keys.hpp"

#include "models/rules/rule_ids.hpp"

namespace daicho {

std::uint64_t UniqueKeys::Table::first(std::uint64_t hash, std::uint64_t record) {
    if (used_ * 2 >= entries_.size()) grow();
    std::size_t at = hash & (entries_.size() - 1);
    while (entries_[at].hash != 0) {
        if (entries_[at].hash == hash) return entries_[at].record;
        at = (at + 1) & (entries_.size() - 1);
    }
    entries_[at] = {hash, record};
    ++used_;
    return record;
}

void UniqueKeys::Table::grow() {
    std::vector<Entry> larger(entries_.size() * 2);
    for (const Entry& entry : entries_) {
        if (entry.hash == 0) continue;
        std::size_t at = entry.hash & (larger.size() - 1);
        while (larger[at].hash != 0) at = (at + 1) & (larger.size() - 1);
        larger[at] = entry;
    }
    entries_ = std::move(larger);
}

UniqueKeys::UniqueKeys(const Inspector& inspector)
    : inspector_(inspector), tables_(inspector.model().uniques.size()) {}

void UniqueKeys::watch(const Batch& batch, Inspection& inspection) {
    const auto& uniques = inspector_.model().uniques;
    constexpr std::size_t ahead = 16;  // the table is larger than the caches: ask for its lines early
    std::size_t at = 0;
    for (std::size_t record = 0; record < batch.size() && !uniques.empty(); ++record) {
        for (std::size_t u = 0; u < uniques.size(); ++u) {
            if (at + ahead < inspection.keys.size()) {
                tables_[(at + ahead) % uniques.size()].prefetch(inspection.keys[at + ahead]);
            }
            const std::uint64_t hash = inspection.keys[at++];
            if (hash == 0) continue;
            const std::uint64_t number = batch.record_number(record);
            const std::uint64_t first = tables_[u].first(hash, number);
            if (first == number) continue;
            inspection.findings.push_back(inspector_.duplicate(batch, record, u, first));
            inspection.lower(record, inspection.findings.back().blocks);
        }
    }
}

}  // namespace daicho
