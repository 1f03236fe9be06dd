#include "models/dictionary/sheet_words.hpp"

#include "grammars/model_language/print_expression.hpp"
#include "models/dictionary/item_words.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_codes_shown = 12;

}  // namespace

std::string SheetWords::title(const syntax::Text& label, const std::string& name) const {
    const std::string text(label_in(label, language_));
    return text.empty() || text == name ? name : text + say("（", " (") + name + say("）", ")");
}

std::string SheetWords::model(const ModelSource& source) const {
    const syntax::Model& tree = source.tree;
    return model({source.path, tree.name.text, tree.version, tree.label.ja, tree.label.en, tree.status});
}

std::string SheetWords::model(const ModelIndex::File& file) const {
    const std::string status = file.status == "current"  ? say("現行", "current")
                               : file.status == "legacy" ? say("旧版", "legacy")
                               : file.status == "draft"  ? say("案", "draft")
                                                         : "";
    const syntax::Text label{std::string(file.ja), std::string(file.en)};
    return joined_filled({joined_filled({std::string(file.model), std::string(file.version)}, " "),
                          std::string(label_in(label, language_)), status},
                         say("、", ", "));
}

std::string SheetWords::origin(const syntax::Source& source) const {
    return joined_filled({source.document, source.commit, source.license}, say("、", ", "));
}

std::vector<std::string> SheetWords::facts(const syntax::Class& tree) const {
    std::vector<std::string> facts;
    if (tree.extends) facts.push_back(say("継承: ", "extends: ") + tree.extends->text);
    if (tree.closed) facts.push_back(say("ほかの列は不可", "no other columns"));
    if (tree.positional)
        facts.push_back(say("見出しのない表（列は項目の順）", "no header: columns in the order of items"));
    if (tree.unknown_items) facts.push_back(say("項目は公表されていない", "its items are not published"));
    return facts;
}

std::string SheetWords::reference(const syntax::Reference& reference) const {
    return reference.item.text + " → " + reference.target.text;
}

std::string SheetWords::pattern(const syntax::Pattern& pattern) const {
    std::vector<std::string> items;
    for (const auto& item : pattern.items) items.push_back(item.path.text + (item.may_be_empty ? "?" : ""));
    return joined_filled(items, say("、", ", "));
}

std::string SheetWords::severity(Severity severity) const {
    if (severity == Severity::error) return say("誤り", "error");
    if (severity == Severity::warning) return say("警告", "warning");
    return say("情報", "info");
}

std::string SheetWords::level(Level level) const {
    return level == Level::none ? "-" : std::string(to_string(level));
}

std::string SheetWords::condition(const syntax::Rule& rule) const {
    const std::string check = syntax::print_expression(rule.check);
    return rule.when ? "when " + syntax::print_expression(*rule.when) + " : " + check : check;
}

std::string SheetWords::openness(const syntax::CodeList& list) const {
    if (list.unknown_values) return say("値は公表されていない", "its codes are not published");
    return list.closed ? say("ほかの値は不可", "closed") : say("ほかの値も可", "open");
}

std::string SheetWords::codes(const FoundCodes& list) const {
    std::vector<std::string> shown;
    for (const auto& code : list.codes) {
        if (shown.size() == most_codes_shown) break;
        shown.push_back(joined_filled({code.code, std::string(label_in(code.label, language_))}, " "));
    }
    const std::size_t more = list.codes.size() - shown.size();
    if (more > 0) {
        shown.push_back(say("ほか " + std::to_string(more) + " 個", std::to_string(more) + " more"));
    }
    return joined_filled(shown, say("、", ", "));
}

std::string SheetWords::aliases(const std::vector<syntax::Alias>& aliases) const {
    std::vector<std::string> names;
    for (const auto& alias : aliases) names.push_back(alias.text);
    return joined_filled(names, say("、", ", "));
}

}  // namespace daicho
