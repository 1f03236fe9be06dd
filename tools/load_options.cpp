#include "tools/load_options.hpp"

#include "tools/index_talk.hpp"

namespace daicho {

CLI::Option* add_load_options(CLI::App& app, LoadOptions& options, std::string_view paths,
                              const Session& session) {
    CLI::Option* const named = add_texts(app, "paths", options.paths, paths)->type_name("PATH");
    add_texts(app, "--without", options.without,
              session.say("この出典を除く（id は daicho build --list に）",
                          "leave this source out (ids: daicho build --list)"))
        ->type_name("SOURCE");
    app.add_flag(
        "--without-index", options.without_index,
        std::string(session.say("住所の索引を作らない（要るときに作られる）",
                                "do not make the index of addresses (it is made when it is wanted)")));
    app.add_flag("--despite-gaps", options.despite_gaps,
                 std::string(session.say(
                     "前の開庁日の差分が欠けていても、法人番号の差分を収める",
                     "take differences of corporate numbers though those of days before are missing")));
    add_registry_report_form(app, options.form, session);
    return named;
}

BuildOptions build_options(const LoadOptions& options, Progress& progress, const Session& session) {
    BuildOptions work;
    work.without = options.without;
    work.refuse_gaps = !options.despite_gaps;
    work.progress = [&](const std::string& name, std::size_t done, std::size_t all) {
        progress.show(name, done, all);
    };
    work.index = !options.without_index;
    work.index_progress = index_progress(progress, session);
    return work;
}

bool tell_refused(const BuildReport& report, const Session& session) {
    for (const FileReport& file : report.refused) {
        session.talk << file.name << ": " << session.say(file.note.ja, file.note.en) << '\n';
    }
    return !report.refused.empty();
}

}  // namespace daicho
