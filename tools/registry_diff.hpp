#pragma once

#include <functional>
#include <string>

#include "models/comparison/comparison.hpp"
#include "models/comparison/reports/difference_report.hpp"

namespace daicho {

/// Two registries that are compared.
struct RegistryPair {
    const std::string& before;
    const std::string& after;
    const std::string& table;  ///< the only one that is wanted; empty: all
    const DifferenceForm& form;
};

using CompareTables = std::function<void(const ComparedTable& before, const ComparedTable& after,
                                         const ComparisonRequest& request, const DifferenceStyle& style)>;

/// Compares what the registries were made of, then each of their tables by its key: those that say the same
/// are passed over. Throws Error where several tables would go into a form that holds one, or where neither
/// has the table that is wanted.
void compare_registries(const RegistryPair& pair, ComparisonRequest request, DifferenceStyle style,
                        const CompareTables& compare);

}  // namespace daicho
