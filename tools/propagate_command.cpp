#include <algorithm>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "registries/propagation/agency_patch.hpp"
#include "registries/propagation/event_finder.hpp"
#include "tools/command.hpp"
#include "tools/option_list.hpp"
#include "tools/output_stream.hpp"
#include "tools/propagate_patch.hpp"
#include "tools/propagate_report.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

struct PropagateOptions {
    std::vector<std::string> before;
    std::vector<std::string> after;
    std::vector<std::string> changes;
    std::string events;
    std::string table;
    std::string map;
    std::string patch;
    std::string reverse;
    std::string sql_table;
    bool dry_run = false;
    AgencyOptions agency;
    ReadOptions read;
    PropagateForm form = PropagateForm::text;
};

void require_sources(const PropagateOptions& options) {
    const bool complete = !options.before.empty() && !options.after.empty() && options.changes.empty();
    const bool replayed = !options.changes.empty() && options.after.empty();
    if (!complete && !replayed) {
        throw Error{
            ErrorKind::usage,
            "何の変更を見るかを指定してください。二つの全件データなら --before と --after、差分なら "
            "--changes（その前の状態があれば --before も）です",
            "say which changes are meant: two complete publications with --before and --after, or difference "
            "files "
            "with --changes (and --before, where the state before them is at hand)"};
    }
    if (options.table.empty() != options.map.empty()) {
        throw Error{ErrorKind::usage, "--to（直す表）と --map（その列の対応表）は一緒に指定してください",
                    "--to (the table) and --map (what its columns are) go together"};
    }
    if (options.table.empty() && !(options.patch.empty() && options.reverse.empty())) {
        throw Error{ErrorKind::usage, "パッチには --to と --map が要ります", "a patch takes --to and --map"};
    }
}

/// Files of one side, and those that hold no corporate numbers.
struct Side {
    std::optional<PublicationRows> rows;
    std::vector<std::string> left_out;

    explicit Side(const std::vector<std::string>& paths) {
        if (paths.empty()) return;
        rows.emplace(paths, [this](const std::string& file) { left_out.push_back(file); });
    }
    Side(const Side&) = delete;
    Side& operator=(const Side&) = delete;
    const PublicationRows* pointer() const { return rows ? &*rows : nullptr; }
};

void tell_left_out(const Side& side, const Session& session) {
    for (const std::string& file : side.left_out) {
        session.talk << session.say(file + ": 法人番号データではないので使いません\n",
                                    file + ": not used, it holds no corporate numbers\n");
    }
}

void write_text(const std::string& text, const std::string& path, const Session& session) {
    if (path == "-") {
        session.out << text;
        return;
    }
    OutputStream out(path);
    out << text;
    out.commit();
}

std::string event_lines(const std::vector<CorporationEvent>& events) {
    std::string lines;
    for (const CorporationEvent& event : events) lines += corporation_event_line(event);
    return lines;
}

/// A table that an agency holds, with what its columns are.
struct Agency {
    AgencyMap map;
    std::unique_ptr<AgencyTable> table;
};

Agency read_agency(const PropagateOptions& options) {
    Agency agency;
    if (options.table.empty()) return agency;
    refuse_places_of_records(options.read);
    agency.map = read_agency_map(read_file(options.map), options.map);
    if (is_json_name(options.table)) {
        JsonAsCsv json = csv_of_json(read_file(options.table), options.table);
        const auto reader =
            read_table(std::move(json.csv), ReadOptions{Encoding::utf8, ',', 1, "csv"}, options.table);
        agency.table = std::make_unique<AgencyTable>(*reader, agency.map, options.table, &json);
    } else {
        ReadOptions read = options.read;
        read.format = "csv";
        const auto reader = open_table(options.table, read);
        agency.table = std::make_unique<AgencyTable>(*reader, agency.map, options.table);
    }
    return agency;
}

/// SQL finds records by their number.
void tell_shared_keys(const std::vector<CellEdit>& edits, const PropagateOptions& options,
                      const Session& session) {
    if (!options.patch.ends_with(".sql") && !options.reverse.ends_with(".sql")) return;
    const auto shared =
        std::count_if(edits.begin(), edits.end(), [](const CellEdit& edit) { return edit.key_shared; });
    if (shared == 0) return;
    const std::string count = std::to_string(shared);
    session.talk << session.say(
        "SQL に入れない欄: " + count + "（同じ法人番号の行が複数あり、SQL では見分けられません）\n",
        "Cells left out of the SQL: " + count +
            " (several records have the number, which SQL cannot tell apart)\n");
}

