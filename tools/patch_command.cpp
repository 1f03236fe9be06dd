#include <string>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/formats/json_table.hpp"
#include "grammars/formats/table_patch.hpp"
#include "models/comparison/compared_file.hpp"
#include "models/merging/change_applier.hpp"
#include "tools/change_conflicts.hpp"
#include "tools/command.hpp"
#include "tools/option_list.hpp"
#include "tools/output_stream.hpp"
#include "tools/own_files.hpp"
#include "tools/table_options.hpp"
#include "tools/undo_file.hpp"

namespace daicho {

namespace {

struct PatchOptions {
    std::string table;
    std::string patch;
    std::string output;
    std::string rejects;
    std::string record;
    bool dry_run = false;
    bool three_way = false;
    bool show_values = false;
    ReadOptions read;
};

std::string refusal_text(const RefusedEdit& refused, const Session& session) {
    const CellEdit& edit = refused.edit;
    const std::string place = std::to_string(edit.record), found = "「" + refused.found + "」";
    const std::string row = std::string(session.say(place + " 件目 ", "record " + place + " ")) + edit.key +
                            " " + edit.field + ": ";
    switch (refused.why) {
        case RefusedEdit::Why::no_row:
            return row + std::string(session.say("この行はありません", "there is no such record"));
        case RefusedEdit::Why::other_row:
            return row + std::string(session.say("別の行になっています " + found,
                                                 "another row stands there " + found));
        case RefusedEdit::Why::other_value:
            if (refused.found != edit.before) {
                return row + std::string(session.say("「" + edit.before + "」のはずが" + found + "です",
                                                     "expected 「" + edit.before + "」, found " + found));
            }
            return row +
                   std::string(session.say("同じ行のほかの欄が合わないので直しません",
                                           "another cell of the record does not match, so this one stays"));
        case RefusedEdit::Why::unwritable:
            break;
    }
    return row +
           std::string(session.say(
               "この欄は書き直せません（無い欄、文字列でない値、文字として読めないバイトなど）",
               "it cannot be written again (no such value, a value that is not text, bytes that are not "
               "characters ...)"));
}

std::vector<CellEdit> read_patch(const std::string& path, const std::string& text) {
    if (path.ends_with(".json")) return read_patch_json(text, path);
    const auto table = read_table(text, {}, path);
    return read_patch_csv(*table, path);
}

PatchOutcome patch_table(const PatchOptions& options, const std::vector<CellEdit>& edits) {
    ReadOptions read = options.read;
    read.format = "csv";
    const auto table = open_table(options.table, read);
    Dialect dialect = table->text()->dialect();
    dialect.newline = Newline::mixed;  // line ends stay as they are
    const Encoding source = dialect.encoding;
    const auto out = create_table(options.dry_run ? "/dev/null" : options.output, dialect, source);
    return apply_patch(*table, *out, edits, options.table);
}

PatchOutcome patch_json_table(const PatchOptions& options, const std::vector<CellEdit>& edits) {
    std::string patched;
    PatchOutcome outcome = apply_patch_json(read_file(options.table), patched, edits, options.table);
    if (!options.dry_run) {
        OutputStream out(options.output);
        out << patched;
        out.commit();
    }
    return outcome;
}

Exit patch_cells(const PatchOptions& options, const std::string& text, const Session& session) {
    if (options.three_way || !options.rejects.empty()) {
        throw Error{ErrorKind::usage, options.patch + ": --3way と --rejects は diff が書いた差分のものです",
                    options.patch + ": --3way and --rejects are for what diff wrote"};
    }
    refuse_places_of_records(options.read);
    const auto edits = read_patch(options.patch, text);
    const PatchOutcome outcome =
        is_json_name(options.table) ? patch_json_table(options, edits) : patch_table(options, edits);
    for (const RefusedEdit& refused : outcome.refused) session.talk << refusal_text(refused, session) << '\n';
    const std::string made = std::to_string(outcome.made), already = std::to_string(outcome.already),
                      left = std::to_string(outcome.refused.size());
    session.talk << session.say(
        "直した欄 " + made + "、適用済みの欄 " + already + "、直さなかった欄 " + left + "\n",
        "Cells changed: " + made + "; said so already: " + already + "; not changed: " + left + "\n");
    return outcome.refused.empty() ? Exit::clean : Exit::findings;
}

void tell_changes(const ApplyOutcome& outcome, const Session& session) {
    const auto part = [&](std::string_view ja, std::string_view en, std::uint64_t count) {
        session.talk << session.say(ja, en) << count;
    };
    if (!outcome.written) {
        session.talk << session.say("合わないところがあるので、何も書きませんでした。\n",
                                    "Some changes do not match, so nothing was written.\n");
        return;
    }
    part("変更したセル ", "Cells changed: ", outcome.cells);
    part("、追加したレコード ", "; records added: ", outcome.added);
    part("、削除したレコード ", "; removed: ", outcome.removed);
    part("、適用済み ", "; there already: ", outcome.already);
    part("、できなかった変更 ", "; not made: ", outcome.open());
    session.talk << '\n';
}

/// Makes of the old table of a comparison the new one.
Exit patch_changes(const PatchOptions& options, const std::string& text, const Session& session) {
    const TableChanges changes = read_table_changes(text, options.patch);
    ReadOptions read = options.read;
    const ComparedTable table = compared_file(options.table, read);
    ApplyRequest request;
    request.three_way = options.three_way;
    const std::string output = options.dry_run ? "/dev/null" : options.output;
    const ApplyOutcome outcome = apply_changes(table, changes, request, [&](const Dialect& dialect) {
        return create_table(output, dialect, dialect.encoding);
    });
    tell_conflicts(outcome, changes, session, options.show_values);
    tell_changes(outcome, session);
    if (!options.rejects.empty() && outcome.open() > 0) {
        OutputStream out(options.rejects);
        out << rejected_changes(outcome, changes);
        out.commit();
    }
    return outcome.open() == 0 ? Exit::clean : Exit::findings;
}

Exit patch(const PatchOptions& options, const Session& session) {
    require_own_files({options.table, options.patch, options.output}, {{"--rejects", options.rejects}});
    if (options.output.empty() && !options.dry_run) {
        throw Error{ErrorKind::usage, "出力先を -o で指定してください（試すだけなら --dry-run）。",
                    "say where to write with -o (or try it with --dry-run)"};
    }
    if (options.patch.ends_with(".sql")) {
        throw Error{ErrorKind::usage, options.patch + ": SQL のパッチはデータベースの道具で実行してください",
                    options.patch + ": let the database's own tool run a patch that is SQL"};
    }
    const UndoKeeper undo(options.record, "patch", options.table, options.output);
    const std::string text = read_file(options.patch);
    const Exit exit =
        are_table_changes(text) ? patch_changes(options, text, session) : patch_cells(options, text, session);
    if (!options.dry_run && file_facts(options.output)) undo.write();
    return exit;
}

}  // namespace

std::unique_ptr<Action> add_patch(OptionList& list) {
    auto action = std::make_unique<ActionOf<PatchOptions>>(patch);
    PatchOptions& options = action->options;
    list.argument("TABLE", options.table, {"直す表", "Table to change"}).required();
    list.argument("PATCH", options.patch,
                  {"diff が書いた差分（jsonl か csv）、propagate や fix が書いたパッチ（.csv か .json）",
                   "What diff wrote (jsonl or csv), or a patch of propagate or fix (.csv or .json)"})
        .required();
    list.text("-o,--output", "FILE", options.output, {"出力先", "Where to write"});
    list.flag("--dry-run", options.dry_run,
              {"書き出さず、変更だけを示す", "Show the changes; write nothing"});
    list.flag("--3way", options.three_way,
              {"差分のうち、合うところだけを適用する（既定は、すべて合わなければ何も書かない）",
               "Make those changes of a diff that match (default: all of them or none)"});
    list.text("--rejects", "FILE", options.rejects,
              {"適用できなかった変更を書くファイル（patch でまた使える）",
               "File for the changes that were not made, as patch takes them"});
    list.text(
        "--record", "FILE", options.record,
        {"元に戻すための記録（daicho undo で使う）", "File for the record that undoes it (daicho undo)"});
    list.flag("--show-values", options.show_values,
              {"秘匿項目の値も示す", "Show the values of confidential items"});
    add_read_options(list, options.read, "");
    return action;
}

}  // namespace daicho
