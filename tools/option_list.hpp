#pragma once

#include <charconv>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/base/both_texts.hpp"

namespace daicho {

/// What is wrong with a value; nothing where it was taken.
using Complaint = std::optional<BothTexts>;

/// An option, or an argument that goes by its place, as a command declares it.
struct OptionSpec {
    std::string name;                 ///< "--lang", "-o,--output"; of an argument "FILE"
    std::string value;                ///< what stands for the value in the help ("NAME"); a flag has none
    BothTexts help;                   ///< lines behind the first stand below it
    std::vector<std::string> others;  ///< names of the options that this one cannot go with
    char separator = '\0';            ///< what parts values in one word ("," in "a,b")
    bool many = false;                ///< takes as many words as follow, any number of times
    bool repeats = false;             ///< takes one word each time, any number of times
    bool needed = false;
    /// Takes one value; a flag is told once, with no text.
    std::function<Complaint(const std::string&)> take;

    bool positional() const { return name.front() != '-'; }
    /// The name as messages say it: "--output" of "-o,--output".
    std::string_view shown() const;

    OptionSpec& required();
    /// For lists: one word after each time the option is named.
    OptionSpec& each_time();
    OptionSpec& separated_by(char mark);
    OptionSpec& excludes(std::string other);
};

/// Words that an option can have and what they mean.
template <class T>
using Choices = std::vector<std::pair<std::string_view, T>>;

/// "a, b, c" of the words, for a message.
std::string list_words(const std::vector<std::string_view>& words);

/// What to say of a word that is none of `words`, with the nearest of them.
BothTexts unknown_word(std::string_view given, const std::vector<std::string_view>& words);

/// Throws an Error that says so, behind `where` ("--fold: ").
[[noreturn]] void refuse_unknown_word(const std::string& where, std::string_view given,
                                      const std::vector<std::string_view>& words);

struct Subcommand;

/// What a command can be told. What the options hold is written into targets, which must outlive the list.
class OptionList {
 public:
    OptionList();
    ~OptionList();
    OptionList(OptionList&&) noexcept;
    OptionList& operator=(OptionList&&) = delete;

    using Specs = std::deque<OptionSpec>;  // their places stay

    OptionSpec& text(std::string name, std::string value, std::string& target, BothTexts help);
    OptionSpec& texts(std::string name, std::string value, std::vector<std::string>& target, BothTexts help);
    OptionSpec& flag(std::string name, bool& target, BothTexts help);
    /// A flag that gives `target` a value: --bom true, --no-bom false.
    template <class T, class Value>
    OptionSpec& mark(std::string name, T& target, Value value, BothTexts help);
    /// A value that `take` reads or complains of.
    OptionSpec& read(std::string name, std::string value, std::function<Complaint(const std::string&)> take,
                     BothTexts help);
    /// A whole number, not below 0.
    template <class T>
    OptionSpec& number(std::string name, std::string value, T& target, BothTexts help);
    /// One of a few words.
    template <class T>
    OptionSpec& choice(std::string name, T& target, Choices<T> choices, BothTexts help);

    // Arguments go by their place, in the order of their declaration.
    OptionSpec& argument(std::string name, std::string& target, BothTexts help);
    OptionSpec& arguments(std::string name, std::vector<std::string>& target, BothTexts help);

    /// A command below this one. Its place stays.
    Subcommand& command(std::string name, BothTexts help);

    const Specs& specs() const { return specs_; }
    const std::vector<std::unique_ptr<Subcommand>>& commands() const { return commands_; }
    /// The command that the arguments named, or null.
    const Subcommand* chosen() const;
    /// Whether an option has this name ("--encoding").
    bool has(std::string_view name) const;

 private:
    OptionSpec& add(OptionSpec spec);

    Specs specs_;
    std::vector<std::unique_ptr<Subcommand>> commands_;
};

/// A command: how it is called, and what it can be told.
struct Subcommand {
    std::string name;
    BothTexts help;
    OptionList list{};
    bool chosen = false;  ///< the arguments named it
};

/// The program and the commands in it that the arguments named, the innermost last.
std::vector<const Subcommand*> chosen_commands(const Subcommand& program);

/// What to say of a text that is no whole number that fits.
BothTexts no_number(std::string_view given);

/// The number that a target holds, optional or not.
template <class T>
struct NumberIn {
    using Type = T;
};
template <class T>
struct NumberIn<std::optional<T>> {
    using Type = T;
};

template <class T>
OptionSpec& OptionList::number(std::string name, std::string value, T& target, BothTexts help) {
    const auto take = [&target](const std::string& given) -> Complaint {
        typename NumberIn<T>::Type number{};
        const char* const end = given.data() + given.size();
        const auto [stop, wrong] = std::from_chars(given.data(), end, number);
        if (wrong != std::errc{} || stop != end || given.empty() || given.front() == '-')
            return no_number(given);
        target = number;
        return std::nullopt;
    };
    return read(std::move(name), std::move(value), take, std::move(help));
}

template <class T, class Value>
OptionSpec& OptionList::mark(std::string name, T& target, Value value, BothTexts help) {
    const auto take = [&target, value](const std::string&) -> Complaint {
        target = value;
        return std::nullopt;
    };
    return read(std::move(name), {}, take, std::move(help));
}

template <class T>
OptionSpec& OptionList::choice(std::string name, T& target, Choices<T> choices, BothTexts help) {
    std::string words;
    for (const auto& choice : choices) words.append(words.empty() ? "" : "|").append(choice.first);
    const auto take = [&target, choices = std::move(choices)](const std::string& given) -> Complaint {
        std::vector<std::string_view> known;
        for (const auto& [word, meaning] : choices) {
            if (word == given) {
                target = meaning;
                return std::nullopt;
            }
            known.push_back(word);
        }
        return unknown_word(given, known);
    };
    return read(std::move(name), std::move(words), take, std::move(help));
}

}  // namespace daicho
