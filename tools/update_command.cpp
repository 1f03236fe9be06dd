#include <array>
#include <string>
#include <vector>

#include "grammars/text/counted.hpp"
#include "models/engine/change.hpp"
#include "registries/builder/builder.hpp"
#include "tools/command.hpp"
#include "tools/load_options.hpp"
#include "tools/registry_report.hpp"

namespace daicho {

namespace {

struct UpdateOptions {
    LoadOptions load;
    bool changes = false;
};

std::string counts_text(const std::array<std::size_t, 3>& counts, const Session& session) {
    const auto number = [&](Change::Op op) {
        return grouped(static_cast<std::int64_t>(counts[static_cast<std::size_t>(op)]));
    };
    const std::string added = number(Change::Op::added), removed = number(Change::Op::removed),
                      changed = number(Change::Op::changed);
    return std::string(
        session.say("変更: 追加 " + added + "、削除 " + removed + "、変更 " + changed + "\n",
                    "Changes: " + added + " added, " + removed + " removed, " + changed + " changed\n"));
}

Exit update(const UpdateOptions& options, const Session& session) {
    const std::string path = named_registry(session);
    Progress progress(session);
    const BuildOptions work = build_options(options.load, progress, session);
    std::array<std::size_t, 3> counts{};
    std::string lines;
    const BuildReport report = update_registry(path, options.load.paths, work, [&](const Change& change) {
        ++counts[static_cast<std::size_t>(change.op)];
        if (options.changes) lines += change_json(change);
    });
    progress.clear();
    if (options.changes) {
        session.out << lines;
    } else if (options.load.form == ReportForm::json) {
        session.out << build_json(report);
    } else {
        session.out << build_text(report, session) << counts_text(counts, session);
    }
    tell_unused(report, options.load.paths, session);
    const bool refused = tell_refused(report, session);
    if (!report.changed && !refused) {
        session.talk << session.say(
            "台帳ファイルより新しいものはありませんでした。台帳ファイルはそのままです。\n",
            "Nothing here is newer than the registry, which stays as it is.\n");
    }
    return refused ? Exit::findings : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_update(OptionList& list) {
    auto action = std::make_unique<ActionOf<UpdateOptions>>(update);
    UpdateOptions& options = action->options;
    add_load_options(list, options.load,
                     {"新しい版や差分の公表データ", "Newer editions of publications, and difference files"})
        .required();
    list.flag("--changes", options.changes,
              {"変更を 1 行に 1 件の JSON で書く", "Write each change as a line of JSON"});
    return action;
}

}  // namespace daicho
