#include "tools/rule_choice.hpp"

#include <algorithm>

#include "models/rules/rule.hpp"
#include "tools/near_name.hpp"

namespace daicho {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "R", "R4", "R40": the ids that begin so.
bool begins_ids(std::string_view text) {
    if (text.empty() || text.size() > 3 || !std::all_of(text.begin() + 1, text.end(), is_digit)) return false;
    return std::ranges::any_of(rule_families(), [&](const RuleFamily& family) {
        return std::ranges::any_of(family.rules,
                                   [&](const Rule& rule) { return rule.id.text.starts_with(text); });
    });
}

std::vector<std::string_view> known_rules() {
    std::vector<std::string_view> words;
    for (const RuleFamily& family : rule_families()) {
        for (const Rule& rule : family.rules) {
            words.push_back(rule.id.text);
            words.push_back(rule.slug);
        }
    }
    return words;
}

}  // namespace

Complaint read_rule_choice(std::string_view given, std::string& choice) {
    if (const Rule* rule = find_rule(given)) {
        choice = rule->id.text;
        return std::nullopt;
    }
    if (given.find('.') != given.npos || begins_ids(given)) {
        choice = given;
        return std::nullopt;
    }
    return no_such_name({"規則", "rule"}, given, known_rules());
}

bool chooses(std::string_view choice, RuleId rule) {
    if (choice == rule.text) return true;
    return choice.size() < 4 && choice.find('.') == choice.npos && rule.text.find('.') == rule.text.npos &&
           rule.text.starts_with(choice);
}

bool chooses_one(const std::vector<std::string>& choices, RuleId rule) {
    return std::ranges::any_of(choices, [&](const std::string& choice) { return chooses(choice, rule); });
}

}  // namespace daicho
