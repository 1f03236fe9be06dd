#include "tools/gate/finding_sieve.hpp"

#include <algorithm>

#include "tools/gate/glob.hpp"
#include "tools/rule_choice.hpp"

namespace daicho {

SuppressionUse::SuppressionUse(const std::vector<Suppression>& suppressions, std::string today)
    : suppressions_(suppressions), today_(std::move(today)), used_(suppressions.size()) {
    for (const Suppression& one : suppressions) {
        if (!one.key.empty()) keyed_.push_back(one);
    }
}

bool SuppressionUse::expired(std::size_t index) const {
    const std::string& until = suppressions_[index].until;
    return !until.empty() && until < today_;
}

void SuppressionUse::begin_file(const std::string& name, const StoredCheck& noted) {
    here_.clear();
    std::size_t keyed = 0;
    for (std::size_t i = 0; i < suppressions_.size(); ++i) {
        const Suppression& one = suppressions_[i];
        const std::size_t number = one.key.empty() ? noted.suppressed.size() : keyed++;
        const bool meant = one.paths.empty() || std::ranges::any_of(one.paths, [&](const std::string& path) {
                               return glob_matches(path, name);
                           });
        if (!meant || expired(i)) continue;
        if (!one.key.empty() && number >= noted.suppressed.size()) continue;
        here_.push_back({&one, i, one.key.empty() ? nullptr : &noted.suppressed[number]});
    }
}

bool SuppressionUse::takes(const Finding& finding) {
    for (const Entry& entry : here_) {
        const Suppression& one = *entry.suppression;
        if (!chooses(one.rule, finding.rule)) continue;
        if (!one.column.empty() && one.column != finding.header && one.column != finding.item) continue;
        if (entry.records != nullptr && !std::ranges::binary_search(*entry.records, finding.record)) continue;
        used_[entry.index] = true;
        ++taken_;
        return true;
    }
    return false;
}

void FindingSieve::add(const Finding& finding) {
    if (!settings_.rules.wants(finding.rule) || suppressions_.takes(finding)) {
        held_back_.note(finding);
        next_.hold_back(finding);
        return;
    }
    Severity severity = finding.severity;
    for (const auto& [choice, wished] : settings_.severities) {
        if (chooses(choice, finding.rule)) severity = wished;
    }
    if (severity == finding.severity) {
        next_.add(finding);
        return;
    }
    Finding changed = finding;
    changed.severity = severity;
    next_.add(changed);
}

void FindingSieve::end_file(const FileVerdict& verdict) {
    FileVerdict told = verdict;
    held_back_.mark(told);
    next_.end_file(told);
}

}  // namespace daicho
