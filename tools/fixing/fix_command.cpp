#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "models/rules/message.hpp"
#include "tools/command.hpp"
#include "tools/fixing/fix_review.hpp"
#include "tools/fixing/fix_run.hpp"
#include "tools/fixing/fix_writer.hpp"
#include "tools/gate/gate_options.hpp"
#include "tools/gate/gate_run.hpp"
#include "tools/input_lines.hpp"
#include "tools/rule_choice.hpp"

namespace daicho {

namespace {

struct FixArguments {
    std::vector<std::string> files;
    FixTarget target;
    bool diff = false;
    bool review = false;
    bool no_baseline = false;
    bool show_values = false;
    std::vector<std::string> select;
    ConfigChoice choice;
};

void require_one_way(const FixArguments& arguments) {
    const int ways = (arguments.target.in_place ? 1 : 0) + (arguments.diff ? 1 : 0) +
                     (arguments.target.output.empty() ? 0 : 1);
    if (ways != 1) {
        throw Error{ErrorKind::usage,
                    "出力先を -o で指定するか、--in-place（元のファイルを直す）か "
                    "--diff（変更を見るだけ）のどれか一つを指定してください。",
                    "say where to write with -o, or --in-place to change the file itself, or --diff to see "
                    "what would change"};
    }
    if (arguments.review && arguments.diff) {
        throw Error{ErrorKind::usage, "--review と --diff は一緒に使えません",
                    "--review and --diff do not go together"};
    }
    if (arguments.files.size() > 1 &&
        (!arguments.target.output.empty() || !arguments.target.record.empty())) {
        throw Error{ErrorKind::usage,
                    "ファイルが複数のときは -o と --record は使えません（--in-place を使ってください）",
                    "with several files use --in-place; -o and --record are for one"};
    }
}

std::string where(const FixedCell& cell, const PlaceForm& places, const Session& session) {
    std::string place = place_text(places, cell.place, 0, {});
    if (!place.empty()) return place;
    const std::string line = std::to_string(cell.place.line);
    return session.language == Language::ja ? line + "行目" : "line " + line;
}

/// Each change as people compare texts: where, then the old line and the new one.
void print_differences(const std::string& file, const FixOutcome& outcome, const FixArguments& arguments,
                       const Session& session) {
    if (outcome.cells.empty()) return;
    session.out << "--- " << file << "\n+++ " << file << session.say("（修正後）", " (fixed)") << '\n';
    for (const FixedCell& cell : outcome.cells) {
        const bool hidden = cell.confidential && !arguments.show_values;
        const auto text = [&](const std::string& value) {
            return hidden ? std::string(masked_text) : shown(value, 300);
        };
        session.out << "@@ " << where(cell, outcome.places, session) << ' ' << shown(cell.header, 60) << " ("
                    << cell.rule.text << ") @@\n-" << text(cell.before) << "\n+" << text(cell.after) << '\n';
    }
}

void tell_fix(const std::string& file, const FixOutcome& outcome, const FixArguments& arguments,
              const Session& session) {
    const std::string cells = std::to_string(outcome.cells.size()),
                      left = std::to_string(outcome.errors_left);
    session.talk << file
                 << (arguments.diff ? session.say(": 直せるセル ", ": cells that can be fixed: ")
                                    : session.say(": 直したセル ", ": cells fixed: "))
                 << cells << session.say("、残る誤り ", "; errors left: ") << left;
    if (outcome.not_written > 0) {
        session.talk << session.say("、書き換えられないセル ", "; cells that cannot be written: ")
                     << std::to_string(outcome.not_written);
    }
    session.talk << '\n';
}

/// `--select` of the command line.
ReviewedTable::Wanted wanted_of(const FixArguments& arguments) {
    if (arguments.select.empty()) return {};
    return [&select = arguments.select](const Finding& finding) { return chooses_one(select, finding.rule); };
}

/// Whether errors are left.
bool fix_file(FixRun& run, const std::string& file, const FixArguments& arguments, const Session& session) {
    const FixOutcome outcome =
        run.fix_table(file, read_file(file), run.settings_of(file), wanted_of(arguments));
    if (arguments.diff) {
        print_differences(file, outcome, arguments, session);
    } else {
        write_fix(arguments.target, file, outcome);
    }
    tell_fix(file, outcome, arguments, session);
    return outcome.errors_left > 0 || (arguments.diff && !outcome.cells.empty());
}

/// Whether errors are left, or findings that nobody decided about.
bool review_files(FixRun& run, const FixArguments& arguments, const Session& session) {
    InputLine input;
    ReviewRequest request{arguments.target, arguments.show_values, !arguments.no_baseline,
                          wanted_of(arguments), [&] { return input.next(); }};
    bool left = false;
    for (const std::string& file : arguments.files) {
        const ReviewOutcome outcome = review_table(run, file, request, session);
        if (!outcome.written) return true;
        left |= !outcome.clean;
    }
    return left;
}

Exit run_fix(const FixArguments& arguments, const Session& given) {
    require_one_way(arguments);
    const GateConfig config(arguments.files.front(), arguments.choice);
    const Session session = session_with_registry(given, config.settings_of(""));
    FixRun run(config, session);
    bool left = false;
    if (arguments.review) {
        left = review_files(run, arguments, session);
    } else {
        for (const std::string& file : arguments.files) left |= fix_file(run, file, arguments, session);
    }
    session.out.flush();
    warn_missing(run.knowledge(), session);
    return left ? Exit::findings : Exit::clean;
}

void add_ways(OptionList& list, FixArguments& arguments) {
    list.text("-o,--output", "OUT", arguments.target.output,
              {"出力先（- は標準出力）", "Where to write (-: standard output)"});
    list.flag("--in-place", arguments.target.in_place,
              {"元のファイルを直す。戻すための記録を FILE.undo.csv に書く",
               "Change the file itself; what takes it back is written to FILE.undo.csv"});
    list.flag("--diff", arguments.diff, {"書き出さず、変更だけを示す", "Show the changes; write nothing"});
    list.flag("--review", arguments.review,
              {"指摘を一つずつ示し、修正・入力・承認・あとで、を尋ねる。途中でやめても、続きから始められる",
               "Ask about each finding: repair, enter a value, accept, skip; what was decided is kept, so "
               "that a review can be continued"});
    list.text("--record", "FILE", arguments.target.record,
              {"戻すための記録の書き出し先（daicho patch で元に戻す）",
               "Where to write what takes it back (by daicho patch)"});
}

}  // namespace

std::unique_ptr<Action> add_fix(OptionList& list) {
    auto action = std::make_unique<ActionOf<FixArguments>>(run_fix);
    FixArguments& arguments = action->options;
    list.arguments("FILE", arguments.files, {"直す表（CSV、TSV、JSON）", "Tables to fix (CSV, TSV, JSON)"})
        .required();
    add_ways(list, arguments);
    list.read("--select", "RULE",
              [&select = arguments.select](const std::string& given) {
                  return read_rule_choice(given, select.emplace_back());
              },
              {"この規則の指摘だけを直す（T250、T2 など。何度でも指定できる）",
               "Fix the findings of this rule only (T250, T2 ...), any number of times"})
        .repeats = true;
    list.flag(
        "--no-baseline", arguments.no_baseline,
        {"--review で、基準にある指摘も尋ねる", "With --review: ask about findings of the baseline too"});
    list.flag("--show-values", arguments.show_values,
              {"秘匿項目の値も示す", "Show the values of confidential items"});
    add_config_choice(list, arguments.choice);
    add_setting_options(
        list, arguments.choice,
        {"select",    "map",   "set",          "severity",   "files",        "exclude",      "baseline",
         "history",   "cache", "format",       "report",     "max-findings", "max-per-rule", "fail-on",
         "min-level", "max",   "fresh-column", "fresh-days", "growth",       "columns",      "keep-columns"});
    return action;
}

}  // namespace daicho
