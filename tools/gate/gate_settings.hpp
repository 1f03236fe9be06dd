#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/base/finding.hpp"
#include "models/dataset/check_options.hpp"
#include "models/reports/report.hpp"
#include "tools/fail_on.hpp"
#include "tools/option_list.hpp"
#include "tools/registry_knowledge.hpp"
#include "tools/report_set.hpp"
#include "tools/rule_selection.hpp"

namespace daicho {

/// How many findings there may be.
struct RuleLimit {
    std::string of;  ///< rules as `chooses` takes them, or "error", "warning", "info"
    bool share = false;
    double most = 0;  ///< findings; a share: of 100 records
};

/// What `check` does with a file, and with a run. How it may be said, in a file, the environment or an
/// option, is in `add_gate_settings`.
struct GateSettings {
    CheckOptions check;
    AddressUse addresses = AddressUse::check;
    bool corporations = true;

    RuleSelection rules;
    std::vector<std::pair<std::string, Severity>> severities;

    FailOn fail_on = FailOn::error;
    Level min_level = Level::none;
    std::vector<RuleLimit> max;
    std::string fresh_column;                   ///< header of a column of dates
    std::optional<std::uint32_t> fresh_days{};  ///< the newest of them may be so old
    std::optional<std::uint32_t>
        growth{};                      ///< per cent by which the number of records may differ from before
    std::vector<std::string> columns;  ///< headers that must be there
    bool keep_columns = false;         ///< no column of before may be missing

    // The run as a whole.
    std::vector<std::string> files, exclude;
    std::string baseline, history, cache = "on", registry;
    std::string format = "text";
    std::vector<ReportFile> reports;
    ReportOptions report;
};

/// Declares every setting as an option: `--model` is the setting `model`.
void add_gate_settings(OptionList& list, GateSettings& settings);

/// How a setting is written in a file.
enum class SettingForm : std::uint8_t {
    one,    ///< a text, number or truth value
    list,   ///< one or an array of them
    pairs,  ///< a table: set = {year = "2022"}
};

struct SettingName {
    std::string name;  ///< "fail-on"
    SettingForm form = SettingForm::one;
    bool of_run = false;   ///< said once, not for single paths
    bool is_path = false;  ///< of a file, seen from the file that says it
    std::string usual{};   ///< where nobody says anything; empty: nothing
};

/// All settings that files may make, in their order.
const std::vector<SettingName>& setting_names();

/// The environment variable of the setting: DAICHO_FAIL_ON.
std::string variable_of(std::string_view setting);

/// Carries `value` of the setting `name` into `settings`; of a pair it is "year=2022".
Complaint take_setting(GateSettings& settings, std::string_view name, const std::string& value);

}  // namespace daicho
