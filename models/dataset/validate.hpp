#pragma once

#include <set>
#include <string>
#include <vector>

#include "models/dataset/check_listener.hpp"
#include "models/dataset/check_options.hpp"
#include "models/dataset/dataset_source.hpp"
#include "models/dataset/models.hpp"

namespace daicho {

/// Checks the dataset that `source` holds and tells `listener` what is found, record by record, in memory
/// that does not grow with the findings. Throws Error where the source cannot be read, or where there is no
/// such model, transformation or pattern.
void validate(DatasetSource source, const CheckOptions& options, Models& models, CheckListener& listener);

/// All that a check found, kept. Views live as long as this and the models.
struct CheckResult {
    FileFacts facts;
    std::vector<Finding> findings;
    FileVerdict verdict;
    std::set<std::string, std::less<>> texts;  ///< what the findings view

    CheckResult() = default;
    CheckResult(CheckResult&&) = default;
    CheckResult& operator=(CheckResult&&) = default;

    bool has(Severity severity) const;  ///< a finding of this severity
    /// What to tell a person about `finding`, a sentence.
    std::string message(const Finding& finding, Language language) const;
};

/// The same for a dataset of which all findings may be kept in memory.
CheckResult validate(DatasetSource source, const CheckOptions& options, Models& models);

}  // namespace daicho
