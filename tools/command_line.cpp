#include "tools/command_line.hpp"
#include "tools/option_list.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "grammars/text/nearest.hpp"

namespace daicho {

namespace {

/// CLI11 takes an argument such as "[a,b]" for a list; a mark in front keeps it from that.
constexpr char bracket_guard = '\x1F';

std::string guarded(std::string_view argument) {
    const bool list = argument.starts_with('[') && argument.ends_with(']');
    return (list ? std::string(1, bracket_guard) : std::string{}).append(argument);
}

std::string unguarded(std::string text) {
    if (text.starts_with(bracket_guard)) text.erase(0, 1);
    return text;
}

/// A value that its option does not take.
struct RefusedValue {
    BothTexts why;
};

void take_value(const OptionSpec& spec, const std::string& value) {
    const Complaint complaint = spec.take(value);
    if (!complaint) return;
    const std::string name{spec.shown()};
    throw RefusedValue{{name + ": " + complaint->ja, name + ": " + complaint->en}};
}

void take_values(const OptionSpec& spec, const CLI::results_t& results) {
    for (const std::string& result : results) {
        const std::string text = unguarded(result);
        if (spec.separator == '\0') {
            take_value(spec, text);
            continue;
        }
        for (const std::string& part : CLI::detail::split(text, spec.separator)) {
            if (!part.empty()) take_value(spec, part);
        }
    }
}

void declare_option(CLI::App& app, const OptionSpec& spec) {
    CLI::Option* option = nullptr;
    if (spec.value.empty()) {
        option = app.add_flag_callback(spec.name, [&spec] { take_value(spec, {}); });
    } else {
        const CLI::callback_t take = [&spec](const CLI::results_t& results) {
            take_values(spec, results);
            return true;
        };
        option = app.add_option(spec.name, take);
    }
    if (spec.many) option->expected(1, CLI::detail::expected_max_vector_size)->allow_extra_args();
    if (spec.repeats) option->expected(1)->take_all();
    option->required(spec.needed);
    for (const std::string& other : spec.others) option->excludes(app.get_option(other));
}

void declare_list(CLI::App& app, const OptionList& list) {
    for (const OptionSpec& spec : list.specs()) declare_option(app, spec);
    for (const auto& command : list.commands())
        declare_list(*app.add_subcommand(command->name), command->list);
    if (!list.commands().empty()) app.require_subcommand(1);
}

void mark_chosen(const CLI::App& app, OptionList& list) {
    for (const auto& command : list.commands()) {
        const CLI::App* const sub = app.get_subcommand(command->name);
        command->chosen = sub->parsed();
        if (command->chosen) mark_chosen(*sub, command->list);
    }
}

/// The command that was being read when the arguments were refused.
const OptionList& list_read(const OptionList& program) {
    for (const auto& command : program.commands()) {
        if (command->chosen) return list_read(command->list);
    }
    return program;
}

std::vector<std::string_view> option_names(const OptionList& list, const OptionList& program) {
    std::vector<std::string_view> names{"--help", "--version"};
    for (const OptionList* one : {&list, &program}) {
        for (const OptionSpec& spec : one->specs()) {
            if (!spec.positional()) names.push_back(spec.shown());
        }
    }
    return names;
}

/// What other commands and programs call an option, and what it may be called here.
constexpr std::pair<std::string_view, std::string_view> other_words[] = {
    {"--model", "--to"},
    {"--to", "--model"},
    {"--format", "--to"},
    {"--json", "--format"},
    {"--csv", "--format"},
    {"--output", "--report"},
    {"-o", "--report"},
    {"--port", "--listen"},
    {"--host", "--listen"},
    {"--bind", "--listen"},
    {"--strict", "--fail-on"},
    {"--language", "--lang"},
    {"--delimiter", "--input-delimiter"}};

/// What other programs call a command, or what is a command of one here.
constexpr std::pair<std::string_view, std::string_view> commands_elsewhere[] = {
    {"explain", "rules explain"},
    {"export", "models export"},
    {"template", "models template"},
    {"infer", "models infer"},
    {"search", "lookup"},
    {"find", "lookup"},
    {"geocode", "lookup address"},
    {"normalize", "lookup address"},
    {"near", "lookup near"},
    {"reverse", "lookup near"},
    {"address", "lookup address"},
    {"corporation", "lookup corporation"},
    {"municipality", "lookup municipality"},
    {"postal-code", "lookup postal-code"},
    {"lint", "check"},
    {"format", "fix"},
    {"server", "serve"},
    {"compare", "diff"},
    {"import", "build"},
    {"download", "fetch"}};

/// The one that was meant by another word, a word that is misspelt, or the first that begins with it (--max:
/// --max-findings).
std::string_view meant(std::string_view given, std::span<const std::string_view> names) {
    for (const auto& [word, ours] : other_words) {
        if (word == given && std::ranges::find(names, ours) != names.end()) return ours;
    }
    const auto longer = std::find_if(names.begin(), names.end(), [&](std::string_view name) {
        return given.size() > std::string_view("--x").size() && name.starts_with(given);
    });
    return longer != names.end() ? *longer : nearest(given, names);
}

/// "there is no option '--fromat'; did you mean '--format'?"
BothTexts no_such(const std::string& given, const Text& kind, std::span<const std::string_view> names) {
    const std::string near{meant(std::string_view{given}.substr(0, given.find('=')), names)};
    return {"「" + given + "」という" + std::string{kind.ja} + "はありません。" +
                (near.empty() ? "" : "「" + near + "」ではありませんか。"),
            "there is no " + std::string{kind.en} + " '" + given + "'" +
                (near.empty() ? "" : "; did you mean '" + near + "'?")};
}

BothTexts unread_argument(const std::string& given, const OptionList& list, const OptionList& program) {
    if (given.size() > 1 && given[0] == '-') {
        return no_such(given, {"オプション", "option"}, option_names(list, program));
    }
    if (!list.commands().empty()) {
        std::vector<std::string_view> names;
        for (const auto& command : list.commands()) names.push_back(command->name);
        const auto elsewhere = std::ranges::find(commands_elsewhere, given,
                                                 &std::pair<std::string_view, std::string_view>::first);
        if (&list == &program && elsewhere != std::end(commands_elsewhere)) {
            const std::string ours(elsewhere->second);
            return {"「" + given + "」というコマンドはありません。「daicho " + ours + "」を使ってください。",
                    "there is no command '" + given + "'; 'daicho " + ours + "' does that"};
        }
        BothTexts why = no_such(given, {"コマンド", "command"}, names);
        if (&list != &program && meant(given, names).empty()) {
            const std::string all = list_words(names);
            why.ja += "使えるもの: " + all;
            why.en += " (there are " + all + ")";
        }
        return why;
    }
    if (list.has("--output")) {
        return {"「" + given + "」は余分な引数です。書き出すファイルなら「-o " + given +
                    "」と指定し、空白を含む引数は引用符で囲んでください。",
                "the argument '" + given + "' is one too many; a file to write is named by '-o " + given +
                    "', and arguments that contain spaces are quoted"};
    }
    if (given.ends_with(".sqlite")) {
        return {"「" + given + "」は余分な引数です。台帳なら「--registry " + given + "」と指定してください。",
                "the argument '" + given + "' is one too many; a registry is named by '--registry " + given +
                    "'"};
    }
    return {"「" + given + "」は余分な引数です。空白を含む引数は引用符で囲んでください。",
            "the argument '" + given + "' is one too many; quote arguments that contain spaces"};
}

/// "TABLE (table to patch) is needed": with the first line of its help.
BothTexts needed(const std::string& name, const OptionList& list) {
    const auto spec = std::ranges::find(list.specs(), std::string_view(name), &OptionSpec::shown);
    const auto what = [&](const std::string& help) { return help.substr(0, help.find('\n')); };
    if (spec == list.specs().end()) return {name + " を指定してください。", name + " is needed"};
    return {name + "（" + what(spec->help.ja) + "）を指定してください。",
            name + " (" + what(spec->help.en) + ") is needed"};
}

/// CLI11 tells what was wrong in English only: the names it mentions are kept, the sentence is ours.
BothTexts reworded(const CLI::ParseError& error, const OptionList& list) {
    const std::string what = error.what();
    const std::string name = what.substr(0, what.find_first_of(": "));
    if (dynamic_cast<const CLI::RequiredError*>(&error)) {
        if (what.starts_with("A subcommand")) return {"コマンドを指定してください。", "a command is needed"};
        return needed(name, list);
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
        return {name + " には値を一つ付けてください。", name + " takes one value"};
    }
    if (dynamic_cast<const CLI::ExcludesError*>(&error)) {
        const std::string other = what.substr(what.rfind(' ') + 1);
        return {name + " と " + other + " は一緒に指定できません。",
                name + " and " + other + " exclude each other"};
    }
    return {name + " を読み取れません。", "cannot read the arguments: " + what};
}

BothTexts refusal_of(const CLI::App& app, const CLI::ParseError& error, const OptionList& program) {
    const std::vector<std::string> unread = app.remaining(true);
    if (unread.empty()) return reworded(error, list_read(program));
    const auto option = std::ranges::find_if(
        unread, [](const std::string& text) { return text.size() > 1 && text[0] == '-'; });
    return unread_argument(unguarded(option != unread.end() ? *option : unread.front()), list_read(program),
                           program);
}

/// As CLI11 wants them.
std::vector<std::string> reversed(std::span<const char* const> arguments) {
    std::vector<std::string> out;
    for (const char* argument : arguments) out.push_back(guarded(argument));
    std::ranges::reverse(out);
    return out;
}

}  // namespace

CommandLine read_command_line(std::span<const char* const> arguments, OptionList& program) {
    CLI::App app;
    app.set_help_flag("-h,--help");
    app.set_version_flag("--version", "");
    app.fallthrough();
    declare_list(app, program);
    try {
        app.parse(reversed(arguments));
        mark_chosen(app, program);
        return {};
    } catch (const CLI::CallForVersion&) {
        return {Asked::version, std::nullopt};
    } catch (const CLI::CallForHelp&) {
        mark_chosen(app, program);
        return {Asked::help, std::nullopt};
    } catch (const RefusedValue& refused) {
        mark_chosen(app, program);
        return {Asked::run, refused.why};
    } catch (const CLI::ParseError& error) {
        mark_chosen(app, program);
        return {Asked::run, refusal_of(app, error, program)};
    }
}

}  // namespace daicho
