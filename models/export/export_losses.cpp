#include <algorithm>
#include <array>
#include <set>

#include "models/export/export_form.hpp"
#include "models/export/value_form.hpp"

namespace daicho {

namespace {

struct FactText {
    ModelFact fact;
    Text text;
};

using enum ModelFact;

constexpr FactText fact_texts[] = {
    {rules, {"項目の間の規則", "rules between items"}},
    {value_rules,
     {"値の種類の決まり（検査用数字、月の日数など）",
      "rules of kinds of values (check digits, days of a month)"}},
    {patterns, {"値の形", "what values look like"}},
    {ranges, {"数値の範囲", "limits of numbers"}},
    {required, {"必須の項目", "required items"}},
    {alternatives, {"選択できる必須パターン", "alternative sets of required items"}},
    {may_be_empty,
     {"列は必須で値は空でもよい項目", "items whose column is required and whose values may be empty"}},
    {recommended,
     {"推奨・条件付き必須・交換に必須・記入不可の項目",
      "items that are recommended, required where there is one or for exchange, or forbidden"}},
    {code_values, {"コード一覧の値", "the codes of lists"}},
    {code_labels, {"コードの名称", "the labels of codes"}},
    {open_codes, {"一覧にないコードも使えるコード一覧", "code lists in which other codes may be used"}},
    {lists, {"一つのセルに書く複数の値", "several values in one cell"}},
    {repetition, {"複数回現れる項目", "items that occur several times"}},
    {nesting, {"入れ子のクラス", "nested classes"}},
    {deep_nesting, {"展開しなかった入れ子", "nested classes that were not expanded"}},
    {unions, {"いずれかのクラスになる項目", "items that are one of several classes"}},
    {uniqueness, {"一意な項目の組", "unique keys"}},
    {references, {"ほかのレコードへの参照", "references to other records"}},
    {registries, {"台帳やコード一覧との照合", "values that a registry must know"}},
    {characters, {"文字の決まり", "profiles of characters"}},
    {other_names, {"別の見出し", "other headers"}},
    {unknowns, {"「不明」を表す値", "notations for \"not known\""}},
    {confidentiality, {"秘匿する項目", "confidential items"}},
    {own_columns, {"クラスにない列も使えるクラス", "classes in which other columns are welcome"}},
    {calculations,
     {"分割・連結・住所や法人との対応付け",
      "splitting, joining, and what addresses and corporations have beside them"}},
};
static_assert(std::size(fact_texts) == model_facts);

/// Takes down which facts a model has, and where.
class FactFinder {
 public:
    FactFinder(const ExportedModel& model, const ClassSheet& sheet, bool flat) : model_(model) {
        for (const ExportedClass& one : model.classes) {
            if (!flat || is_in(sheet, one)) look_at(one);
        }
        for (const FoundCodes& list : model.codes) look_at(list);
        for (const SheetItem& line : sheet.items) {
            if (line.nested.tree && !line.laid_out) add(deep_nesting, line.path);
        }
    }

    std::array<std::vector<std::string>, model_facts> take() { return std::move(places_); }

 private:
    static bool is_in(const ClassSheet& sheet, const ExportedClass& one) {
        return one.found.tree == sheet.found.tree ||
               std::ranges::any_of(sheet.items, [&](const SheetItem& line) {
                   return line.laid_out && line.nested.tree == one.found.tree;
               });
    }

    void add(ModelFact fact, const std::string& place) {
        auto& places = places_[static_cast<std::size_t>(fact)];
        if (std::ranges::find(places, place) == places.end()) places.push_back(place);
    }