void write_patches(const PropagateOptions& options, const Agency& agency,
                   const std::vector<AgencyAction>& actions, const Session& session) {
    if (options.dry_run) return;
    const PatchPair patches = patches_of(actions, agency.table->key_header());
    const auto write = [&](const std::vector<CellEdit>& edits, const std::string& path) {
        if (!path.empty()) write_text(patch_text(edits, path, options.sql_table), path, session);
    };
    tell_shared_keys(patches.forward, options, session);
    write(patches.forward, options.patch);
    write(patches.back, options.reverse);
}

Exit propagate(const PropagateOptions& options, const Session& session) {
    require_sources(options);
    const Agency agency = read_agency(options);
    auto other = std::async(std::launch::async | std::launch::deferred,
                            [&] { return std::make_unique<Side>(options.before); });
    const Side after(options.after), changes(options.changes);
    const auto before = other.get();
    for (const Side* side : {static_cast<const Side*>(before.get()), &after, &changes}) {
        tell_left_out(*side, session);
    }
    const CorporationEvents found = find_corporation_events(
        {before->pointer(), after.pointer(), changes.pointer()},
        [&](std::uint64_t number) { return agency.table != nullptr && agency.table->has(number); });
    if (!options.events.empty()) write_text(event_lines(found.events), options.events, session);
    if (agency.table == nullptr) {
        if (options.events != "-") session.out << event_report(found.events, options.form, session);
        return Exit::clean;
    }
    const auto actions = agency.table->actions(found, options.agency);
    write_patches(options, agency, actions, session);
    if (options.events != "-" && options.patch != "-" && options.reverse != "-") {
        session.out << action_report(found.events, actions, options.form, session);
    }
    return leaves_conflicts(actions) ? Exit::findings : Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_propagate(OptionList& list) {
    auto action = std::make_unique<ActionOf<PropagateOptions>>(propagate);
    PropagateOptions& options = action->options;
    list.texts(
        "--before", "PATH", options.before,
        {"変更前の全件データか台帳ファイル", "Complete publication, or registry, from before the changes"});
    list.texts(
        "--after", "PATH", options.after,
        {"変更後の全件データか台帳ファイル", "Complete publication, or registry, from after the changes"});
    list.texts("--changes", "PATH", options.changes, {"差分データ", "Difference files"});
    list.text("--events", "FILE", options.events,
              {"異動を 1 行に 1 件の JSON で書くファイル", "File for the events, one JSON object per line"});
    list.text("--to", "FILE", options.table,
              {"直す表（法人番号の列があるもの）", "Table to bring up to date (with corporate numbers)"});
    list.text("--map", "FILE", options.map,
              {"表の列の意味を書いたファイル", "File that says what the columns of the table are"});
    list.text(
        "--patch", "FILE", options.patch,
        {"変更を書くパッチファイル（.csv・.json・.sql）", "Patch file for the changes (.csv, .json, .sql)"});
    list.text("--reverse", "FILE", options.reverse,
              {"変更を元に戻すパッチファイル", "Patch file that undoes the changes"});
    list.text("--sql-table", "NAME", options.sql_table, {"SQL での表の名前", "Name of the table in SQL"});
    list.flag("--spelling", options.agency.spelling,
              {"表記だけの違いもパッチに入れる", "Put differences of spelling alone into the patch too"});
    list.flag("--relink", options.agency.relink,
              {"合併で消えた法人の番号を承継先の番号にする",
               "Replace the number of an absorbed corporation by that of its successor"});
    list.flag("--dry-run", options.dry_run,
              {"パッチを書かずに、修正が必要な箇所だけを示す", "List actions; do not write a patch"});
    list.choice("--format", options.form,
                {{"text", PropagateForm::text}, {"csv", PropagateForm::csv}, {"json", PropagateForm::json}},
                {"出力の形式（既定は text）", "Output format (default: text)"});
    add_read_options(list, options.read, "");
    return action;
}

}  // namespace daicho
