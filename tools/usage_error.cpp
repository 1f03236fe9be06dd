#include "tools/usage_error.hpp"

#include <algorithm>
#include <vector>

#include <CLI/CLI.hpp>

#include "grammars/text/nearest.hpp"

namespace daicho {

namespace {

/// The command that was being read when the arguments were refused.
const CLI::App& command_of(const CLI::App& app) {
    const auto parsed = app.get_subcommands();
    return parsed.empty() ? app : command_of(*parsed.back());
}

void add_option_names(const CLI::App& app, std::vector<std::string>& names) {
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
}

std::string nearest_of(std::string_view word, const std::vector<std::string>& names) {
    const std::vector<std::string_view> views(names.begin(), names.end());
    return std::string{nearest(word, views)};
}

std::string unknown_option(const CLI::App& app, const std::string& given, Language language) {
    std::vector<std::string> names;
    add_option_names(command_of(app), names);
    add_option_names(app, names);
    const std::string near = nearest_of(given.substr(0, given.find('=')), names);
    if (language == Language::ja) {
        return "「" + given + "」というオプションはありません。" +
               (near.empty() ? "" : "「" + near + "」ではありませんか。");
    }
    return "there is no option '" + given + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?");
}

std::string unknown_command(const CLI::App& app, const std::string& given, Language language) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
    const std::string near = nearest_of(given, names);
    if (language == Language::ja) {
        return "「" + given + "」というコマンドはありません。" +
               (near.empty() ? "" : "「" + near + "」ではありませんか。");
    }
    return "there is no command '" + given + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?");
}

std::string too_many(const std::string& given, Language language) {
    if (language == Language::ja)
        return "「" + given + "」は余分な引数です。空白を含む引数は引用符で囲んでください。";
    return "the argument '" + given + "' is one too many; quote arguments that contain spaces";
}

/// CLI11 tells what was wrong in English only: the names it mentions are kept, the sentence is ours.
std::string other_error(const CLI::ParseError& error, Language language) {
    const std::string what = error.what();
    if (dynamic_cast<const CLI::ValidationError*>(&error)) return what;
    const std::string name = what.substr(0, what.find_first_of(": "));
    const bool ja = language == Language::ja;
    if (dynamic_cast<const CLI::RequiredError*>(&error)) {
        if (what.starts_with("A subcommand"))
            return ja ? "コマンドを指定してください。" : "a command is needed";
        return ja ? name + " を指定してください。" : name + " is needed";
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
        return ja ? name + " には値を一つ付けてください。" : name + " takes one value";
    }
    return ja ? "引数を読めません（" + what + "）。" : "cannot read the arguments: " + what;
}

}  // namespace

std::string usage_error(const CLI::App& app, const CLI::ParseError& error, Language language) {
    const std::vector<std::string> unread = app.remaining(true);
    const auto option = std::ranges::find_if(
        unread, [](const std::string& text) { return text.size() > 1 && text[0] == '-'; });
    if (option != unread.end()) return unknown_option(app, *option, language);
    if (!unread.empty()) {
        const CLI::App& command = command_of(app);
        if (command.get_require_subcommand_min() != 0)
            return unknown_command(command, unread.front(), language);
        return too_many(unread.front(), language);
    }
    return other_error(error, language);
}

}  // namespace daicho
