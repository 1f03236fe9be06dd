#include <algorithm>
#include <limits>
#include <string>

#include "registries/quality/quality.hpp"
#include "registries/registry_verifier.hpp"
#include "tools/command.hpp"
#include "tools/fail_on.hpp"
#include "tools/options.hpp"
#include "tools/quality_report.hpp"
#include "tools/registry_options.hpp"
#include "tools/registry_report.hpp"

namespace daicho {

namespace {

struct VerifyOptions {
    RegistryReportForm form = RegistryReportForm::text;
    FailOn fail_on = FailOn::error;
    bool list = false;
};

constexpr std::size_t shown_remarks = 3;

bool is_wrong(const std::vector<Verification>& found, FailOn fail_on) {
    return std::ranges::any_of(found, [&](const Verification& one) {
        const bool error = one.kind == Verification::Kind::error;
        return one.wrong > 0 && fails(fail_on, error ? Severity::error : Severity::warning);
    });
}

bool is_wrong(const std::vector<QualityReport>& quality, FailOn fail_on) {
    return std::ranges::any_of(quality, [&](const QualityReport& one) {
        return one.remarks.found() > 0 && fails(fail_on, one.check->severity);
    });
}

Exit verify(const VerifyOptions& options, const Session& session) {
    const Registry registry(named_registry(session));
    const auto found = verify_registry(registry);
    const auto quality =
        inspect_quality(registry, options.list ? std::numeric_limits<std::size_t>::max() : shown_remarks);
    session.out << (options.form == RegistryReportForm::json
                        ? verification_json(found, quality, session)
                        : verification_text(found, session) + quality_text(quality, session));
    return is_wrong(found, options.fail_on) || is_wrong(quality, options.fail_on) ? Exit::findings
                                                                                  : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_verify(CLI::App& app, const Session& session) {
    auto action = std::make_unique<ActionOf<VerifyOptions>>(verify);
    VerifyOptions& options = action->options;
    add_registry_report_form(app, options.form, session);
    add_fail_on(app, options.fail_on, session);
    app.add_flag(
        "--list", options.list,
        std::string(session.say("公表データの疑わしい行をすべて挙げる（既定は検査ごとに 3 件）",
                                "List every doubtful row of the publications (default: 3 of each check)")));
    return action;
}

}  // namespace daicho
