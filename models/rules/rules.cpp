#include <algorithm>

#include "models/rules/families.hpp"
#include "models/rules/rule.hpp"

namespace daicho {

namespace {

bool same_word(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b,
                              [](char x, char y) { return x == y || (x >= 'a' && x <= 'z' && x - 32 == y); });
}

}  // namespace

std::span<const RuleFamily> rule_families() {
    static const RuleFamily table[] = {
        {'F', {"ファイル", "File"}, file_rules(), Consequence::style},
        {'S', {"表の構造", "Structure"}, structure_rules(), Consequence::unreadable},
        {'C', {"文字", "Characters"}, character_rules(), Consequence::notation},
        {'T', {"値の書式", "Form of values"}, type_rules(), Consequence::unreadable},
        {'K', {"コード", "Codes"}, code_rules(), Consequence::wrong_fact},
        {'R', {"レコード", "Records"}, record_rules(), Consequence::wrong_fact},
        {'U', {"レコードの集まり", "Sets of records"}, set_rules(), Consequence::wrong_fact},
        {'M', {"モデルとの対応", "Fit with the model"}, model_rules(), Consequence::style},
        {'P', {"リポジトリの決まり", "Policy of a repository"}, policy_rules(), Consequence::wrong_fact},
    };
    return table;
}

Consequence consequence_of(RuleId id, Level blocks) {
    const Rule* rule = find_rule(id.text);
    if (!rule) return blocks == Level::lv2s ? Consequence::notation : Consequence::wrong_fact;
    if (rule->consequence != Consequence::of_family) return rule->consequence;
    const auto families = rule_families();
    const auto family = std::find_if(families.begin(), families.end(),
                                     [&](const RuleFamily& one) { return one.letter == id.text.front(); });
    return family->consequence;
}

const Rule* find_rule(std::string_view id_or_slug) {
    const bool id = id_or_slug.size() == 4 && id_or_slug[3] <= '9';
    for (const RuleFamily& family : rule_families()) {
        if (id && (id_or_slug[0] & ~0x20) != family.letter) continue;
        for (const Rule& rule : family.rules) {
            if (id && id_or_slug[3] != rule.id.text[3]) continue;
            if (same_word(id_or_slug, rule.id.text) || id_or_slug == rule.slug) return &rule;
        }
    }
    return nullptr;
}

Rule written_rule(RuleId id, Severity severity, Level blocks, Text message) {
    Rule rule;
    rule.id = id;
    rule.slug = id.text;
    rule.severity = severity;
    rule.blocks = blocks;
    rule.title = message;
    rule.message = message;
    return rule;
}

const Rule* RuleBook::find(RuleId id) const {
    const auto written = std::ranges::find(written_, id, &Rule::id);
    return written != written_.end() ? &*written : find_rule(id.text);
}

}  // namespace daicho
