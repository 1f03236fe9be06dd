#include "tools/run.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "grammars/base/error.hpp"
#include "tools/command.hpp"
#include "tools/options.hpp"
#include "tools/output_stream.hpp"
#include "tools/usage_error.hpp"
#include "tools/version.hpp"

namespace daicho {

namespace {

using Arguments = std::span<const char* const>;

std::optional<Language> language_named(std::string_view name) {
    if (name == "ja") return Language::ja;
    if (name == "en") return Language::en;
    return std::nullopt;
}

/// The language is needed before the options are declared, to declare them in it. What is wrong with the
/// option is told when it is read again with all others.
Language language_of(Arguments arguments) {
    const char* variable = std::getenv("DAICHO_LANG");
    Language language = language_named(variable ? variable : "").value_or(Language::ja);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        if (argument == "--") break;
        if (argument == "--lang" && i + 1 < arguments.size()) {
            language = language_named(arguments[i + 1]).value_or(language);
        } else if (argument.starts_with("--lang=")) {
            language = language_named(argument.substr(7)).value_or(language);
        }
    }
    return language;
}

void label_in_japanese(CLI::App& app) {
    const auto formatter = app.get_formatter();
    const std::pair<const char*, const char*> labels[] = {
        {"Usage", "使い方"},         {"Positionals", "引数"},
        {"Subcommands", "コマンド"}, {"OPTIONS", "オプション"},
        {"SUBCOMMAND", "コマンド"},  {"REQUIRED", "（必須）"},
        {"TEXT", "文字列"},          {"UINT", "数"},
    };
    for (const auto& [label, text] : labels) formatter->label(label, text);
}

void group_in_japanese(CLI::App& app) {
    app.group("コマンド");
    app.option_defaults()->group("オプション");
    app.get_help_ptr()->group("オプション");
}

using Actions = std::vector<std::pair<CLI::App*, std::unique_ptr<Action>>>;

void declare_global_options(CLI::App& app, Session& session) {
    if (session.language == Language::ja) label_in_japanese(app);
    const auto say = [&](const char* ja, const char* en) { return std::string{session.say(ja, en)}; };
    app.set_help_flag("-h,--help", say("この説明を表示する", "Show this help"));
    if (session.language == Language::ja) group_in_japanese(app);
    app.set_version_flag("--version", std::string{"daicho "} + version(),
                         say("版を表示する", "Show the version"));
    add_choice<Language>(app, "--lang", session.language, {{"ja", Language::ja}, {"en", Language::en}},
                         say("説明と報告の言語（環境変数 DAICHO_LANG、既定は ja）",
                             "Language of messages and reports (environment DAICHO_LANG, else ja)"),
                         session);
    add_choice<ColourMode>(
        app, "--color", session.colour,
        {{"auto", ColourMode::automatic}, {"always", ColourMode::always}, {"never", ColourMode::never}},
        say("色を付けるか（既定は端末のときだけ）", "Colour the output (default: on a terminal)"), session);
    app.add_option(
           "--registry", session.registry,
           say("台帳のファイル（環境変数 DAICHO_REGISTRY、既定は ~/.local/share/daicho/registry.sqlite）",
               "The registry file (environment DAICHO_REGISTRY, else ~/.local/share/daicho/registry.sqlite)"))
        ->type_name("FILE");
    app.require_subcommand(1);
    app.fallthrough();
}

Actions declare_commands(CLI::App& app, const Session& session) {
    Actions actions;
    for (const Command& command : commands()) {
        CLI::App* sub = app.add_subcommand(command.name, std::string{command.help.in(session.language)});
        if (session.language == Language::ja) group_in_japanese(*sub);
        actions.emplace_back(sub, command.add(*sub, session));
    }
    return actions;
}

Exit run_chosen(const Actions& actions, const Session& session) {
    for (const auto& [app, action] : actions) {
        if (!app->parsed()) continue;
        const Exit exit = action->run(session);
        session.out.flush();
        return exit;
    }
    return Exit::failure;
}

/// As CLI11 wants them.
std::vector<std::string> reversed(Arguments arguments) {
    std::vector<std::string> out;
    for (const char* argument : arguments) out.push_back(guarded(argument));
    std::ranges::reverse(out);
    return out;
}

Exit parse_and_run(Arguments arguments, Session& session) {
    CLI::App app{
        std::string{session.say("daicho（台帳）: ベース・レジストリとGIFのデータを調べ、直し、引く",
                                "daicho: check, mend and look up data of Japan's base registries and GIF")},
        "daicho"};
    declare_global_options(app, session);
    const Actions actions = declare_commands(app, session);
    try {
        app.parse(reversed(arguments));
    } catch (const CLI::Success& wanted) {
        app.exit(wanted, session.out, session.talk);
        session.out.flush();
        return Exit::clean;
    } catch (const CLI::ParseError& error) {
        session.talk << "daicho: " << usage_error(app, error, session.language) << '\n'
                     << session.say("「daicho --help」「daicho コマンド --help」で使い方を表示します。",
                                    "'daicho --help' and 'daicho COMMAND --help' show the usage.")
                     << '\n';
        return Exit::failure;
    }
    return run_chosen(actions, session);
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
    Session session{language_of(arguments), ColourMode::automatic, out, talk};
    const auto fail = [&](std::string_view ja, std::string_view en) {
        flush_what_is_left(out);
        talk << "daicho: " << session.say(ja, en) << '\n';
        return Exit::failure;
    };
    try {
        return parse_and_run(arguments, session);
    } catch (const ClosedPipe&) {
        return Exit::clean;
    } catch (const Error& error) {
        return fail(error.ja(), error.en());
    } catch (const std::bad_alloc&) {
        return fail("メモリが足りません。ほかのプログラムを終えてから、もう一度実行してください。",
                    "out of memory; end other programs and try again");
    } catch (const std::exception& error) {
        return fail(
            std::string{"内部エラーです（"} + error.what() + "）。入力とともに開発元へ知らせてください。",
            std::string{"internal error ("} + error.what() + "); please report it with the input");
    }
}

}  // namespace daicho
