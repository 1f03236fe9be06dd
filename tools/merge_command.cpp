#include <filesystem>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/csv_cell.hpp"
#include "grammars/formats/table_reader.hpp"
#include "models/comparison/compared_file.hpp"
#include "models/merging/merge.hpp"
#include "registries/embedded/place_history.hpp"
#include "tools/change_conflicts.hpp"
#include "tools/command.hpp"
#include "tools/output_stream.hpp"
#include "tools/own_files.hpp"
#include "tools/registry_knowledge.hpp"
#include "tools/scratch_name.hpp"
#include "tools/table_options.hpp"
#include "tools/undo_file.hpp"

namespace daicho {

namespace {

struct MergeOptions {
    std::string base, ours, theirs, output, conflicts, record, newest_by;
    std::string model = "auto";
    std::vector<std::string> key;
    MergePolicy policy = MergePolicy::neither;
    bool show_values = false;
    ReadOptions read;
};

MergeRequest request_of(const MergeOptions& options) {
    MergeRequest request;
    request.policy = options.policy;
    request.newest_by = options.newest_by;
    if ((options.policy == MergePolicy::newest) == options.newest_by.empty()) {
        throw Error{ErrorKind::usage, "--prefer newest と --newest-by（日付の列）は一緒に指定してください",
                    "--prefer newest and --newest-by, the column of dates, go together"};
    }
    request.comparison.model = options.model;
    request.comparison.key = options.key;
    request.comparison.history = &embedded_place_history();
    return request;
}

void tell_merge(const MergeOutcome& outcome, const Session& session) {
    std::string key;
    for (const std::string& header : outcome.key) key += (key.empty() ? "" : ", ") + header;
    const ApplyOutcome& applied = outcome.applied;
    const std::string settled = std::to_string(applied.conflicts.size() - applied.open()),
                      open = std::to_string(applied.open()), ours = std::to_string(outcome.ours_changed),
                      theirs = std::to_string(outcome.theirs_changed);
    session.talk << session.say("キー: " + key + "、変わったレコード こちら " + ours + "・相手 " + theirs +
                                    "、方針で決めた競合 " + settled + "、残った競合 " + open + "\n",
                                "Key: " + key + "; records changed by ours: " + ours + ", by theirs: " +
                                    theirs + "; conflicts settled: " + settled + ", left: " + open + "\n");
}

bool is_empty_file(const std::string& path) {
    std::error_code failed;
    return std::filesystem::is_regular_file(path, failed) && std::filesystem::file_size(path, failed) == 0;
}

/// The base. An empty file is none at all: git gives it where both sides added the table. Then it has the
/// columns of ours and no record.
ComparedTable base_of(const MergeOptions& options) {
    if (is_empty_file(options.base)) {
        const auto ours = open_table(options.ours, options.read);
        std::string header;
        for (std::size_t i = 0; i < ours->columns() && ours->has_header(); ++i) {
            if (i > 0) header += ',';
            append_csv_cell(header, ours->header()[i]);
        }
        if (!header.empty()) return compared_bytes(header + "\n", options.base + ".csv");
    }
    return compared_file(options.base, options.read);
}

/// What to do about conflicts that are left.
void tell_how_to_settle(const MergeOptions& options, const Session& session) {
    const bool listed = !options.conflicts.empty() && options.conflicts != "-";
    if (listed) {
        session.talk << session.say("競合を " + options.conflicts + " に書きました。",
                                    "The conflicts are in " + options.conflicts + ". ");
    }
    session.talk << session.say(
        "競合したところには、こちらの内容が入っています。表を直すか、--prefer で採る側を決めてください。\n",
        "Where the sides differ the result has ours; correct the table, or say with --prefer who wins.\n");
}

Exit run_merge(const MergeOptions& options, const Session& session) {
    MergeRequest request = request_of(options);
    const Knowledge knowledge(registry_options(session));
    request.comparison.knowledge = knowledge.sources();
    const ScratchName scratch("daicho-merge");
    request.comparison.scratch = scratch.name();
    require_own_files({options.base, options.ours, options.theirs, options.output},
                      {{"--conflicts", options.conflicts}});
    const UndoKeeper undo(options.record, "merge", options.ours, options.output);
    Models models;
    const MergeOutcome outcome = merge_tables(
        base_of(options), compared_file(options.ours, options.read),
        compared_file(options.theirs, options.read), request, models,
        [&](const Dialect& dialect) { return create_table(options.output, dialect, dialect.encoding); });
    undo.write();
    tell_conflicts(outcome.applied, outcome.theirs, session, options.show_values);
    tell_merge(outcome, session);
    if (!options.conflicts.empty() && !outcome.applied.conflicts.empty()) {
        OutputStream out(options.conflicts);
        out << conflicts_csv(outcome.applied, outcome.theirs, options.show_values);
        out.commit();
    }
    if (outcome.applied.open() != 0) tell_how_to_settle(options, session);
    return outcome.applied.open() == 0 ? Exit::clean : Exit::findings;
}

}  // namespace

std::unique_ptr<Action> add_merge(OptionList& list) {
    auto action = std::make_unique<ActionOf<MergeOptions>>(run_merge);
    MergeOptions& options = action->options;
    list.argument("BASE", options.base, {"元の表", "Table that both sides were made of"}).required();
    list.argument("OURS", options.ours, {"こちらの表", "Our table"}).required();
    list.argument("THEIRS", options.theirs, {"相手の表", "Their table"}).required();
    list.text("-o,--output", "OUT", options.output,
              {"出力先（- は標準出力）", "Where to write (-: standard output)"})
        .required();
    list.texts("--key", "A,B", options.key,
               {"レコードを対応付けるキーの列（指定しなければモデルのキー、なければ値が重ならない列）",
                "Columns that tell records apart (otherwise the key of the model, or columns in which no two "
                "records are equal)"})
        .separated_by(',');
    list.choice(
        "--prefer", options.policy,
        {{"neither", MergePolicy::neither},
         {"ours", MergePolicy::ours},
         {"theirs", MergePolicy::theirs},
         {"newest", MergePolicy::newest},
         {"valid", MergePolicy::valid}},
        {"競合したときにどちらを採るか（既定は neither: こちらの値のままにして知らせる。\n"
         "newest は日付の新しい側、valid は検査に合う側）",
         "Who wins a conflict (default: neither; ours stays and is told. newest: the record with the\n"
         "later date, valid: the value that the check takes)"});
    list.text("--newest-by", "COLUMN", options.newest_by,
              {"--prefer newest が見る日付の列", "Column of dates for --prefer newest"});
    list.text("--conflicts", "FILE", options.conflicts,
              {"競合を三つの値とともに書く表（CSV）", "Table for the conflicts with all three values (CSV)"});
    list.text("--record", "FILE", options.record,
              {"元（OURS）に戻すための記録（daicho undo で使う）",
               "File for the record that gives OURS back (daicho undo)"});
    list.text("--model", "NAME", options.model,
              {"値を読むモデル（既定は auto、使わないなら none）",
               "Model by which values are read (default: auto; none)"});
    list.flag("--show-values", options.show_values,
              {"秘匿項目の値も示す", "Show the values of confidential items"});
    add_read_options(list, options.read, "");
    return action;
}

}  // namespace daicho
