#include <string>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/json_table.hpp"
#include "grammars/formats/table_patch.hpp"
#include "tools/command.hpp"
#include "tools/option_list.hpp"
#include "tools/output_stream.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

struct PatchOptions {
    std::string table;
    std::string patch;
    std::string output;
    bool dry_run = false;
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

std::vector<CellEdit> read_patch(const std::string& path) {
    if (path.ends_with(".sql")) {
        throw Error{ErrorKind::usage, path + ": SQL のパッチはデータベースの道具で実行してください",
                    path + ": let the database's own tool run a patch that is SQL"};
    }
    if (path.ends_with(".json")) return read_patch_json(read_file(path), path);
    const auto table = open_table(path, {});
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

Exit patch(const PatchOptions& options, const Session& session) {
    if (options.output.empty() && !options.dry_run) {
        throw Error{ErrorKind::usage, "出力先を -o で指定してください（試すだけなら --dry-run）",
                    "say where to write with -o (or try it with --dry-run)"};
    }
    refuse_places_of_records(options.read);
    const auto edits = read_patch(options.patch);
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

}  // namespace

std::unique_ptr<Action> add_patch(OptionList& list) {
    auto action = std::make_unique<ActionOf<PatchOptions>>(patch);
    PatchOptions& options = action->options;
    list.argument("TABLE", options.table, {"直す表", "Table to change"}).required();
    list.argument("PATCH", options.patch,
                  {"daicho propagate が書いたパッチ（.csv か .json）",
                   "Patch that daicho propagate wrote (.csv or .json)"})
        .required();
    list.text("-o,--output", "FILE", options.output, {"出力先", "Where to write"});
    list.flag("--dry-run", options.dry_run,
              {"書き出さず、変更だけを示す", "Show the changes; write nothing"});
    add_read_options(list, options.read, "");
    return action;
}

}  // namespace daicho
