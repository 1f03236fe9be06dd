#include "tests/support/address_spellings.hpp"

#include <algorithm>
#include <set>

#include "tests/support/address_draft.hpp"

namespace daicho::spellings {

namespace {

/// All of them, group after group.
const std::vector<Habit>& habits() {
    static const std::vector<Habit> all = [] {
        std::vector<Habit> both = name_habits();
        both.insert(both.end(), lot_habits().begin(), lot_habits().end());
        return both;
    }();
    return all;
}

/// Habits that a reader may answer with a tie at best are shown alone only.
bool mixes(const Habit& habit) {
    return habit.group != "kana" && habit.name != "gaiji" && habit.name != "no city" &&
           habit.name != "no region";
}

Spelling finished(const Draft& draft) {
    Spelling spelling = draft.spelling;
    spelling.text = draft.text();
    return spelling;
}

/// `draft` with the habit; as it is where that changes nothing.
Draft with(const Draft& draft, const Habit& habit, Chance& chance) {
    Draft changed = draft;
    if (!habit.apply(changed, chance)) return draft;
    changed.spelling.habits.push_back(habit.name);
    return changed;
}

std::vector<std::string_view> groups() {
    std::vector<std::string_view> names;
    for (const Habit& habit : habits()) {
        if (names.empty() || names.back() != habit.group) names.push_back(habit.group);
    }
    return names;
}

/// One habit of `group`, or none: which, the chance decides.
void add_of_group(Draft& draft, std::string_view group, Chance& chance) {
    std::vector<const Habit*> choices;
    for (const Habit& habit : habits()) {
        if (habit.group == group && mixes(habit)) choices.push_back(&habit);
    }
    if (choices.empty() || chance.below(5) < 2) return;
    draft = with(draft, *choices[chance.below(choices.size())], chance);
}

std::string without_word(std::string_view name) {
    for (const std::string_view word : {"大字", "小字", "字"}) {
        if (name.starts_with(word) && name.size() > word.size()) return std::string(name.substr(word.size()));
    }
    return std::string(name);
}

std::string plain_letters(std::string name) {
    constexpr std::string_view letters[][2] = {
        {"の", "ノ"}, {"之", "ノ"}, {"ヶ", "ケ"}, {"が", "ケ"}, {"ッ", "ツ"}};
    for (const auto& [from, to] : letters) {
        for (std::size_t at; (at = name.find(from)) != std::string::npos;) name.replace(at, from.size(), to);
    }
    return name;
}

}  // namespace

std::vector<std::string_view> all_habits() {
    std::vector<std::string_view> names;
    for (const Habit& habit : habits()) names.push_back(habit.name);
    return names;
}

std::vector<Spelling> single_habits(const KnownAddress& address, const std::vector<OldForm>& old_forms,
                                    std::uint64_t seed) {
    Chance chance(seed);
    std::vector<Spelling> spellings = {finished(plain_draft(address, old_forms))};
    for (const Habit& habit : habits()) {
        Draft draft = plain_draft(address, old_forms);
        const bool hyphens = habit.group == "hyphen" || habit.name == "room by hyphen";
        if (hyphens) draft.style = {"-", "", "-", ""};
        draft = with(draft, habit, chance);
        if (!draft.spelling.habits.empty()) spellings.push_back(finished(draft));
    }
    return spellings;
}

std::vector<Spelling> mixed_habits(const KnownAddress& address, const std::vector<OldForm>& old_forms,
                                   std::uint64_t seed, std::size_t count) {
    Chance chance(seed);
    std::vector<Spelling> spellings;
    for (std::size_t i = 0; i < count; ++i) {
        Draft draft = plain_draft(address, old_forms);
        for (const std::string_view group : groups()) add_of_group(draft, group, chance);
        spellings.push_back(finished(draft));
    }
    return spellings;
}

std::string told_by(const KnownAddress& address, const Spelling& spelling) {
    std::string key;
    if (spelling.names_prefecture) key += address.prefecture;
    if (spelling.names_city) key += address.city;
    if (spelling.names_ward) key += address.ward;
    key += plain_letters("/" + without_word(address.oaza) + without_word(address.koaza) + "/");
    if (!address.chome_number.empty()) key += address.chome_number + (spelling.names_chome ? "丁目" : "-");
    if (address.kind == KnownAddress::Kind::town) return key;
    for (const std::string& number : address.numbers) {
        if (!number.empty()) key += number + "-";
    }
    return key;
}

}  // namespace daicho::spellings
