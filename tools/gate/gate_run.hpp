#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tools/gate/check_cache.hpp"
#include "tools/gate/finding_sieve.hpp"
#include "tools/gate/gate_config.hpp"
#include "tools/gate/gate_paths.hpp"
#include "tools/report_set.hpp"
#include "tools/session.hpp"
#include "tools/validation.hpp"

namespace daicho {

/// Hears of the files that a gate checks, one after the other; of what its settings want to hear of.
class GateListener : public ValidationListener {
 public:
    /// Before `begin_file`. Both live until the next file.
    virtual void begin(const GateSettings& settings, const StoredCheck& noted) = 0;
};

/// What is checked.
struct GateRequest {
    const GateConfig& config;
    std::vector<GateFile> files;
    std::string today;  ///< YYYY-MM-DD
    bool cached = true;
    bool show_values = false;
    /// The bytes of a file where they are not those at its path; else null.
    std::function<std::optional<std::string>(const GateFile&)> bytes_of{};
};

/// Checks the files on all cores and tells in their order. `reports`, where there are any, get each table
/// again. Whether all could be read; what could not is told on standard error.
bool run_gate(const GateRequest& request, const Session& session, SuppressionUse& suppressions,
              GateListener& listener, ReportSet* reports = nullptr);

/// The session with the registry that the settings name, unless somebody named one.
Session session_with_registry(const Session& session, const GateSettings& settings);

/// The present day in Japan; that of SOURCE_DATE_EPOCH where it is set.
std::string present_day();

}  // namespace daicho
