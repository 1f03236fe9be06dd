#include "models/rules/character_finding.hpp"

#include <algorithm>

namespace daicho {

namespace {

constexpr std::size_t most_listed = 8;

/// "髙 U+9AD9 CP932 → 高"
std::string told(const CharacterProblem& problem, std::string_view text) {
    std::string out = unit_facts(slice(text, problem.where));
    std::string instead;
    for (const std::string& candidate : problem.candidates) {
        instead += (instead.empty() ? "" : "/") + candidate;
    }
    if (instead.empty() && problem.repair == RepairKind::guess) instead = problem.replacement;
    return instead.empty() || instead == " " ? out : out + " → " + instead;
}

}  // namespace

void tell_characters(Finding& finding, const CharacterProfile& profile, std::string_view text,
                     std::span<const CharacterProblem> problems) {
    std::vector<std::string> listed;
    std::size_t more = 0;
    bool first = true;
    bool all_safe = true;
    bool any_repair = false;
    for (const CharacterProblem& problem : problems) {
        if (problem.rule != finding.rule) continue;
        if (first) finding.span = problem.where;
        first = false;
        any_repair |= problem.repair != RepairKind::none;
        all_safe &= is_safe(problem.repair);
        if (!problem.lacking.empty()) finding.expected = problem.lacking.front();
        const std::string entry = told(problem, text);
        if (std::ranges::find(listed, entry) != listed.end()) continue;
        if (listed.size() < most_listed) {
            listed.push_back(entry);
        } else {
            ++more;
        }
    }
    finding.value = text;
    for (const std::string& entry : listed) finding.detail += (finding.detail.empty() ? "" : ", ") + entry;
    if (more > 0) finding.detail += " +" + std::to_string(more);
    if (any_repair) {
        finding.repair = {all_safe ? RepairKind::normal_form : RepairKind::guess,
                          repaired(text, problems, finding.rule)};
    }
    weigh(finding, profile);
}

std::vector<RuleId> broken_rules(std::span<const CharacterProblem> problems) {
    std::vector<RuleId> rules;
    for (const CharacterProblem& problem : problems) {
        if (std::ranges::find(rules, problem.rule) == rules.end()) rules.push_back(problem.rule);
    }
    return rules;
}

}  // namespace daicho
