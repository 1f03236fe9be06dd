#pragma once

#include <functional>
#include <memory>
#include <string>

#include "models/dataset/fix.hpp"
#include "models/dataset/models.hpp"
#include "tools/gate/finding_sieve.hpp"
#include "tools/gate/gate_config.hpp"
#include "tools/gate/gate_paths.hpp"
#include "tools/registry_knowledge.hpp"

namespace daicho {

/// What the fixes of a run have in common: settings, registry, models.
class FixRun {
 public:
    /// `session` must outlive it.
    FixRun(const GateConfig& config, const Session& session);

    /// How the table at `path` is checked. Throws Error where the settings map its columns: a table that is
    /// fixed keeps them.
    GateSettings settings_of(const std::string& path) const;
    /// All that a check of the table finds, with the values of confidential items.
    void check(const std::string& path, const std::string& bytes, const GateSettings& settings,
               StoredCheck& into);
    /// Fixes the table; what is ignored or suppressed is left alone.
    FixOutcome fix_table(const std::string& path, const std::string& bytes, const GateSettings& settings,
                         const std::function<bool(const Finding&)>& wanted);

    const GateConfig& config() const { return config_; }
    const Knowledge& knowledge() const { return knowledge_; }
    const std::string& today() const { return today_; }

 private:
    CheckOptions options_for(const GateSettings& settings) const;

    const GateConfig& config_;
    std::string today_;
    Knowledge knowledge_;
    Models models_;
};

}  // namespace daicho
