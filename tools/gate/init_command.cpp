#include <algorithm>
#include <map>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/formats/json_writer.hpp"
#include "models/dataset/dataset_files.hpp"
#include "models/dataset/validate.hpp"
#include "tools/command.hpp"
#include "tools/gate/gate_config.hpp"

namespace daicho {

namespace {

struct InitOptions {
    std::string folder = ".";
    bool force = false, to_output = false;
};

/// What a file showed when it was looked at.
struct SeenTable {
    std::string name, model;
    Text model_name;
    std::uint64_t errors = 0, warnings = 0;
};

/// Counts what is found.
class TableLook final : public CheckListener {
 public:
    explicit TableLook(SeenTable& table) : table_(table) {}
    void begin_file(const FileFacts& facts) override {
        table_.model = facts.model;
        table_.model_name = facts.model_name;
    }
    void add(const Finding& finding) override {
        if (finding.severity == Severity::error) ++table_.errors;
        if (finding.severity == Severity::warning) ++table_.warnings;
    }
    void end_file(const FileVerdict&) override {}

 private:
    SeenTable& table_;
};

std::string quoted_toml(std::string_view text) {
    std::string out = "\"";
    append_json_escaped(out, text);
    return out + '"';
}

/// A pattern that means this file and its later editions: runs of digits become *.
std::string pattern_of(const std::string& name) {
    const std::size_t slash = name.rfind('/') == name.npos ? 0 : name.rfind('/') + 1;
    std::string pattern = name.substr(0, slash);
    std::size_t digits = 0;
    for (std::size_t i = slash; i < name.size(); ++i) {
        const bool special = std::string_view("*?[]{}").find(name[i]) != std::string_view::npos;
        digits = name[i] >= '0' && name[i] <= '9' ? digits + 1 : 0;
        if (digits == 4) pattern.resize(pattern.size() - 3);
        if (digits == 4 || special) {
            if (!pattern.ends_with('*')) pattern += special ? '?' : '*';
        } else if (digits < 4) {
            pattern += name[i];
        }
    }
    return pattern;
}

std::vector<SeenTable> look_at(const std::string& folder, Models& models, const Session& session) {
    std::vector<SeenTable> tables;
    const DatasetFiles files = dataset_files(folder);
    for (const Unreadable& one : files.unreadable) session.talk << one.why.in(session.language) << '\n';
    for (const std::string& path : files.tables) {
        SeenTable table;
        const std::string begin = folder == "." ? "./" : folder + (folder.ends_with('/') ? "" : "/");
        table.name = path.starts_with(begin) ? path.substr(begin.size()) : path;
        try {
            TableLook look(table);
            validate(file_source(path), {}, models, look);
            tables.push_back(std::move(table));
        } catch (const Error& error) {  // it stays out of the settings, and is told
            session.talk << session.say(error.ja(), error.en()) << '\n';
        }
    }
    return tables;
}

/// The entries of [[path]], one for each pattern and model.
std::string path_entries(const std::vector<SeenTable>& tables, const Session& session) {
    std::string text;
    std::map<std::pair<std::string, std::string>, bool> written;
    for (const SeenTable& table : tables) {
        const std::string pattern = pattern_of(table.name);
        if (!written.emplace(std::pair(pattern, table.model), true).second) continue;
        text += "\n[[path]]\nmatch = " + quoted_toml(pattern) + "\n";
        if (table.model.empty()) {
            text += "model = \"none\"  # " +
                    std::string(session.say("合うモデルがない。値だけを調べる",
                                            "no model fits: the values alone are checked")) +
                    "\n";
        } else {
            text += "model = " + quoted_toml(table.model) + "  # " +
                    std::string(table.model_name.in(session.language)) + "\n";
        }
    }
    return text;
}

std::string settings_text(const std::vector<SeenTable>& tables, const Session& session) {
    std::uint64_t errors = 0;
    for (const SeenTable& table : tables) errors += table.errors;
    const auto line = [&](std::string_view ja, std::string_view en) {
        return "# " + std::string(session.say(ja, en)) + "\n";
    };
    std::string text =
        line("daicho check の設定。書き方は docs/configuration.md、今の設定は daicho config show --origin",
             "Settings of daicho check. All of them: docs/configuration.md; what holds: daicho config show "
             "--origin");
    text += "\n" +
            line("この重要度以上の指摘があれば失敗とする（error、warning、info、never）",
                 "Lowest severity that fails (error, warning, info, never)") +
            "fail-on = \"error\"\n\n";
    text +=
        line("今ある指摘を見逃し、新しい指摘だけを失敗とする（daicho baseline create で作る）",
             "Let pass what is there today, so that only new findings fail (made by daicho baseline create)");
    text += std::string(errors == 0 ? "# " : "") + "baseline = \"daicho-baseline.jsonl\"\n\n";
    text += line("指摘の数や割合の上限", "Most findings, as a count or a share of the records") +
            "# max = { warning = 50, R401 = \"5%\" }\n\n";
    text += line("調べないファイル", "Files that are not checked") + "# exclude = [\"old/**\"]\n";
    text += path_entries(tables, session);
    text +=
        "\n" + line("認めた指摘（理由と期限を書く）", "A finding that is accepted, with its reason and end");
    return text + "# [[suppress]]\n# rule = \"R401\"\n# path = \"shelters.csv\"\n# column = " +
           quoted_toml(session.say("電話番号", "phone")) +
           "\n# reason = " + quoted_toml(session.say("電話のない施設", "sites without a telephone")) +
           "\n# until = \"2027-03-31\"\n";
}

Exit run_init(const InitOptions& options, const Session& session) {
    const std::string path = path_in(options.folder, "daicho.toml");
    if (!options.to_output && !options.force && file_facts(path)) {
        throw Error{ErrorKind::usage, path + ": すでにあります。作り直すには --force を付けてください。",
                    path + ": it is there already; --force makes it again"};
    }
    Models models;
    const std::vector<SeenTable> tables = look_at(options.folder, models, session);
    if (tables.empty())
        throw Error{ErrorKind::input, options.folder + ": 読める表がありません（.csv、.tsv、.xlsx など）",
                    options.folder + ": there is no table to read (.csv, .tsv, .xlsx ...)"};
    const std::string text = settings_text(tables, session);
    if (options.to_output) {
        session.out << text;
        return Exit::clean;
    }
    OutputFile file(path);
    file.write(text);
    file.commit();
    std::uint64_t errors = 0;
    for (const SeenTable& table : tables) errors += table.errors;
    const std::string count = std::to_string(tables.size()), wrong = std::to_string(errors);
    session.talk << path
                 << session.say(
                        ": 表 " + count + "件の設定を書きました（今ある誤り " + wrong + "件）。\n",
                        ": settings for " + count + " tables were written (errors today: " + wrong + ")\n");
    session.talk
        << (errors != 0
                ? session.say(
                      "次に: daicho baseline create で今ある指摘を書き留め、daicho check で調べます。\n",
                      "next: daicho baseline create writes down what is there, daicho check checks\n")
                : session.say("次に: daicho check で調べます。\n", "next: daicho check checks\n"));
    return Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_init(OptionList& list) {
    auto action = std::make_unique<ActionOf<InitOptions>>(run_init);
    auto& options = action->options;
    list.argument("FOLDER", options.folder,
                  {"見るフォルダー（既定は今のフォルダー）", "Folder to look at (default: the present one)"});
    list.flag("--force", options.force,
              {"すでにある daicho.toml を作り直す", "Make a daicho.toml again that is there already"});
    list.flag("--stdout", options.to_output, {"ファイルに書かず、標準出力に出す", "Print it, write no file"});
    return action;
}

}  // namespace daicho
