#include <memory>
#include <string>
#include <vector>

#include "grammars/base/byte_sink.hpp"
#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/base/os_program.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/formats/table_writer.hpp"
#include "models/comparison/compared_file.hpp"
#include "models/comparison/comparison.hpp"
#include "models/comparison/reports/difference_report.hpp"
#include "registries/embedded/place_history.hpp"
#include "tools/command.hpp"
#include "tools/output_stream.hpp"
#include "tools/scratch_name.hpp"

namespace daicho {

namespace {

struct GitOptions {
    std::string action;
    std::vector<std::string> words;
    bool global = false;
};

constexpr std::string_view first_line =
    "# daicho: tables are compared and merged by their records (daicho git)";
constexpr std::string_view last_line = "# daicho: end";
constexpr std::string_view attributes =
    "*.csv diff=daicho merge=daicho\n"
    "*.tsv diff=daicho merge=daicho\n"
    "*.jsonl diff=daicho\n"
    "*.geojson diff=daicho\n"
    "*.xlsx diff=daicho\n"
    "*.xls diff=daicho\n"
    "*.ods diff=daicho\n";

constexpr std::pair<const char*, const char*> settings[] = {
    {"diff.daicho.command", "daicho git diff"},
    {"diff.daicho.textconv", "daicho git textconv"},
    {"merge.daicho.name", "daicho: tables, cell by cell"},
    {"merge.daicho.driver", "daicho merge %O %A %B -o %A --conflicts %P.conflicts.csv"},
};

ProgramRun run_git(std::vector<std::string> words, bool quiet = false) {
    words.insert(words.begin(), "git");
    ProgramRun run = run_program(words, quiet);
    if (run.exit_code == 127) throw Error{ErrorKind::system, "git がありません。", "there is no git"};
    return run;
}

/// The file that says which files the drivers are for: of the repository, or of the user.
std::string attributes_file(bool global) {
    const auto asked =
        global ? run_git({"config", "--global", "--type=path", "--get", "core.attributesFile"}, true)
               : run_git({"rev-parse", "--show-toplevel"}, true);
    const std::string line = asked.out.substr(0, asked.out.find('\n'));
    if (!global) {
        if (asked.exit_code != 0) {
            throw Error{ErrorKind::usage, "git のリポジトリの中で実行するか、--global を付けてください。",
                        "run it inside a git repository, or with --global"};
        }
        return line + "/.gitattributes";
    }
    if (asked.exit_code == 0 && !line.empty()) return line;
    throw Error{ErrorKind::usage,
                "git config --global core.attributesFile で、利用者の属性のファイルを先に決めてください。",
                "say first which file has your attributes: git config --global core.attributesFile FILE"};
}

std::string without_our_lines(const std::string& text) {
    const std::size_t begin = text.find(first_line);
    if (begin == text.npos) return text;
    const std::size_t end = text.find(last_line, begin);
    if (end == text.npos) return text.substr(0, begin);
    return text.substr(0, begin) + text.substr(std::min(end + last_line.size() + 1, text.size()));
}

void set_up(const GitOptions& options, bool install, const Session& session) {
    const std::string file = attributes_file(options.global);
    const std::string scope = options.global ? "--global" : "--local";
    for (const auto& [name, value] : settings) {
        const auto run = install ? run_git({"config", scope, name, value})
                                 : run_git({"config", scope, "--unset-all", name}, true);
        if (install && run.exit_code != 0) {
            throw Error{ErrorKind::system, std::string("git config が失敗しました: ") + name,
                        std::string("git config failed: ") + name};
        }
    }
    const std::string before = file_facts(file) ? read_file(file) : "";
    std::string text = without_our_lines(before);
    if (install) {
        if (!text.empty() && !text.ends_with('\n')) text += '\n';
        text.append(first_line).append("\n").append(attributes).append(last_line).append("\n");
    }
    if (text != before) {
        OutputFile out(file);
        out.write(text);
        out.commit();
    }
    session.talk << file
                 << (install ? session.say(": 表を git diff と git merge で扱うようにしました\n",
                                           ": git diff and git merge understand tables now\n")
                             : session.say(": 元に戻しました\n", ": taken back\n"));
}

/// As text that git compares line by line: CSV in UTF-8. What is no table stays as it is.
Exit text_of_table(const std::string& path, const Session& session) {
    std::string text;
    try {
        const auto table = open_table(path, {});
        const auto writer = create_table(memory_sink(text), path, Dialect{});
        std::vector<std::string_view> cells(table->header().begin(), table->header().end());
        if (table->has_header()) writer->write_header(cells);
        for (Batch batch; table->next(batch);) {
            for (std::size_t i = 0; i < batch.size(); ++i) {
                cells.resize(batch.width(i));
                for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = batch.cell(i, c);
                writer->write_record(cells);
            }
        }
        writer->finish();
    } catch (const Error&) {
        text = read_file(path);
    }
    session.out << text;
    session.out.flush();
    return Exit::clean;
}

void print_table_difference(const std::string& path, const std::string& before, const std::string& after,
                            const Session& session) {
    const ScratchName scratch("daicho-diff");
    ComparisonRequest request;
    request.history = &embedded_place_history();
    request.scratch = scratch.name();
    ComparedTable was = compared_file(before, {}), is = compared_file(after, {});
    was.name = "a/" + path;
    is.name = "b/" + path;
    DifferenceStyle style;
    style.language = session.language;
    style.colour = session.colours_output();
    Models models;
    const auto report = find_difference_form("text")->make(session.out, style);
    compare_tables(was, is, request, models, *report);
}

/// What git asks an external program for: path, old file, its digest and mode, new file, its digest and mode.
Exit difference_for_git(const std::vector<std::string>& words, const Session& session) {
    if (words.size() < 7) {
        throw Error{ErrorKind::usage, "git diff は git が呼び出します（daicho git install）。",
                    "git diff is called by git (see daicho git install)"};
    }
    const std::string &path = words[0], &before = words[1], &after = words[4];
    const bool both = before != "/dev/null" && after != "/dev/null";
    session.out << "diff daicho a/" << path << " b/" << path << '\n';
    try {
        if (both) {
            print_table_difference(path, before, after, session);
            return Exit::clean;
        }
    } catch (const Error&) {
        // What cannot be read as a table is told line by line.
    }
    session.out << run_git({"--no-pager", "diff", "--no-index", "--no-ext-diff", "--no-textconv", "--",
                            before, after})
                       .out;
    session.out.flush();
    return Exit::clean;
}

Exit run_git_command(const GitOptions& options, const Session& session) {
    if (options.action == "install" || options.action == "uninstall") {
        set_up(options, options.action == "install", session);
        return Exit::clean;
    }
    if (options.action == "diff") return difference_for_git(options.words, session);
    if (options.action == "textconv" && options.words.size() == 1) {
        return text_of_table(options.words.front(), session);
    }
    refuse_unknown_word("", options.action, {"install", "uninstall", "diff", "textconv"});
}

}  // namespace

std::unique_ptr<Action> add_git(OptionList& list) {
    auto action = std::make_unique<ActionOf<GitOptions>>(run_git_command);
    GitOptions& options = action->options;
    list.argument("ACTION", options.action,
                  {"install: git diff と git merge が表を扱うようにする、uninstall: 元に戻す、\n"
                   "diff・textconv: git が呼び出す",
                   "install: git diff and git merge understand tables; uninstall: take that back;\n"
                   "diff, textconv: called by git"})
        .required();
    list.arguments("WORD", options.words, {"git が渡す語", "What git hands over"});
    list.flag("--global", options.global,
              {"このリポジトリだけでなく、利用者のすべてのリポジトリに", "For all repositories of the user"});
    return action;
}

}  // namespace daicho
