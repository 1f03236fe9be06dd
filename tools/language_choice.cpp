#include "tools/language_choice.hpp"

#include <cstdlib>
#include <optional>
#include <string_view>

namespace daicho {

namespace {

std::optional<Language> language_named(std::string_view name) {
    if (name == "ja") return Language::ja;
    if (name == "en") return Language::en;
    return std::nullopt;
}

std::string_view variable(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// "ja_JP.UTF-8" is Japanese, any other language English; "C" and "POSIX" are none.
Language language_of_locale(std::string_view locale) {
    const std::string_view language = locale.substr(0, locale.find_first_of("_.@"));
    const bool none = language.empty() || language == "C" || language == "POSIX";
    return none || language == "ja" ? Language::ja : Language::en;
}

Language language_of_environment() {
    if (const auto language = language_named(variable("DAICHO_LANG"))) return *language;
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const std::string_view locale = variable(name); !locale.empty())
            return language_of_locale(locale);
    }
    return Language::ja;
}

}  // namespace

Language chosen_language(std::span<const char* const> arguments) {
    Language language = language_of_environment();
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

}  // namespace daicho
