#include <string>

#include "models/dataset/profile.hpp"
#include "tools/command.hpp"
#include "tools/known_places.hpp"
#include "tools/option_list.hpp"
#include "tools/profile_report.hpp"
#include "tools/report_form.hpp"
#include "tools/table_notes.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

struct ProfileOptions {
    std::string input;
    ReportForm form = ReportForm::text;
    ReadOptions read;
};

Exit run_profile(const ProfileOptions& options, const Session& session) {
    Models models;
    const DatasetProfile found = profile(file_source(require_input(options.input)), options.read,
                                         {.addresses = &known_places()}, models);
    session.out << (options.form == ReportForm::json ? profile_json(found, session)
                                                     : profile_text(found, session));
    return found.table.records == 0 ? Exit::findings : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_profile(OptionList& list) {
    auto action = std::make_unique<ActionOf<ProfileOptions>>(run_profile);
    ProfileOptions& options = action->options;
    list.argument("FILE", options.input, {"表のファイル（- は標準入力）", "Table file (-: standard input)"});
    add_report_form(list, options.form);
    add_read_options(list, options.read, "");
    return action;
}

}  // namespace daicho
