#include <string>
#include <vector>

#include "registries/builder/builder.hpp"
#include "registries/store/registry.hpp"
#include "tools/command.hpp"
#include "tools/load_options.hpp"
#include "tools/registry_report.hpp"
#include "tools/text_table.hpp"

namespace daicho {

namespace {

struct BuildCommandOptions {
    LoadOptions load;
    std::string output;
    bool list = false;
};

Exit list_sources(const Session& session) {
    TextTable table({"id", std::string(session.say("公表データ", "publication")),
                     std::string(session.say("公表者", "publisher")),
                     std::string(session.say("利用条件", "licence")),
                     std::string(session.say("表", "tables"))});
    for (const Source& source : sources()) {
        std::string tables;
        for (const Layout& layout : source.layouts)
            tables += (tables.empty() ? "" : ", ") + std::string(layout.table);
        table.add({std::string(source.id), std::string(source.title.in(session.language)),
                   std::string(source.publisher), std::string(source.licence), tables});
    }
    session.out << table.text();
    return Exit::clean;
}

Exit build(const BuildCommandOptions& options, const Session& session) {
    if (options.list) return list_sources(session);
    if (options.load.paths.empty()) {
        throw Error{
            ErrorKind::usage,
            "公表データのあるフォルダーかファイルを指定してください（daicho build -o 台帳ファイル パス…）",
            "name folders or files with publications (daicho build -o REGISTRY PATH…)"};
    }
    if (options.output.empty()) {
        throw Error{ErrorKind::usage, "書き出す台帳ファイルの名前を -o で指定してください",
                    "name the registry to write with -o"};
    }
    Progress progress(session);
    const BuildOptions work = build_options(options.load, progress, session);
    const BuildReport report = build_registry(options.output, options.load.paths, work);
    progress.clear();
    session.out << (options.load.form == ReportForm::json ? build_json(report) : build_text(report, session));
    tell_unused(report, options.load.paths, session);
    return tell_refused(report, session) ? Exit::findings : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_build(OptionList& list) {
    auto action = std::make_unique<ActionOf<BuildCommandOptions>>(build);
    BuildCommandOptions& options = action->options;
    list.text("-o,--output", "FILE", options.output, {"書き出す台帳ファイル", "Registry file to write"});
    add_load_options(
        list, options.load,
        {"公表データ（フォルダー、zip、gz、ファイル）", "Publications (folders, zips, gz, files)"});
    list.flag("--list", options.list,
              {"扱える公表データを一覧する", "List the publications that can be read"});
    return action;
}

}  // namespace daicho
