#pragma once

#include <string>
#include <vector>

#include "registries/audit/registry_info.hpp"
#include "registries/audit/registry_verifier.hpp"
#include "registries/builder/builder.hpp"
#include "registries/quality/quality.hpp"
#include "tools/report_form.hpp"
#include "tools/session.hpp"

namespace daicho {

// Texts and JSON of what `build`, `update`, `info` and `verify` found out.

struct InfoReportOptions {
    ReportForm form = ReportForm::text;
    bool files = false;       ///< each file with its counts
    bool rejections = false;  ///< each row that was not taken
};

std::string info_text(const RegistryInfo& info, const std::vector<RegistryInfo::Rejection>& rejected,
                      const InfoReportOptions& options, const Session& session);
std::string info_json(const RegistryInfo& info, const std::vector<RegistryInfo::Rejection>& rejected);

std::string verification_text(const std::vector<Verification>& found, const Session& session);
std::string verification_json(const std::vector<Verification>& found,
                              const std::vector<QualityReport>& quality, const Session& session);

/// What came of the files of a `build` or `update`.
std::string build_text(const BuildReport& report, const Session& session);
std::string build_json(const BuildReport& report);

}  // namespace daicho
