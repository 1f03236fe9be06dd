#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/text/counted.hpp"
#include "tools/command.hpp"
#include "tools/gate/baseline_maker.hpp"
#include "tools/gate/gate_options.hpp"
#include "tools/own_files.hpp"

namespace daicho {

namespace {

struct BaselineOptions {
    std::string action;
    std::vector<std::string> paths;
    std::string output;
    ConfigChoice choice;
};

/// Makes a baseline of what is still found of an earlier one.
class BaselinePruner final : public GateListener {
 public:
    explicit BaselinePruner(Baseline& earlier) : earlier_(earlier) { baseline.note_files_of(earlier); }

    Baseline baseline;

    void begin(const GateSettings&, const StoredCheck&) override {}
    void begin_file(const FileFacts& facts) override { file_ = facts.path; }
    void add(const Finding& finding) override {
        if (earlier_.take(file_, finding)) baseline.add(file_, finding);
    }
    void end_file(const FileVerdict&) override {}
    void fail_file(const std::string&, const BothTexts&) override {}

 private:
    Baseline& earlier_;
    std::string file_;
};

std::string output_of(const BaselineOptions& options, const GateSettings& run) {
    const std::string path = options.output.empty() ? run.baseline : options.output;
    if (!path.empty()) return path;
    throw Error{ErrorKind::usage,
                "基準のファイルを -o で指定するか、daicho.toml の baseline で決めてください。",
                "say where the baseline is: with -o, or baseline in daicho.toml"};
}

void check_files(const BaselineOptions& options, const GateConfig& config, const Session& session,
                 const std::string& output, GateListener& listener) {
    if (config.file().empty() && options.paths.empty())
        throw Error{ErrorKind::usage, "調べるファイルを指定してください（daicho.toml がありません）。",
                    "name the files to check (there is no daicho.toml)"};
    GateRequest request{config, files_to_check(config, options.paths), present_day()};
    require_own_files(paths_of(request.files), {{"-o", output}});
    SuppressionUse suppressions(config.suppressions(), request.today);
    if (run_gate(request, session, suppressions, listener)) return;
    throw Error{ErrorKind::input, "読めない表があるので、基準は書きませんでした。",
                "some tables could not be read, so no baseline was written"};
}

void write_baseline(const std::string& path, const Baseline& baseline) {
    OutputFile file(path);
    file.write(baseline.text());
    file.commit();
}

void create_baseline(const BaselineOptions& options, const GateConfig& config, const std::string& path,
                     const Session& session) {
    GateBaselineMaker maker;
    check_files(options, config, session, path, maker);
    write_baseline(path, maker.baseline);
    const std::uint64_t count = maker.baseline.size();
    session.talk << session.say("指摘 " + std::to_string(count) + "件を基準として書きました。\n",
                                "a baseline of " + counted(count, "finding") + " was written\n");
}

void prune_baseline(const BaselineOptions& options, const GateConfig& config, const std::string& path,
                    const Session& session) {
    if (!options.paths.empty())
        throw Error{ErrorKind::usage, "prune は基準のすべてのファイルを調べます。ファイルは指定できません。",
                    "prune checks all files of the baseline; name none"};
    Baseline earlier(path, Baseline::Versions::any);
    BaselinePruner pruner(earlier);
    const std::uint64_t before = earlier.size();
    BaselineOptions checked = options;
    if (config.file().empty()) checked.paths = earlier.files();
    check_files(checked, config, session, path, pruner);
    write_baseline(path, pruner.baseline);
    const std::uint64_t now = pruner.baseline.size();
    const std::uint64_t gone = before - now;
    const std::string left = std::to_string(now);
    session.talk << session.say(
        "なくなった指摘 " + std::to_string(gone) + "件を基準から除きました（残り " + left + "件）。\n",
        "taken out of the baseline, as they are gone: " + counted(gone, "finding") + " (" + left +
            " left)\n");
}

Exit run_baseline(const BaselineOptions& options, const Session& given) {
    if (options.action != "create" && options.action != "prune")
        refuse_unknown_word("", options.action, {"create", "prune"});
    const GateConfig config(options.paths.empty() ? "" : options.paths.front(), options.choice);
    const GateSettings run = config.settings_of("");
    const Session session = session_with_registry(given, run);
    const std::string path = output_of(options, run);
    if (options.action == "create") {
        create_baseline(options, config, path, session);
    } else {
        prune_baseline(options, config, path, session);
    }
    return Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_baseline(OptionList& list) {
    auto action = std::make_unique<ActionOf<BaselineOptions>>(run_baseline);
    auto& options = action->options;
    list.argument("ACTION", options.action,
                  {"create: 今ある指摘を基準として書く、prune: なくなった指摘を基準から除く",
                   "create: write down the findings there are; prune: take out those that are gone"})
        .required();
    list.arguments("PATH", options.paths,
                   {"調べるファイルやフォルダー（指定しなければ daicho.toml が決めるすべて）",
                    "Files or folders to check (otherwise all that daicho.toml names)"});
    list.text("-o,--output", "OUT", options.output,
              {"基準のファイル（指定しなければ daicho.toml の baseline。- は標準出力）",
               "File of the baseline (otherwise baseline of daicho.toml; -: standard output)"});
    add_config_choice(list, options.choice);
    add_setting_options(list, options.choice,
                        {"files", "baseline", "history", "format", "report", "max-findings", "max-per-rule",
                         "fail-on", "min-level", "max", "fresh-days", "growth", "columns", "keep-columns"});
    return action;
}

}  // namespace daicho
