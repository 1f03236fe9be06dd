#include <algorithm>
#include <string>
#include <vector>

#include "grammars/formats/rule_ids.hpp"
#include "models/dataset/profile.hpp"
#include "tools/command.hpp"
#include "tools/option_list.hpp"
#include "tools/profile_report.hpp"
#include "tools/registry_knowledge.hpp"
#include "tools/report_form.hpp"
#include "tools/table_inputs.hpp"
#include "tools/table_notes.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

struct ProfileOptions {
    std::vector<std::string> inputs;
    ReportForm form = ReportForm::text;
    ReadOptions read;
};

/// Whether something of the file is in no record, or could not be read.
bool loses_text(const TableFacts& table) {
    return table.records == table.blank_records ||
           std::any_of(table.first.begin(), table.first.end(), [](const Finding& finding) {
               return finding.rule == rules::empty_file || finding.rule == rules::invalid_bytes ||
                      finding.rule == rules::skipped_lines;
           });
}

Exit run_profile(const ProfileOptions& options, const Session& session) {
    if (options.inputs.empty()) require_input({});
    Models models;
    bool told = false;
    bool lost = false;
    const auto tell = [&](DatasetSource source) {
        const DatasetProfile found =
            profile(std::move(source), options.read, {.addresses = &Knowledge::places()}, models);
        if (told && options.form == ReportForm::text) session.out << '\n';
        session.out << (options.form == ReportForm::json ? profile_json(found, session)
                                                         : profile_text(found, session));
        told = true;
        lost = lost || loses_text(found.table);
    };
    const bool all_read = for_each_table(options.inputs, session, tell, [](const auto&, const auto&) {});
    if (!all_read) return Exit::failure;
    return lost ? Exit::findings : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_profile(OptionList& list) {
    auto action = std::make_unique<ActionOf<ProfileOptions>>(run_profile);
    ProfileOptions& options = action->options;
    list.arguments("FILE", options.inputs,
                   {"表のファイル。フォルダーならその中のすべて（- は標準入力）",
                    "Table files, or folders of them (-: standard input)"});
    add_report_form(list, options.form);
    add_read_options(list, options.read, "");
    return action;
}

}  // namespace daicho
