#include <algorithm>
#include <string>

#include "registries/registry_verifier.hpp"
#include "tools/command.hpp"
#include "tools/options.hpp"
#include "tools/registry_options.hpp"
#include "tools/registry_report.hpp"

namespace daicho {

namespace {

struct VerifyOptions {
    RegistryReportForm form = RegistryReportForm::text;
};

Exit verify(const VerifyOptions& options, const Session& session) {
    const Registry registry(named_registry(session));
    const auto found = verify_registry(registry);
    session.out << (options.form == RegistryReportForm::json ? verification_json(found)
                                                             : verification_text(found, session));
    const bool broken = std::ranges::any_of(found, [](const Verification& one) {
        return one.kind == Verification::Kind::error && one.wrong > 0;
    });
    return broken ? Exit::findings : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_verify(CLI::App& app, const Session& session) {
    auto action = std::make_unique<ActionOf<VerifyOptions>>(verify);
    add_registry_report_form(app, action->options.form, session);
    return action;
}

}  // namespace daicho
