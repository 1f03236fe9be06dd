#include "tools/help_text.hpp"
#include "tools/option_list.hpp"

#include "grammars/text/width.hpp"

namespace daicho {

namespace {

constexpr std::size_t help_column = 30;

/// "  --lang ja|en                Language …": the help begins in one column, on its own line where the name
/// is long.
void add_entry(std::string& out, const std::string& name, const std::string& help) {
    std::string line = "  " + name;
    const std::size_t width = display_width(line);
    out += line;
    if (width + 2 > help_column) {
        out.append("\n").append(help_column, ' ');
    } else {
        out.append(help_column - width, ' ');
    }
    for (const char c : help) {
        out += c;
        if (c == '\n') out.append(help_column, ' ');
    }
    out += '\n';
}

/// "-o, --output OUT"
std::string name_of(const OptionSpec& spec) {
    if (spec.positional()) return spec.many ? spec.name + "..." : spec.name;
    std::string name = spec.name;
    if (const auto comma = name.find(','); comma != name.npos) name.insert(comma + 1, " ");
    if (!spec.value.empty()) name.append(" ").append(spec.value).append(spec.many ? "..." : "");
    return name;
}

std::string help_of(const OptionSpec& spec, Language language) {
    std::string help = spec.help.in(language);
    if (spec.needed) help += Text{"（必須）", " (required)"}.in(language);
    for (const std::string& other : spec.others) {
        help +=
            BothTexts{"（" + other + " とは一緒に指定できない）", " (not together with " + other + ")"}.in(
                language);
    }
    return help;
}

std::string usage_line(const std::string& path, const OptionList& list, Language language) {
    std::string line{Text{"使い方: ", "Usage: "}.in(language)};
    line.append(path).append(Text{" [オプション]", " [OPTIONS]"}.in(language));
    for (const OptionSpec& spec : list.specs()) {
        if (!spec.positional()) {
            if (spec.needed) line.append(" ").append(spec.shown()).append(" ").append(spec.value);
            continue;
        }
        const std::string name = name_of(spec);
        line.append(spec.needed ? " " + name : " [" + name + "]");
    }
    if (!list.commands().empty()) line += Text{" コマンド", " COMMAND"}.in(language);
    return line + "\n";
}

void add_arguments(std::string& out, const OptionList& list, Language language) {
    std::string lines;
    for (const OptionSpec& spec : list.specs()) {
        if (spec.positional()) add_entry(lines, name_of(spec), help_of(spec, language));
    }
    if (!lines.empty()) out.append(Text{"\n引数:\n", "\nArguments:\n"}.in(language)).append(lines);
}

void add_options(std::string& out, const OptionList& list, bool is_program, Language language) {
    out += Text{"\nオプション:\n", "\nOptions:\n"}.in(language);
    add_entry(out, "-h, --help", std::string{Text{"この説明を表示する", "Show this help"}.in(language)});
    if (is_program) {
        add_entry(out, "--version", std::string{Text{"版を表示する", "Show the version"}.in(language)});
    }
    for (const OptionSpec& spec : list.specs()) {
        if (!spec.positional()) add_entry(out, name_of(spec), help_of(spec, language));
    }
}

void add_commands(std::string& out, const OptionList& list, Language language) {
    if (list.commands().empty()) return;
    out += Text{"\nコマンド:\n", "\nCommands:\n"}.in(language);
    for (const auto& command : list.commands()) add_entry(out, command->name, command->help.in(language));
}

/// "daicho models list"
std::string path_of(const Subcommand& program) {
    std::string path;
    for (const Subcommand* one : chosen_commands(program))
        path.append(path.empty() ? "" : " ").append(one->name);
    return path;
}

}  // namespace

std::string help_text(const Subcommand& program, Language language) {
    const Subcommand* const command = chosen_commands(program).back();
    std::string out =
        command->help.in(language) + "\n" + usage_line(path_of(program), command->list, language);
    add_arguments(out, command->list, language);
    add_options(out, command->list, command == &program, language);
    add_commands(out, command->list, language);
    return out;
}

std::string usage_hint(const Subcommand& program, Language language) {
    const std::string path = path_of(program);
    return usage_line(path, chosen_commands(program).back()->list, language) +
           BothTexts{"くわしくは: " + path + " --help\n", "More: " + path + " --help\n"}.in(language);
}

}  // namespace daicho
