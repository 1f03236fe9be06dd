#include "grammars/characters/character_converter.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/characters/shrink_text.hpp"
#include "grammars/text/unit.hpp"

namespace daicho {

namespace {

constexpr std::size_t remembered_units = 50000;
/// Why a private use character is left where there is a table of own characters.
constexpr const char* not_in_table = "not-in-table";

bool joins(char32_t base, char32_t c) {
    const CharacterProperties properties = properties_of(c);
    if (properties & (character::selector | character::combining | character::nfc_maybe)) return true;
    constexpr CharacterProperties half_mark = character::voicing | character::half_width_kana;
    if ((properties & half_mark) == half_mark) return (properties_of(base) & character::half_width_kana) != 0;
    return is_jis_sequence(base, c);
}

std::size_t cluster_end(std::string_view text, std::size_t at, std::size_t end) {
    const CodePoint base = code_point_at(text, at);
    at += base.size;
    while (at < end && static_cast<unsigned char>(text[at]) >= 0x80) {
        const CodePoint next = code_point_at(text, at);
        if (!joins(base.value, next.value)) break;
        at += next.size;
    }
    return at;
}

template <class Names>
std::string_view key_of(const Names& names, std::size_t index) {
    return names[index].key;
}

/// To JIS, or to Unicode, the two are one character.
bool same_character(const UnitShrink& shrink) {
    return std::all_of(shrink.steps.begin(), shrink.steps.end(), [](const ShrinkStep& step) {
        return step.basis == ShrinkBasis::jis_unification || step.basis == ShrinkBasis::selector ||
               step.basis == ShrinkBasis::canonical;
    });
}

std::string basis_of(const UnitShrink& shrink) {
    std::string text;
    for (const auto& step : shrink.steps) {
        if (!text.empty()) text += " > ";
        text += name_of(step.basis).key;
        if (step.rank != 0) text += " rank " + std::to_string(step.rank);
        if (step.hops > 1) text += " hops " + std::to_string(step.hops);
    }
    return text;
}

void add_rule(PlannedEdit& edit, std::string_view rule, ConversionLoss loss) {
    if (!edit.rule.empty()) edit.rule += '+';
    edit.rule += rule;
    edit.loss = std::max(edit.loss, loss);
}

void add_basis(PlannedEdit& edit, std::string_view basis) {
    if (!edit.basis.empty() && !basis.empty()) edit.basis += " > ";
    edit.basis += basis;
}

void require_registry(const ConversionRules& rules) {
    const auto* authority = rules.context.authority;
    const auto any = [&](bool CharacterFold::*asks) {
        return std::ranges::any_of(rules.folds, [&](const auto* fold) { return fold->*asks; });
    };
    const auto lacks = [&](LoadedSet set) { return authority == nullptr || !authority->has(set); };
    if (any(&CharacterFold::asks_authority) && !any(&CharacterFold::asks_variations) &&
        lacks(LoadedSet::mj)) {
        throw Error{ErrorKind::registry,
                    "MJ文字情報一覧表が台帳ファイルにありません。MJ文字情報一覧表を含めて daicho build "
                    "で作った台帳ファイルを指定してください。",
                    "there is no table of MJ characters; name a registry that daicho build made with it",
                    ErrorHint::registry};
    }
    if (any(&CharacterFold::asks_variations) && (lacks(LoadedSet::variations) || lacks(LoadedSet::mj))) {
        throw Error{ErrorKind::registry,
                    "異体字セレクタを調べる表が台帳ファイルにありません。IVD と MJ文字情報一覧表を含めて "
                    "daicho build "
                    "で作った台帳ファイルを指定してください。",
                    "there is no table of variation sequences; name a registry that daicho build made with "
                    "the IVD and "
                    "the MJ table",
                    ErrorHint::registry};
    }
    if (rules.shrink) require_shrink_table(authority, rules.shrink->policy);
}

}  // namespace

std::vector<std::string> ConversionRules::names() const {
    std::vector<std::string> names;
    if (own != nullptr) names.emplace_back("gaiji");
    for (const auto* fold : folds) names.emplace_back(fold->name);
    if (shrink) {
        names.push_back(
            "shrink " + std::string(key_of(shrink_policies(), static_cast<std::size_t>(shrink->policy))) +
            " " + std::string(key_of(shrink_targets(), static_cast<std::size_t>(shrink->target))));
    }
    return names;
}

CharacterConverter::CharacterConverter(ConversionRules rules) : rules_(std::move(rules)) {
    require_registry(rules_);
    // The order of the table, and none twice.
    std::ranges::sort(rules_.folds);
    rules_.folds.erase(std::unique(rules_.folds.begin(), rules_.folds.end()), rules_.folds.end());
    for (const auto* fold : rules_.folds) {
        mask_ |= fold->touches;
        touches_all_ |= fold->touches == 0;
    }
    if (rules_.own != nullptr) {
        mask_ |= rules_.own->touches();
        touches_all_ |= rules_.own->touches() == 0;
    }
    if (!rules_.shrink) return;
    mask_ |= character::selector;
    target_ = rules_.shrink->target == ShrinkTarget::jisx0213 ? character::jis_x0213 : character::jis_x0208;
}

bool CharacterConverter::touches(std::string_view text) const {
    if (touches_all_) return true;
    const TextProperties properties = properties_of_text(text);
    return (properties.any & mask_) != 0 || (properties.common & target_) != target_;
}

void CharacterConverter::plan(std::string_view text, std::size_t begin, std::size_t end, bool everywhere,
                              ConversionPlan& plan) {
    for (std::size_t at = begin; at < end;) {
        if (!touches_all_ && static_cast<unsigned char>(text[at]) < 0x80 &&
            (at + 1 == end || static_cast<unsigned char>(text[at + 1]) < 0x80)) {
            ++at;
            continue;
        }
        const std::size_t next = cluster_end(text, at, end);
        plan_cluster(text.substr(at, next - at), at, everywhere, plan);
        at = next;
    }
}

void CharacterConverter::apply(const CharacterFold& fold, std::string& text, PlannedEdit& edit,
                               PlannedLoss& left) const {
    if (fold.touches != 0 && (properties_of_text(text).any & fold.touches) == 0) return;
    auto changed = fold.apply(text, rules_.context);
    if (!changed) return;
    if (!changed->why.empty()) {
        left.why = std::move(changed->why);
        left.candidates = std::move(changed->candidates);
        return;
    }
    text = std::move(changed->text);
    add_rule(edit, fold.name, fold.loss);
    add_basis(edit, changed->basis);
}

void CharacterConverter::plan_cluster(std::string_view cluster, std::size_t at, bool everywhere,
                                      ConversionPlan& plan) {
    std::string now{cluster};
    PlannedEdit edit{at, at + cluster.size(), {}, {}, {}, ConversionLoss::none};
    PlannedLoss left{at, at + cluster.size(), {}, {}};
    const auto fold_all = [&](bool after_shrink) {
        for (const auto* fold : rules_.folds) {
            if (fold->after_shrink == after_shrink && (fold->everywhere || !everywhere))
                apply(*fold, now, edit, left);
        }
    };
    if (rules_.own != nullptr && !everywhere) replace_own(now, edit, left);
    fold_all(false);
    if (rules_.shrink && !everywhere) shrink(now, edit, left);
    fold_all(true);
    if (!left.why.empty()) plan.left.push_back(std::move(left));
    if (now == cluster) return;
    edit.now = std::move(now);
    plan.edits.push_back(std::move(edit));
}

const UnitShrink& CharacterConverter::shrunk(std::string_view unit) {
    if (shrunk_.size() > remembered_units) shrunk_.clear();
    const auto [place, fresh] = shrunk_.try_emplace(std::string(unit));
    if (fresh)
        place->second = rules_.context.authority->shrink(unit, rules_.shrink->policy, rules_.shrink->target);
    return place->second;
}

/// By the table the two are one character.
void CharacterConverter::replace_own(std::string& text, PlannedEdit& edit, PlannedLoss& left) const {
    const CharacterUnit unit = unit_at(text, 0);
    const UnitReplacement* known = rules_.own->find(std::string_view(text).substr(0, unit.size));
    if (known != nullptr) {
        add_rule(edit, "gaiji", ConversionLoss::none);
        edit.basis = known->basis;
        text.replace(0, unit.size, known->to);
    } else if ((properties_of(unit.base) & character::private_use) != 0) {
        left.why = not_in_table;
    }
}

void CharacterConverter::shrink(std::string& text, PlannedEdit& edit, PlannedLoss& left) {
    const TextProperties properties = properties_of_text(text);
    if ((properties.any & character::selector) == 0 && (properties.common & target_) == target_) return;
    const CharacterUnit unit = unit_at(text, 0);
    const UnitShrink& answer = shrunk(std::string_view(text).substr(0, unit.size));
    if (answer.verdict == ShrinkVerdict::already) return;
    if (answer.verdict != ShrinkVerdict::unique) {
        left.why = name_of(answer.verdict);
        left.candidates.clear();
        for (const auto candidate : texts_of(answer.candidates)) left.candidates.emplace_back(candidate);
        return;
    }
    const bool one = code_point_at(answer.text, 0).size == answer.text.size();
    add_rule(edit, "shrink",
             !one                     ? ConversionLoss::text
             : same_character(answer) ? ConversionLoss::look
                                      : ConversionLoss::identity);
    add_basis(edit, basis_of(answer));
    left.why.clear();  // a character that is shrunk is not left, whatever else was to be done with it
    text.replace(0, unit.size, answer.text);
}

}  // namespace daicho
