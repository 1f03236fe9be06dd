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
#include "tools/options.hpp"
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
            "何の変更を見るかを指定してください。二つの全件データなら --before と --after、差分なら "
            "--changes（その前の状態があれば --before も）です",
            "say which changes are meant: two complete publications with --before and --after, or difference "
            "files "
            "with --changes (and --before, where the state before them is at hand)"};
    }
    if (options.table.empty() != options.map.empty()) {
        throw Error{"--to（直す表）と --map（その列の対応表）は一緒に指定してください",
                    "--to (the table) and --map (what its columns are) go together"};
    }
    if (options.table.empty() && !(options.patch.empty() && options.reverse.empty())) {
        throw Error{"パッチには --to と --map が要ります", "a patch takes --to and --map"};
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
    agency.map = read_agency_map(read_file(options.map), options.map);
    if (is_json_name(options.table)) {
        JsonAsCsv json = csv_of_json(read_file(options.table), options.table);
        const auto reader =
            read_table(std::move(json.csv), ReadOptions{Encoding::utf8, ',', 1}, options.table);
        agency.table = std::make_unique<AgencyTable>(*reader, agency.map, options.table, &json);
    } else {
        const auto reader = open_table(options.table, options.read);
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
    auto other = std::async(std::launch::async, [&] { return std::make_unique<Side>(options.before); });
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

std::unique_ptr<Action> add_propagate(CLI::App& app, const Session& session) {
    auto action = std::make_unique<ActionOf<PropagateOptions>>(propagate);
    PropagateOptions& options = action->options;
    const auto paths = [&](const std::string& name, std::vector<std::string>& target, std::string_view help) {
        add_texts(app, name, target, help)->type_name("PATH");
    };
    const auto file = [&](const std::string& name, std::string& target, std::string_view ja,
                          std::string_view en) {
        app.add_option(name, target, std::string(session.say(ja, en)))->type_name("FILE");
    };
    paths("--before", options.before,
          session.say("前の全件データか台帳", "the publication or the registry of before"));
    paths("--after", options.after,
          session.say("後の全件データか台帳", "the publication or the registry of after"));
    paths("--changes", options.changes, session.say("差分データ", "difference files"));
    file("--events", options.events, "出来事を 1 行に 1 件の JSON で書くファイル",
         "file for the events, one line of JSON each");
    file("--to", options.table, "直す表（法人番号の列があるもの）",
         "table to bring up to date (it has corporate numbers)");
    file("--map", options.map, "表のどの列が何かを書いたファイル", "file that says what its columns are");
    file("--patch", options.patch, "直し方を書くファイル（.csv・.json・.sql）",
         "file for the changes (.csv, .json, .sql)");
    file("--reverse", options.reverse, "元に戻す直し方を書くファイル", "file for the changes that undo them");
    app.add_option("--sql-table", options.sql_table,
                   std::string(session.say("SQL での表の名前", "name of the table in SQL")))
        ->type_name("NAME");
    const auto flag = [&](const std::string& name, bool& target, std::string_view ja, std::string_view en) {
        app.add_flag(name, target, std::string(session.say(ja, en)));
    };
    flag("--spelling", options.agency.spelling, "書き方だけの違いもパッチに入れる",
         "put what is spelling only into the patch, too");
    flag("--relink", options.agency.relink, "合併で消えた法人の番号を承継先の番号にする",
         "replace the number of an absorbed corporation by that of its successor");
    flag("--dry-run", options.dry_run, "パッチを書かずに、すべきことだけを示す",
         "say what is to be done, write no patch");
    add_choice(app, "--format", options.form,
               Choices<PropagateForm>{
                   {"text", PropagateForm::text}, {"csv", PropagateForm::csv}, {"json", PropagateForm::json}},
               session.say("報告の書式", "form of the report"), session);
    add_read_options(app, options.read, "", session);
    return action;
}

}  // namespace daicho
