#include <string>

#include "registries/audit/registry_info.hpp"
#include "tools/command.hpp"
#include "tools/option_list.hpp"
#include "tools/registry_options.hpp"
#include "tools/registry_report.hpp"

namespace daicho {

namespace {

Exit info(const InfoReportOptions& options, const Session& session) {
    const Registry registry(named_registry(session));
    const RegistryInfo found = registry_info(registry);
    const bool json = options.form == ReportForm::json;
    const auto rejected =
        json || options.rejections ? rejections(registry) : std::vector<RegistryInfo::Rejection>{};
    session.out << (json ? info_json(found, rejected) : info_text(found, rejected, options, session));
    return Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_info(OptionList& list) {
    auto action = std::make_unique<ActionOf<InfoReportOptions>>(info);
    InfoReportOptions& options = action->options;
    list.flag("--files", options.files, {"調べたファイルをすべて一覧する", "List every file that was read"});
    list.flag("--rejections", options.rejections,
              {"取り込まなかった行を理由とともに一覧する",
               "List the rows that were not taken in, with the reason"});
    add_report_form(list, options.form);
    return action;
}

}  // namespace daicho
