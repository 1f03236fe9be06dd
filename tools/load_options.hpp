#pragma once

#include <string>
#include <vector>

#include "registries/builder/builder.hpp"
#include "tools/registry_options.hpp"
#include "tools/report_form.hpp"

namespace daicho {

/// What the commands that load publications into a registry share.
struct LoadOptions {
    std::vector<std::string> paths;
    std::vector<std::string> without;
    bool without_index = false;
    bool despite_gaps = false;
    ReportForm form = ReportForm::text;
};

/// The paths, whose meaning `paths` says, and the options. Gives that of the paths.
OptionSpec& add_load_options(OptionList& list, LoadOptions& options, BothTexts paths);

/// How the builder does it; it says on `progress` how far it is. All must outlive what is returned.
BuildOptions build_options(const LoadOptions& options, Progress& progress, const Session& session);

/// Says on standard error which files were refused and why; whether there were any.
bool tell_refused(const BuildReport& report, const Session& session);

/// Says on standard error of which of the `paths` that were named nothing was taken, and why.
void tell_unused(const BuildReport& report, const std::vector<std::string>& paths, const Session& session);

}  // namespace daicho
