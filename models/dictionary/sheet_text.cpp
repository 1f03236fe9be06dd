#include "models/dictionary/item_words.hpp"
#include "models/dictionary/sheet_table.hpp"
#include "models/dictionary/sheet_words.hpp"
#include "models/dictionary/sheets.hpp"

namespace daicho {

namespace {

std::string text_head(const syntax::Text& label, const std::string& name, const ModelSource& source,
                      const SheetWords& words) {
    std::string out = words.title(label, name) + "\n" + words.model(source) + "\n";
    for (const auto& origin : source.tree.sources) {
        out += words.say("出典: ", "source: ") + words.origin(origin) + "\n";
    }
    return out;
}

std::string text_items(const ClassSheet& sheet, Language language) {
    SheetTable table = sheet_table(sheet, language, false);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        table.rows[i][table.label_column].insert(0, sheet.items[i].depth * 2, ' ');
    }
    table.rows.insert(table.rows.begin(), table.header);
    return lined_up(table.rows, "  ");
}

std::string text_patterns(const ClassSheet& sheet, const SheetWords& words) {
    if (sheet.patterns.empty()) return {};
    std::vector<Cells> rows;
    for (const auto* pattern : sheet.patterns) {
        rows.push_back({pattern->name.text, std::string(label_in(pattern->label, words.language())),
                        words.pattern(*pattern)});
    }
    return "\n" + words.say("必須パターン", "Required patterns") + "\n" + lined_up(rows, "  ");
}

std::string text_rules(const ClassSheet& sheet, const SheetWords& words) {
    if (sheet.rules.empty()) return {};
    std::string out = "\n" + words.say("規則", "Rules") + "\n";
    for (const auto& [tree, rule] : sheet.rules) {
        out += "  " + tree->name.text + "." + rule->slug.text + "  " + words.severity(rule->severity) + "  " +
               words.level(rule->blocks) + "\n";
        out += "      " + std::string(label_in(rule->message, words.language())) + "\n";
        out += "      " + words.condition(*rule) + "\n";
    }
    return out;
}

std::string text_uniques(const ClassSheet& sheet, const SheetWords& words) {
    if (sheet.uniques.empty()) return {};
    std::string out = "\n" + words.say("一意な項目の組", "Unique keys") + "\n";
    for (const auto* unique : sheet.uniques) {
        Cells names;
        for (const auto& name : unique->items) names.push_back(name.text);
        out += "  " + joined_filled(names, " + ") + "\n";
    }
    return out;
}

std::string text_references(const ClassSheet& sheet, const SheetWords& words) {
    if (sheet.references.empty()) return {};
    std::string out = "\n" + words.say("参照", "References") + "\n";
    for (const auto* one : sheet.references) out += "  " + words.reference(*one) + "\n";
    return out;
}

std::string text_code_lists(const ClassSheet& sheet, const SheetWords& words) {
    if (sheet.code_lists.empty()) return {};
    std::vector<Cells> rows;
    for (const auto& list : sheet.code_lists) {
        rows.push_back({list.tree->name.text, std::string(label_in(list.tree->label, words.language())),
                        words.openness(*list.tree), words.codes(list)});
    }
    return "\n" + words.say("コード一覧", "Code lists") + "\n" + lined_up(rows, "  ");
}

}  // namespace

std::string sheet_text(const ClassSheet& sheet, Language language) {
    const SheetWords words(language);
    const syntax::Class& tree = *sheet.found.tree;
    std::string out = text_head(tree.label, tree.name.text, *sheet.found.source, words);
    for (const std::string& fact : words.facts(tree)) out += fact + "\n";
    out += "\n" + text_items(sheet, language);
    const std::string legend = legend_of(sheet, language);
    if (!legend.empty()) out += "  " + legend + "\n";
    return out + text_patterns(sheet, words) + text_rules(sheet, words) + text_uniques(sheet, words) +
           text_references(sheet, words) + text_code_lists(sheet, words);
}

std::string codes_text(const FoundCodes& list, Language language) {
    const SheetWords words(language);
    std::string out = text_head(list.tree->label, list.tree->name.text, *list.source, words);
    out += words.openness(*list.tree) + "\n\n";
    std::vector<Cells> rows{{words.say("コード", "Code"), words.say("名称", "Label"),
                             words.say("英語名", "English"), words.say("別名", "Also")}};
    for (const auto& code : list.codes) {
        rows.push_back({code.code, code.label.ja, code.label.en, words.aliases(code.aliases)});
    }
    return out + lined_up(rows, "  ");
}

}  // namespace daicho
