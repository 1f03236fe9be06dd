#pragma once

#include <cstdint>
#include <optional>

#include "models/reports/report.hpp"
#include "models/rules/tally.hpp"

namespace daicho {

/// Decides which findings of a file are listed, and counts them all.
class Listing {
 public:
    static constexpr std::uint64_t usual_findings = 1000;

    explicit Listing(const ReportOptions& options)
        : max_findings_(options.max_findings.value_or(usual_findings)),
          max_per_rule_(options.max_per_rule.value_or(0)) {}

    /// Counts `finding`; the line of the tally where it is to be listed, else nothing.
    std::optional<std::size_t> admit(const Finding& finding) {
        const std::size_t line = tally_.add(finding);
        if (max_findings_ != 0 && listed_ >= max_findings_) return std::nullopt;
        if (max_per_rule_ != 0 && tally_.line(line).count > max_per_rule_) return std::nullopt;
        ++listed_;
        return line;
    }

    const Tally& tally() const { return tally_; }
    std::uint64_t listed() const { return listed_; }

 private:
    std::uint64_t max_findings_;
    std::uint64_t max_per_rule_;  // in each column
    Tally tally_;
    std::uint64_t listed_ = 0;
};

}  // namespace daicho
