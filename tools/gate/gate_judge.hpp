#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tools/baseline.hpp"
#include "tools/gate/gate_run.hpp"

namespace daicho {

/// What a run found, in numbers.
struct GateTotals {
    std::uint64_t files = 0, records = 0, failed_files = 0;
    std::array<std::uint64_t, 3> findings{};                  ///< that were told, in the order of Severity
    std::uint64_t known = 0, fixed = 0;                       ///< with a baseline
    std::map<std::string, std::uint64_t, std::less<>> rules;  ///< all findings by rule, known ones too
    std::array<std::uint64_t, 4> levels{};                    ///< files by level, in the order of Level
};

/// Decides whether a run passes: passes findings on to the reports and adds those of the P rules.
class GateJudge final : public GateListener {
 public:
    /// `baseline` is null where there is none. All must outlive it.
    GateJudge(const GateConfig& config, Baseline* baseline, std::string today, Report& reports,
              const Session& session);

    void begin(const GateSettings& settings, const StoredCheck& noted) override;
    void begin_file(const FileFacts& facts) override;
    void add(const Finding& finding) override;
    void end_file(const FileVerdict& verdict) override;
    void hold_back(const Finding& finding) override;
    void fail_file(const std::string& path, const BothTexts& why) override;
    /// Tells which suppressions are over or, where `all` files were checked, of no use.
    void judge_suppressions(const SuppressionUse& use, bool all);

    /// Says on standard error which files no model fits.
    void tell_of_missing_models() const;

    bool failed() const { return failed_; }
    const GateTotals& totals() const { return totals_; }

 private:
    Finding of_gate(RuleId rule);
    std::string_view keep(std::string text);
    void report(const Finding& finding);
    void break_gate(const Finding& finding);
    bool is_limited(const Finding& finding) const;
    std::uint64_t count_of(const RuleLimit& limit) const;
    void judge_level(const FileVerdict& verdict);
    void judge_limits(const FileVerdict& verdict);
    void judge_freshness();
    void judge_state(const FileVerdict& verdict);
    void judge_column(const std::string& header);

    const GateConfig& config_;
    Baseline* baseline_;
    std::string today_;
    Report& reports_;
    const Session& session_;
    GateSettings settings_;
    std::string file_, newest_;
    std::vector<std::string> headers_;
    bool fits_none_ = false;
    std::vector<std::string> without_model_;                   // files that no model fits
    std::map<std::string, std::uint64_t, std::less<>> rules_;  // of the file
    std::array<std::uint64_t, 3> severities_{};                // of the file
    std::deque<std::string> texts_;                            // what findings view
    GateTotals totals_;
    std::uint64_t known_before_ = 0;  ///< in files before this one
    bool failed_ = false;
};

}  // namespace daicho
