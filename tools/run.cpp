#include "tools/run.hpp"

#include <algorithm>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "tools/command.hpp"
#include "tools/command_line.hpp"
#include "tools/error_text.hpp"
#include "tools/help_text.hpp"
#include "tools/language_choice.hpp"
#include "tools/output_stream.hpp"
#include "tools/unknown_variables.hpp"
#include "tools/version.hpp"

namespace daicho {

namespace {

using Arguments = std::span<const char* const>;
using Actions = std::vector<std::pair<const Subcommand*, std::unique_ptr<Action>>>;

Subcommand new_program() {
    return {"daicho",
            {"daicho（台帳）: ベース・レジストリとGIFのデータを調べ、直し、検索する",
             "daicho: check, fix and look up data of Japan's base registries and GIF"}};
}

void add_global_options(OptionList& list, Session& session) {
    list.choice("--lang", session.language, {{"ja", Language::ja}, {"en", Language::en}},
                {"説明と報告の言語（環境変数 DAICHO_LANG、なければロケール、既定は ja）",
                 "Language of messages and reports (environment DAICHO_LANG, else the locale, else ja)"});
    list.choice(
        "--color", session.colour,
        {{"auto", ColourMode::automatic}, {"always", ColourMode::always}, {"never", ColourMode::never}},
        {"色を付けるか（既定は端末のときだけ）", "Colour the output (default: on a terminal)"});
    list.text("--registry", "FILE", session.registry,
              {"台帳ファイル（環境変数 DAICHO_REGISTRY、既定は ~/.local/share/daicho/registry.sqlite）",
               "Registry file (environment DAICHO_REGISTRY, else ~/.local/share/daicho/registry.sqlite)"});
}

/// Only what the arguments may name is declared in full: it shortens every start.
Actions add_commands(OptionList& list, Arguments arguments) {
    Actions actions;
    for (const Command& command : commands()) {
        Subcommand& subcommand = list.command(command.name, command.help);
        const auto names = [&](const char* argument) { return subcommand.name == argument; };
        if (std::any_of(arguments.begin(), arguments.end(), names)) {
            actions.emplace_back(&subcommand, command.add(subcommand.list));
        }
    }
    return actions;
}

Exit run_chosen(const Actions& actions, const Session& session) {
    for (const auto& [subcommand, action] : actions) {
        if (!subcommand->chosen) continue;
        tell_unknown_variables(subcommand->name, session);
        const Exit exit = action->run(session);
        session.out.flush();
        return exit;
    }
    return Exit::failure;
}

Exit refuse_arguments(const BothTexts& why, const Subcommand& program, const Session& session) {
    session.talk << "daicho: " << why.in(session.language) << '\n' << usage_hint(program, session.language);
    return Exit::failure;
}

Exit show(const std::string& text, const Session& session) {
    session.out << text;
    session.out.flush();
    return Exit::clean;
}

Exit read_and_run(Arguments arguments, Subcommand& program, Session& session) {
    add_global_options(program.list, session);
    const Actions actions = add_commands(program.list, arguments);
    const CommandLine line = read_command_line(arguments, program.list);
    if (line.refusal) return refuse_arguments(*line.refusal, program, session);
    switch (line.asked) {
        case Asked::help:
            return show(help_text(program, session.language), session);
        case Asked::version:
            return show(std::string{"daicho "} + version() + "\n", session);
        case Asked::run:
            break;
    }
    return run_chosen(actions, session);
}

/// "help models list" as "models list --help"; empty where that is not how it was called.
std::vector<const char*> arguments_of_help(Arguments arguments) {
    if (arguments.empty() || std::string_view(arguments.front()) != "help") return {};
    std::vector<const char*> asked(arguments.begin() + 1, arguments.end());
    asked.push_back("--help");
    return asked;
}

/// What was written before a failure is shown all the same.
void flush_what_is_left(std::ostream& out) {
    try {
        out.flush();
    } catch (...) {  // the failure may be that of writing
        return;
    }
}

}  // namespace

Exit run(Arguments arguments, std::ostream& out, std::ostream& talk) {
    const auto of_help = arguments_of_help(arguments);
    if (!of_help.empty()) arguments = of_help;
    Session session{chosen_language(arguments), ColourMode::automatic, out, talk};
    Subcommand program = new_program();
    session.explain = [&program](const Error& error) { return error_text(error, program); };
    const auto fail = [&](const BothTexts& why) {
        flush_what_is_left(out);
        talk << "daicho: " << why.in(session.language) << '\n';
        return Exit::failure;
    };
    try {
        return read_and_run(arguments, program, session);
    } catch (const ClosedPipe&) {
        return Exit::clean;
    } catch (const Error& error) {
        return fail(error_text(error, program));
    } catch (const std::bad_alloc&) {
        return fail({"メモリが足りません。ほかのプログラムを終了してから、もう一度実行してください。",
                     "out of memory; close other programs and try again"});
    } catch (const std::exception& error) {
        const std::string what = error.what();
        return fail(
            {"内部エラーです（" + what +
                 "）。実行したコマンドと版（daicho "
                 "--version）を開発元へ知らせてください。入力したデータは送らないでください。",
             "internal error (" + what +
                 "); please report the command and the version (daicho --version), without the data"});
    }
}

}  // namespace daicho
