#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "models/dataset/fix.hpp"
#include "models/rules/message.hpp"
#include "tools/check_options.hpp"
#include "tools/command.hpp"
#include "tools/gate/rule_choice.hpp"
#include "tools/option_list.hpp"
#include "tools/output_stream.hpp"
#include "tools/registry_knowledge.hpp"
#include "tools/table_options.hpp"
#include "tools/validation.hpp"

namespace daicho {

namespace {

struct FixArguments {
    std::vector<std::string> files;
    std::string output;
    std::string record;
    bool in_place = false;
    bool diff = false;
    bool show_values = false;
    std::vector<std::string> select;
    FixRequest request;
    AddressUse addresses = AddressUse::check;
    bool corporations = true;
};

void require_one_way(const FixArguments& arguments) {
    const int ways =
        (arguments.in_place ? 1 : 0) + (arguments.diff ? 1 : 0) + (arguments.output.empty() ? 0 : 1);
    if (ways != 1) {
        throw Error{ErrorKind::usage,
                    "出力先を -o で指定するか、--in-place（元のファイルを直す）か "
                    "--diff（変更を見るだけ）のどれか一つを指定してください",
                    "say where to write with -o, or --in-place to change the file itself, or --diff to see "
                    "what would change"};
    }
    if (arguments.files.size() > 1 && (!arguments.output.empty() || !arguments.record.empty())) {
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

void write_whole(const std::string& path, const std::string& bytes) {
    OutputStream out(path);
    out << bytes;
    out.commit();
}

/// The record beside a file that is fixed in place: what `daicho patch` takes the fix back with. One of an
/// earlier fix is not overwritten: throws Error.
std::string record_path(const FixArguments& arguments, const std::string& file, const FixOutcome& outcome) {
    if (!arguments.record.empty()) return arguments.record;
    if (!arguments.in_place) return {};
    std::string path = file + ".undo" + (outcome.undo.starts_with('[') ? ".json" : ".csv");
    if (outcome.cells.empty() || !std::filesystem::exists(path)) return path;
    throw Error{ErrorKind::usage,
                path + ": 前の修正の記録があります。移すか、--record で別の名前を指定してください",
                path + ": the record of an earlier fix is there; move it, or name another with --record"};
}

void write_fix(const FixArguments& arguments, const std::string& file, const FixOutcome& outcome) {
    const std::string record = record_path(arguments, file, outcome);
    if (!record.empty() && !outcome.cells.empty()) write_whole(record, outcome.undo);
    if (!arguments.in_place) {
        write_whole(arguments.output, outcome.bytes);
    } else if (!outcome.cells.empty()) {
        write_whole(file, outcome.bytes);
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

Exit run_fix(const FixArguments& arguments, const Session& session) {
    require_one_way(arguments);
    FixRequest request = arguments.request;
    const Knowledge knowledge(registry_options(session));
    request.check.knowledge = knowledge.sources();
    if (arguments.addresses != AddressUse::check) request.check.knowledge.addresses = nullptr;
    if (!arguments.corporations) request.check.knowledge.corporations = nullptr;
    if (!arguments.select.empty())
        request.wanted = [&](const Finding& finding) { return chooses_one(arguments.select, finding.rule); };
    Models models;
    bool left = false;
    for (const std::string& file : arguments.files) {
        const FixOutcome outcome = fix(read_file(file), file, request, models);
        if (arguments.diff) {
            print_differences(file, outcome, arguments, session);
            left |= !outcome.cells.empty();
        } else {
            write_fix(arguments, file, outcome);
        }
        tell_fix(file, outcome, arguments, session);
        left |= outcome.errors_left > 0;
    }
    session.out.flush();
    warn_missing(knowledge, session);
    return left ? Exit::findings : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_fix(OptionList& list) {
    auto action = std::make_unique<ActionOf<FixArguments>>(run_fix);
    FixArguments& arguments = action->options;
    list.arguments("FILE", arguments.files, {"直す表（CSV、TSV、JSON）", "Tables to fix (CSV, TSV, JSON)"})
        .required();
    list.text("-o,--output", "OUT", arguments.output,
              {"出力先（- は標準出力）", "Where to write (-: standard output)"});
    list.flag("--in-place", arguments.in_place,
              {"元のファイルを直す。戻すための記録を FILE.undo.csv に書く",
               "Change the file itself; what takes it back is written to FILE.undo.csv"});
    list.flag("--diff", arguments.diff, {"書き出さず、変更だけを示す", "Show the changes; write nothing"});
    list.text("--record", "FILE", arguments.record,
              {"戻すための記録の書き出し先（daicho patch で元に戻す）",
               "Where to write what takes it back (by daicho patch)"});
    list.read("--select", "RULE",
              [&select = arguments.select](const std::string& given) {
                  return read_rule_choice(given, select.emplace_back());
              },
              {"この規則の指摘だけを直す（T250、T2 など。何度でも指定できる）",
               "Fix the findings of this rule only (T250, T2 ...), any number of times"})
        .repeats = true;
    list.flag("--show-values", arguments.show_values,
              {"秘匿項目の値も示す", "Show the values of confidential items"});
    add_model_choice(list, arguments.request.check.model);
    add_reference_use(list, arguments.addresses, arguments.corporations);
    add_value_check_options(list, arguments.request.check);
    add_read_options(list, arguments.request.check.read, "");
    return action;
}

}  // namespace daicho
