#include "tools/rule_selection.hpp"

#include <utility>

#include "tools/rule_choice.hpp"

namespace daicho {

namespace {

void add_choices(OptionList& list, std::string name, std::vector<std::string>& rules, BothTexts help) {
    const auto take = [&rules](const std::string& given) -> Complaint {
        std::string choice;
        if (const Complaint complaint = read_rule_choice(given, choice)) return complaint;
        rules.push_back(choice);
        return std::nullopt;
    };
    list.read(std::move(name), "RULE,...", take, std::move(help)).each_time().separated_by(',');
}

}  // namespace

bool RuleSelection::wants(RuleId rule) const {
    return (select.empty() || chooses_one(select, rule)) && !chooses_one(ignore, rule);
}

void add_rule_selection(OptionList& list, RuleSelection& rules) {
    add_choices(list, "--select", rules.select,
                {"この規則だけを調べる（例: K,R401。先頭の文字だけでもよい）",
                 "Check these rules alone (K,R401; a beginning is enough)"});
    add_choices(list, "--ignore", rules.ignore, {"この規則は調べない", "Leave these rules out"});
}

void HeldBack::note(const Finding& finding) {
    if (finding.blocks == Level::none) return;
    if (lowest_ == Level::none || finding.blocks < lowest_) lowest_ = finding.blocks;
}

void HeldBack::mark(FileVerdict& verdict) const {
    if (lowest_ == Level::none || !verdict.level) return;
    verdict.partly_told |= static_cast<int>(lowest_) <= static_cast<int>(*verdict.level) + 1;
}

}  // namespace daicho
