#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/text/nearest.hpp"
#include "tools/command.hpp"
#include "tools/gate/baseline_maker.hpp"
#include "tools/gate/gate_judge.hpp"
#include "tools/gate/gate_options.hpp"
#include "tools/gate/git_changes.hpp"
#include "tools/gate/run_history.hpp"
#include "tools/own_files.hpp"

namespace daicho {

namespace {

struct GateCheckOptions {
    std::vector<std::string> paths;
    ConfigChoice choice;
    std::string changed_since;
    bool show_values = false;
    bool no_baseline = false;
};

/// What is checked, and what was known before.
struct GatePlan {
    std::vector<GateFile> files;
    std::optional<Baseline> baseline;
    bool all = false;  ///< every file of the repository
};

/// What the files had at the reference counts as known.
Baseline baseline_of(const GateConfig& config, const GitChanges& git, const std::vector<GateFile>& files,
                     const Session& session) {
    GateRequest request{config, {}, present_day(), false};
    for (const GateFile& file : files) {
        if (git.before(file.name)) request.files.push_back(file);
    }
    request.bytes_of = [&git](const GateFile& file) { return git.before(file.name); };
    SuppressionUse suppressions(config.suppressions(), request.today);
    GateBaselineMaker maker;
    run_gate(request, session, suppressions, maker);
    return std::move(maker.baseline);
}

void refuse_without_baseline(const GateConfig& config, const GatePlan& plan) {
    for (const GateFile& file : plan.files) {
        const SettingMap map = config.map_of(file.name);
        for (const char* name : {"growth", "keep-columns"}) {
            const auto found = map.find(name);
            if (found == map.end() || found->second.values.front() == "false") continue;
            const std::string at = found->second.said + ": " + name;
            throw Error{ErrorKind::usage, at + " は基準と比べる設定です。baseline を決めてください。",
                        at + " compares with a baseline; set one (baseline)"};
        }
    }
}

GatePlan plan_of(const GateCheckOptions& options, const GateConfig& config, const GateSettings& run,
                 const Session& session) {
    GatePlan plan;
    plan.files = files_to_check(config, options.paths);
    if (plan.files.empty())
        throw Error{ErrorKind::usage,
                    "調べる表が一つもありません。指定したファイル名や files の型を確かめてください。",
                    "there is no table to check; look at the names given, or at the patterns of files"};
    plan.all = options.paths.empty() && options.changed_since.empty();
    if (!options.changed_since.empty()) {
        const GitChanges git(config.folder(), options.changed_since);
        plan.files = git.changed(plan.files);
        plan.baseline = baseline_of(config, git, plan.files, session);
    } else if (!run.baseline.empty() && !options.no_baseline) {
        plan.baseline.emplace(run.baseline);
    } else {
        refuse_without_baseline(config, plan);
    }
    return plan;
}

/// An entry that means no file is a slip, or of a file that is gone.
void tell_unused_entries(const GateConfig& config, const std::vector<GateFile>& files,
                         const Session& session) {
    std::vector<std::string> names;
    for (const GateFile& file : files) names.push_back(file.name);
    for (const auto& [place, patterns] : config.unused_entries(names)) {
        const std::string near(nearest(patterns, std::vector<std::string_view>(names.begin(), names.end())));
        session.talk << place.text()
                     << session.say(": 「" + patterns +
                                        "」に合うファイルがないので、この [[path]] は使われていません。" +
                                        (near.empty() ? "" : "「" + near + "」ではありませんか。"),
                                    ": no file matches '" + patterns + "', so this [[path]] has no effect" +
                                        (near.empty() ? "" : "; did you mean '" + near + "'?"))
                     << '\n';
    }
}

std::string counted(std::uint64_t number, const Session& session) {
    return std::to_string(number) + (session.language == Language::ja ? "件" : "");
}

void tell_totals(const GateTotals& totals, bool ratchet, std::uint64_t suppressed, bool failed,
                 const Session& session) {
    const auto count = [&](std::uint64_t number) { return counted(number, session); };
    session.out.flush();
    session.talk << session.say("調べたファイル ", "files: ") << count(totals.files)
                 << session.say("、レコード ", ", records: ") << count(totals.records)
                 << (ratchet ? session.say("、新しい指摘: 誤り ", ", new findings: errors ")
                             : session.say("、指摘: 誤り ", ", findings: errors "))
                 << count(totals.findings[2]) << session.say("、警告 ", ", warnings ")
                 << count(totals.findings[1]) << session.say("、情報 ", ", infos ")
                 << count(totals.findings[0]);
    if (ratchet) {
        session.talk << session.say("、前からある指摘 ", ", known ") << count(totals.known)
                     << session.say("、なくなった指摘 ", ", fixed ") << count(totals.fixed);
    }
    if (suppressed != 0) session.talk << session.say("、抑制 ", ", suppressed ") << count(suppressed);
    if (totals.failed_files != 0)
        session.talk << session.say("、読めないファイル ", ", unreadable files ")
                     << count(totals.failed_files);
    session.talk << '\n'
                 << (totals.failed_files != 0 ? session.say("結果: 調べられないファイルがあります。\n",
                                                            "result: some files could not be checked\n")
                     : failed                 ? session.say("結果: 不合格\n", "result: failed\n")
                                              : session.say("結果: 合格\n", "result: passed\n"));
}

Exit run_check(const GateCheckOptions& options, const Session& given) {
    const GateConfig config(options.paths.empty() ? "" : options.paths.front(), options.choice);
    if (config.file().empty() && options.paths.empty()) {
        throw Error{ErrorKind::usage,
                    "daicho.toml がありません。daicho init で作るか、調べるファイルを指定してください。",
                    "there is no daicho.toml; make one with daicho init, or name the files to check"};
    }
    const GateSettings run = config.settings_of("");
    const Session session = session_with_registry(given, run);
    GatePlan plan = plan_of(options, config, run, session);
    std::vector<NamedOutput> outputs = outputs_of(run.reports);
    outputs.push_back({"--history", run.history});
    require_own_files(paths_of(plan.files), outputs);
    ReportOptions report = run.report;
    report.show_values = options.show_values;
    report.only_findings = true;
    ReportSet reports(run.format, run.reports, report, session);
    GateRequest request{config, plan.files, present_day(), true, options.show_values};
    SuppressionUse suppressions(config.suppressions(), request.today);
    GateJudge judge(config, plan.baseline ? &*plan.baseline : nullptr, request.today, reports, session);
    const bool all_read = run_gate(request, session, suppressions, judge, &reports);
    judge.judge_suppressions(suppressions, plan.all);
    reports.finish();
    judge.tell_of_missing_models();
    if (plan.all) tell_unused_entries(config, plan.files, session);
    const bool passed = all_read && !judge.failed();
    if (!run.history.empty())
        add_to_history(run.history, request.today, present_commit(config.folder()), judge.totals(), passed);
    tell_totals(judge.totals(), plan.baseline.has_value(), suppressions.taken(), judge.failed(), session);
    if (!all_read) return Exit::failure;
    return judge.failed() ? Exit::findings : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_check(OptionList& list) {
    auto action = std::make_unique<ActionOf<GateCheckOptions>>(run_check);
    auto& options = action->options;
    list.arguments("PATH", options.paths,
                   {"調べるファイル、フォルダー、ファイル名の型（指定しなければ daicho.toml が決めるすべて）",
                    "Files, folders or patterns to check (otherwise all that daicho.toml names)"});
    list.text("--changed-since", "REF", options.changed_since,
              {"git のこのコミットから変わったファイルだけを調べ、そのときにはなかった指摘だけを失敗とする",
               "Check the files that changed since this commit of git; only findings that were not there "
               "then fail"});
    list.flag("--no-baseline", options.no_baseline, {"基準と比べない", "Do not compare with the baseline"});
    list.flag("--show-values", options.show_values,
              {"秘匿項目の値も表示する", "Show the values of confidential items"});
    add_config_choice(list, options.choice);
    add_setting_options(list, options.choice, {"files"});
    return action;
}

}  // namespace daicho
