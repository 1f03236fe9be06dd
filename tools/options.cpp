#include "tools/options.hpp"

#include "grammars/text/nearest.hpp"

namespace daicho {

std::string list_words(const std::vector<std::string_view>& words) {
    std::string out;
    for (const std::string_view word : words) {
        if (!out.empty()) out += ", ";
        out += word;
    }
    return out;
}

std::string unknown_word(std::string_view given, const std::vector<std::string_view>& words,
                         Language language) {
    const std::string_view near = nearest(given, words);
    const std::string word{given};
    if (language == Language::ja) {
        const std::string hint = near.empty() ? "" : "「" + std::string{near} + "」ではありませんか。";
        return "「" + word + "」という選択肢はありません。" + hint + "使えるもの: " + list_words(words);
    }
    const std::string hint = near.empty() ? "" : "; did you mean '" + std::string{near} + "'?";
    return "there is no choice '" + word + "'" + hint + " (choices: " + list_words(words) + ")";
}

namespace {

constexpr char guard = '\x1F';

}  // namespace

std::string guarded(std::string_view argument) {
    const bool list = argument.starts_with('[') && argument.ends_with(']');
    return (list ? std::string(1, guard) : std::string{}).append(argument);
}

CLI::Option* add_texts(CLI::App& app, const std::string& name, std::vector<std::string>& target,
                       std::string_view help) {
    const auto unguarded = [](std::string text) {
        if (text.starts_with(guard)) text.erase(0, 1);
        return text;
    };
    return app.add_option(name, target, std::string{help})->transform(unguarded, "");
}

}  // namespace daicho
