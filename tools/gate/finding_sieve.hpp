#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/dataset/check_listener.hpp"
#include "tools/gate/gate_config.hpp"
#include "tools/gate/stored_check.hpp"
#include "tools/rule_selection.hpp"

namespace daicho {

/// What was made of the suppressions so far.
class SuppressionUse {
 public:
    /// `today` is YYYY-MM-DD. `suppressions` must outlive it.
    SuppressionUse(const std::vector<Suppression>& suppressions, std::string today);

    /// Those that ask for a key, in their order; `StoredCheck::suppressed` is about these.
    const std::vector<Suppression>& keyed() const { return keyed_; }
    /// Those that are about the file are looked at from now on.
    void begin_file(const std::string& name, const StoredCheck& noted);
    /// Whether one of them lets the finding pass.
    bool takes(const Finding& finding);
    bool expired(std::size_t index) const;
    bool used(std::size_t index) const { return used_[index]; }
    std::uint64_t taken() const { return taken_; }

 private:
    struct Entry {
        const Suppression* suppression;
        std::size_t index;
        const std::vector<std::uint64_t>* records;  // null: any
    };

    const std::vector<Suppression>& suppressions_;
    std::string today_;
    std::vector<Suppression> keyed_;
    std::vector<Entry> here_;
    std::vector<bool> used_;
    std::uint64_t taken_ = 0;
};

/// Hands on what the settings want to hear of: rules that are selected, with the severity that is wished, and
/// not suppressed.
class FindingSieve final : public CheckListener {
 public:
    FindingSieve(const GateSettings& settings, SuppressionUse& suppressions, CheckListener& next)
        : settings_(settings), suppressions_(suppressions), next_(next) {}

    void begin_file(const FileFacts& facts) override {
        held_back_.begin_file();
        next_.begin_file(facts);
    }
    void add(const Finding& finding) override;
    void end_file(const FileVerdict& verdict) override;

 private:
    const GateSettings& settings_;
    SuppressionUse& suppressions_;
    CheckListener& next_;
    HeldBack held_back_;
};

}  // namespace daicho
