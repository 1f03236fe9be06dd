#include "tools/option_list.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/text/join.hpp"
#include "grammars/text/nearest.hpp"

namespace daicho {

std::string list_words(const std::vector<std::string_view>& words) {
    return joined(words, ", ");
}

BothTexts unknown_word(std::string_view given, const std::vector<std::string_view>& words) {
    const std::string near{nearest(given, words)};
    const std::string word{given}, list = list_words(words);
    return {"「" + word + "」という選択肢はありません。" +
                (near.empty() ? "" : "「" + near + "」ではありませんか。") + "使えるもの: " + list,
            "there is no choice '" + word + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?") +
                " (choices: " + list + ")"};
}

void refuse_unknown_word(const std::string& where, std::string_view given,
                         const std::vector<std::string_view>& words) {
    const BothTexts why = unknown_word(given, words);
    throw Error{ErrorKind::usage, where + why.ja, where + why.en};
}

BothTexts no_number(std::string_view given) {
    const std::string text{given};
    return {"「" + text + "」は使えません。0以上の整数を指定してください。",
            "'" + text + "' cannot be used; give a whole number, 0 or more"};
}

std::string_view OptionSpec::shown() const {
    const std::size_t comma = name.find(',');
    return std::string_view{name}.substr(comma == name.npos ? 0 : comma + 1);
}

OptionSpec& OptionSpec::required() {
    needed = true;
    return *this;
}

OptionSpec& OptionSpec::each_time() {
    many = false;
    repeats = true;
    return *this;
}

OptionSpec& OptionSpec::separated_by(char mark) {
    separator = mark;
    return *this;
}

OptionSpec& OptionSpec::excludes(std::string other) {
    others.push_back(std::move(other));
    return *this;
}

OptionList::OptionList() = default;
OptionList::~OptionList() = default;
OptionList::OptionList(OptionList&&) noexcept = default;

Subcommand& OptionList::command(std::string name, BothTexts help) {
    return *commands_.emplace_back(
        std::make_unique<Subcommand>(Subcommand{std::move(name), std::move(help)}));
}

std::vector<const Subcommand*> chosen_commands(const Subcommand& program) {
    std::vector<const Subcommand*> path;
    for (const Subcommand* one = &program; one != nullptr; one = one->list.chosen()) path.push_back(one);
    return path;
}

const Subcommand* OptionList::chosen() const {
    for (const auto& command : commands_) {
        if (command->chosen) return command.get();
    }
    return nullptr;
}

OptionSpec& OptionList::add(OptionSpec spec) {
    return specs_.emplace_back(std::move(spec));
}

OptionSpec& OptionList::read(std::string name, std::string value,
                             std::function<Complaint(const std::string&)> take, BothTexts help) {
    OptionSpec spec;
    spec.name = std::move(name);
    spec.value = std::move(value);
    spec.help = std::move(help);
    spec.take = std::move(take);
    return add(std::move(spec));
}

OptionSpec& OptionList::text(std::string name, std::string value, std::string& target, BothTexts help) {
    const auto take = [&target](const std::string& given) -> Complaint {
        target = given;
        return std::nullopt;
    };
    return read(std::move(name), std::move(value), take, std::move(help));
}

OptionSpec& OptionList::texts(std::string name, std::string value, std::vector<std::string>& target,
                              BothTexts help) {
    const auto take = [&target](const std::string& given) -> Complaint {
        target.push_back(given);
        return std::nullopt;
    };
    OptionSpec& spec = read(std::move(name), std::move(value), take, std::move(help));
    spec.many = true;
    return spec;
}

OptionSpec& OptionList::flag(std::string name, bool& target, BothTexts help) {
    return mark(std::move(name), target, true, std::move(help));
}

OptionSpec& OptionList::argument(std::string name, std::string& target, BothTexts help) {
    const std::string value = name;
    return text(std::move(name), value, target, std::move(help));
}

OptionSpec& OptionList::arguments(std::string name, std::vector<std::string>& target, BothTexts help) {
    const std::string value = name;
    return texts(std::move(name), value, target, std::move(help));
}

bool OptionList::has(std::string_view name) const {
    return std::ranges::any_of(specs_, [&](const OptionSpec& spec) {
        return spec.name == name || (!spec.positional() && spec.shown() == name);
    });
}

}  // namespace daicho
