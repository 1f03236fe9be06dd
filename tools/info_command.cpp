#include <string>

#include "registries/registry_info.hpp"
#include "tools/command.hpp"
#include "tools/options.hpp"
#include "tools/registry_options.hpp"
#include "tools/registry_report.hpp"

namespace daicho {

namespace {

Exit info(const InfoReportOptions& options, const Session& session) {
    const Registry registry(named_registry(session));
    const RegistryInfo found = registry_info(registry);
    const bool json = options.form == RegistryReportForm::json;
    const auto rejected =
        json || options.rejections ? rejections(registry) : std::vector<RegistryInfo::Rejection>{};
    session.out << (json ? info_json(found, rejected) : info_text(found, rejected, options, session));
    return Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_info(CLI::App& app, const Session& session) {
    auto action = std::make_unique<ActionOf<InfoReportOptions>>(info);
    InfoReportOptions& options = action->options;
    app.add_flag(
        "--files", options.files,
        std::string(session.say("見たファイルをすべて一覧する", "list every file that was looked at")));
    app.add_flag("--rejections", options.rejections,
                 std::string(session.say("収めなかった行を理由とともに一覧する",
                                         "list the rows that were not taken, with the reason")));
    add_registry_report_form(app, options.form, session);
    return action;
}

}  // namespace daicho