    void look_at(const ExportedClass& one) {
        for (const ExportedItem& item : one.items) look_at(item, one.name + "." + item.name);
        for (const auto& [tree, rule] : one.rules) add(rules, tree->name.text + "." + rule->slug.text);
        const syntax::Class& tree = *one.found.tree;
        for (const auto* pattern : one.patterns) {
            add(alternatives, tree.name.text + "." + pattern->name.text);
            for (const auto& item : pattern->items) {
                if (item.may_be_empty) add(may_be_empty, tree.name.text + "." + item.path.text);
            }
        }
        if (!tree.closed && &one == &model_.root()) add(own_columns, tree.name.text);
        if (!tree.uniques.empty()) add(uniqueness, tree.name.text);
        for (const auto& reference : tree.references)
            add(references, tree.name.text + "." + reference.item.text);
        if (!tree.path_aliases.empty()) add(other_names, tree.name.text);
        for (const auto& split : tree.splits) add(calculations, tree.name.text + "." + split.whole.text);
        for (const auto& join : tree.joins) add(calculations, tree.name.text + "." + join.whole.text);
        for (const auto& locate : tree.locates) add(calculations, tree.name.text + "." + locate.whole.text);
        for (const auto& identify : tree.identifies)
            add(calculations, tree.name.text + "." + identify.number.text);
    }

    void look_at(const ExportedItem& item, const std::string& place) {
        const syntax::Item& tree = *item.tree;
        if (item.kind) {
            const ValueForm& form = value_form(*item.kind);
            if (!form.pattern.empty() || !tree.type.matches.empty()) add(patterns, place);
            if (!form.whole && item.kind->name != "text") add(value_rules, place);
        }
        if (tree.type.minimum || tree.type.maximum) add(ranges, place);
        if (tree.requirement == syntax::Requirement::required && !tree.for_exchange) {
            add(tree.may_be_empty ? may_be_empty : required, place);
        } else if (tree.requirement != syntax::Requirement::optional) {
            add(recommended, place);
        }
        if (!tree.separator.empty()) add(lists, place);
        if (item.repeats()) add(repetition, place);
        if (!item.classes.empty()) add(nesting, place);
        if (item.classes.size() > 1) add(unions, place);
        if (!tree.registry.empty()) add(registries, place);
        if (!tree.characters.text.empty() || !tree.original.text.empty()) add(characters, place);
        if (!tree.aliases.empty()) add(other_names, place);
        if (!tree.unknowns.empty()) add(unknowns, place);
        if (tree.confidential) add(confidentiality, place);
    }

    void look_at(const FoundCodes& list) {
        const std::string& name = list.tree->name.text;
        if (!list.codes.empty() && list.tree->closed) add(code_values, name);
        if (!list.codes.empty()) add(code_labels, name);
        if (!list.tree->closed) add(open_codes, name);
    }

    const ExportedModel& model_;
    std::array<std::vector<std::string>, model_facts> places_;
};

}  // namespace

std::vector<ExportLoss> export_losses(const ExportedModel& model, const ClassSheet& sheet,
                                      const ExportForm& form) {
    auto places = FactFinder(model, sheet, form.flat).take();
    std::vector<ExportLoss> losses;
    for (std::size_t i = 0; i < model_facts; ++i) {
        const bool said =
            (form.says >> i & 1) != 0 || (!form.flat && static_cast<ModelFact>(i) == deep_nesting);
        if (!said && !places[i].empty()) losses.push_back({static_cast<ModelFact>(i), std::move(places[i])});
    }
    return losses;
}

std::string loss_text(const ExportLoss& loss, Language language, std::size_t most_places) {
    const bool ja = language == Language::ja;
    const auto* text = std::ranges::find(fact_texts, loss.fact, &FactText::fact);
    std::string out = std::string(text->text.in(language)) + ": ";
    const std::size_t shown = std::min(most_places, loss.places.size());
    for (std::size_t i = 0; i < shown; ++i) out += (i == 0 ? "" : ja ? "、" : ", ") + loss.places[i];
    if (shown == loss.places.size()) return out;
    const std::string rest = std::to_string(loss.places.size() - shown);
    return out + (ja ? "、ほか " + rest + " 件" : " and " + rest + " more");
}

std::string losses_title(std::string_view label, Language language) {
    const std::string form(label);
    return language == Language::ja ? form + " では表せないもの" : "what " + form + " cannot say";
}

}  // namespace daicho
