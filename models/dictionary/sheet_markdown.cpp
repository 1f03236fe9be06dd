#include "models/dictionary/item_words.hpp"
#include "models/dictionary/sheet_table.hpp"
#include "models/dictionary/sheet_words.hpp"
#include "models/dictionary/sheets.hpp"

namespace daicho {

namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n') {
            out += "<br>";
            continue;
        }
        if (c == '|' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string markdown_line_of(const Cells& cells) {
    std::string out = "|";
    for (const std::string& cell : cells) out += " " + escaped(cell) + " |";
    return out + "\n";
}

std::string table_of(const Cells& header, const std::vector<Cells>& rows) {
    std::string out = markdown_line_of(header) + "|";
    for (std::size_t i = 0; i < header.size(); ++i) out += " --- |";
    out += "\n";
    for (const Cells& row : rows) out += markdown_line_of(row);
    return out;
}

std::string markdown_head(const syntax::Text& label, const std::string& name, const ModelSource& source,
                          const SheetWords& words) {
    std::string out = "# " + words.title(label, name) + "\n\n" + words.model(source) + "\n";
    for (const auto& origin : source.tree.sources) {
        out += "\n- " + words.say("出典: ", "source: ") + words.origin(origin);
    }
    return out + (source.tree.sources.empty() ? "" : "\n");
}

std::string section(std::string_view title, const Cells& header, const std::vector<Cells>& rows) {
    if (rows.empty()) return {};
    return "\n## " + std::string(title) + "\n\n" + table_of(header, rows);
}

std::string markdown_items(const ClassSheet& sheet, const SheetWords& words) {
    SheetTable table = sheet_table(sheet, words.language(), false);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        std::string indentation;
        for (std::size_t level = 0; level < sheet.items[i].depth; ++level) indentation += "\u3000";
        table.rows[i][table.label_column].insert(0, indentation);
    }
    std::string out = section(words.say("項目", "Items"), table.header, table.rows);
    const std::string legend = legend_of(sheet, words.language());
    return legend.empty() ? out : out + "\n" + legend + "\n";
}

std::string markdown_patterns(const ClassSheet& sheet, const SheetWords& words) {
    std::vector<Cells> rows;
    for (const auto* pattern : sheet.patterns) {
        rows.push_back({pattern->name.text, std::string(label_in(pattern->label, words.language())),
                        words.pattern(*pattern)});
    }
    return section(words.say("必須パターン", "Required patterns"),
                   {words.say("名前", "Name"), words.say("説明", "Description"), words.say("項目", "Items")},
                   rows);
}

std::string markdown_rules(const ClassSheet& sheet, const SheetWords& words) {
    std::vector<Cells> rows;
    for (const auto& [tree, rule] : sheet.rules) {
        rows.push_back({tree->name.text + "." + rule->slug.text, words.severity(rule->severity),
                        words.level(rule->blocks), std::string(label_in(rule->message, words.language())),
                        "`` " + words.condition(*rule) + " ``"});
    }
    return section(words.say("規則", "Rules"),
                   {words.say("名前", "Name"), words.say("重要度", "Severity"),
                    words.say("準拠レベル", "Conformance level"), words.say("メッセージ", "Message"),
                    words.say("条件", "Condition")},
                   rows);
}

std::string markdown_uniques(const ClassSheet& sheet, const SheetWords& words) {
    std::vector<Cells> rows;
    for (const auto* unique : sheet.uniques) {
        Cells names;
        for (const auto& name : unique->items) names.push_back(name.text);
        rows.push_back({joined_filled(names, " + ")});
    }
    return section(words.say("一意な項目の組", "Unique keys"), {words.say("項目", "Items")}, rows);
}

std::string markdown_references(const ClassSheet& sheet, const SheetWords& words) {
    std::vector<Cells> rows;
    for (const auto* one : sheet.references) rows.push_back({one->item.text, one->target.text});
    return section(words.say("参照", "References"), {words.say("項目", "Item"), words.say("参照先", "To")},
                   rows);
}

std::string markdown_code_lists(const ClassSheet& sheet, const SheetWords& words) {
    std::vector<Cells> rows;
    for (const auto& list : sheet.code_lists) {
        rows.push_back({list.tree->name.text, std::string(label_in(list.tree->label, words.language())),
                        words.openness(*list.tree), words.codes(list)});
    }
    return section(words.say("コード一覧", "Code lists"),
                   {words.say("名前", "Name"), words.say("名称", "Label"), words.say("ほかの値", "Others"),
                    words.say("コード", "Codes")},
                   rows);
}

}  // namespace

std::string sheet_markdown(const ClassSheet& sheet, Language language) {
    const SheetWords words(language);
    const syntax::Class& tree = *sheet.found.tree;
    std::string out = markdown_head(tree.label, tree.name.text, *sheet.found.source, words);
    for (const std::string& fact : words.facts(tree)) out += "\n" + fact + "\n";
    return out + markdown_items(sheet, words) + markdown_patterns(sheet, words) +
           markdown_rules(sheet, words) + markdown_uniques(sheet, words) + markdown_references(sheet, words) +
           markdown_code_lists(sheet, words);
}

std::string codes_markdown(const FoundCodes& list, Language language) {
    const SheetWords words(language);
    std::vector<Cells> rows;
    for (const auto& code : list.codes) {
        rows.push_back({code.code, code.label.ja, code.label.en, words.aliases(code.aliases)});
    }
    return markdown_head(list.tree->label, list.tree->name.text, *list.source, words) + "\n" +
           words.openness(*list.tree) + "\n\n" +
           table_of({words.say("コード", "Code"), words.say("名称", "Label"), words.say("英語名", "English"),
                     words.say("別名", "Also")},
                    rows);
}

}  // namespace daicho
