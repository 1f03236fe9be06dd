#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "tools/session.hpp"

namespace daicho {

/// Words that an option can have and what they mean.
template <class T>
using Choices = std::vector<std::pair<std::string_view, T>>;

/// "a, b, c" of the words, for a message.
std::string list_words(const std::vector<std::string_view>& words);

/// What to say of a word that is none of `words`, with the nearest of them.
std::string unknown_word(std::string_view given, const std::vector<std::string_view>& words,
                         Language language);

/// An option whose value is one of a few words.
template <class T>
CLI::Option* add_choice(CLI::App& app, const std::string& name, T& target, Choices<T> choices,
                        std::string_view help, const Session& session) {
    std::vector<std::string_view> words;
    for (const auto& choice : choices) words.push_back(choice.first);
    std::string type;
    for (const std::string_view word : words) type += (type.empty() ? "" : "|") + std::string{word};
    const auto read = [name, &target, choices, words, language = session.language](const std::string& given) {
        for (const auto& [word, value] : choices) {
            if (word == given) {
                target = value;
                return;
            }
        }
        throw CLI::ValidationError(name, unknown_word(given, words, language));
    };
    return app.add_option_function<std::string>(name, read, std::string{help})->type_name(type);
}

/// CLI11 takes an argument such as "[a,b]" for a list. Arguments are guarded against that before they are
/// parsed; an option of several texts takes the guard off again.
std::string guarded(std::string_view argument);
CLI::Option* add_texts(CLI::App& app, const std::string& name, std::vector<std::string>& target,
                       std::string_view help);

}  // namespace daicho
