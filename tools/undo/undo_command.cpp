#include <filesystem>
#include <optional>
#include <string>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/formats/json_value.hpp"
#include "grammars/formats/table_patch.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/formats/undo_record.hpp"
#include "tools/characters/undo.hpp"
#include "tools/command.hpp"

namespace daicho {

namespace {

struct UndoOptions {
    std::string record, file, output;
    bool in_place = false;
};

enum class RecordKind : std::uint8_t { bytes, characters, cells };

RecordKind kind_of(std::string_view text) {
    if (is_undo_record(text)) return RecordKind::bytes;
    if (text.starts_with("{\"record\":\"daicho-conversion\"")) return RecordKind::characters;
    return RecordKind::cells;
}

std::string beside(const std::string& record, const std::string& file) {
    if (file_facts(file)) return file;
    return (std::filesystem::path(record).parent_path() / std::filesystem::path(file).filename()).string();
}

/// The file that the record is about.
std::string file_of(const UndoOptions& options, RecordKind kind, std::string_view text) {
    if (!options.file.empty()) return options.file;
    if (kind == RecordKind::bytes) {
        const auto head = parse_json(text.substr(0, text.find('\n')));
        if (head && !head->text_of("file").empty())
            return beside(options.record, std::string(head->text_of("file")));
    }
    for (const std::string_view ending : {".undo.csv", ".undo.json"}) {
        if (kind == RecordKind::cells && options.record.ends_with(ending)) {
            return options.record.substr(0, options.record.size() - ending.size());
        }
    }
    throw Error{ErrorKind::usage, "元に戻すファイルを、記録の後に指定してください",
                "name the file that is to be taken back behind the record"};
}

std::string unpatched(const std::string& bytes, const std::string& file, const std::string& record,
                      const std::string& text) {
    const bool json = text.starts_with('[');
    const auto edits =
        json ? read_patch_json(text, record) : read_patch_csv(*read_table(text, {}, record), record);
    std::string out;
    PatchOutcome outcome;
    if (json) {
        outcome = apply_patch_json(bytes, out, edits, file);
    } else {
        const auto table = read_table(bytes, {}, file);
        Dialect dialect = table->text()->dialect();
        dialect.newline = Newline::mixed;
        const auto writer = create_table(memory_sink(out), file, dialect, dialect.encoding);
        outcome = apply_patch(*table, *writer, edits, file);
    }
    if (outcome.refused.empty()) return out;
    const std::string place = std::to_string(outcome.refused.front().edit.record);
    throw Error{ErrorKind::input,
                file + ": その後に書き換えられているので元に戻せません（" + place +
                    " 件目など）。戻せるところだけ戻すには patch を使ってください。",
                file + ": it was changed since and cannot be taken back (record " + place +
                    " ...); patch takes back what can be"};
}

/// The first name that is free: FILE.undone.csv, FILE.undone2.csv …
std::string free_name(const std::string& file, std::string_view ending) {
    std::error_code failed;
    for (int number = 1;; ++number) {
        std::string name = file + ".undone" + (number == 1 ? "" : std::to_string(number));
        name += ending;
        const auto status = std::filesystem::symlink_status(name, failed);
        if (!std::filesystem::exists(status)) return name;
    }
}

/// A record that stands beside its file (fix) and was used is put aside, so that the next fix can write its
/// own: FILE.undo.csv becomes FILE.undone.csv. What it is called then; empty: it stays.
std::string put_aside(const std::string& record, const std::string& file) {
    for (const std::string_view ending : {".csv", ".json"}) {
        if (record != file + ".undo" + std::string(ending)) continue;
        const std::string aside = free_name(file, ending);
        std::error_code failed;
        std::filesystem::rename(record, aside, failed);
        return failed ? std::string() : aside;
    }
    return {};
}

Exit run_undo(const UndoOptions& options, const Session& session) {
    if (options.in_place != options.output.empty()) {
        throw Error{ErrorKind::usage,
                    "出力先を -o で指定するか、--in-place を指定してください（どちらか一つ）。",
                    "say where to write with -o, or --in-place (one of them)"};
    }
    const std::string text = read_file(options.record);
    const RecordKind kind = kind_of(text);
    const std::string file = file_of(options, kind, text);
    const std::string output = options.in_place ? file : options.output;
    if (kind == RecordKind::characters) return undo_file({file, options.record, output}, session);
    const std::string bytes = read_file(file);
    const std::string was = kind == RecordKind::bytes ? undone(bytes, text, file, options.record)
                                                      : unpatched(bytes, file, options.record, text);
    OutputFile out(output);
    out.write(was);
    out.commit();
    session.talk << file << session.say(": 元に戻しました", ": taken back")
                 << (kind == RecordKind::bytes ? session.say("（SHA-256 が一致）", " (same SHA-256)") : "")
                 << '\n';
    const std::string aside = options.in_place ? put_aside(options.record, file) : std::string();
    if (!aside.empty())
        session.talk << options.record
                     << session.say(": 使い終わった記録なので、名前を ", ": used, and now called ") << aside
                     << session.say(" に変えました\n", "\n");
    return Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_undo(OptionList& list) {
    auto action = std::make_unique<ActionOf<UndoOptions>>(run_undo);
    UndoOptions& options = action->options;
    list.argument("RECORD", options.record,
                  {"変更の記録（--record で書いたもの、fix の FILE.undo.csv）",
                   "Record of a change (what --record wrote, FILE.undo.csv of fix)"})
        .required();
    list.argument("FILE", options.file,
                  {"元に戻すファイル（指定しなければ、記録が言うファイル）",
                   "File to take back (otherwise the one that the record names)"});
    list.text("-o,--output", "OUT", options.output,
              {"出力先（- は標準出力）", "Where to write (-: standard output)"});
    list.flag("--in-place", options.in_place, {"FILE そのものを元に戻す", "Change FILE itself"});
    return action;
}

}  // namespace daicho
