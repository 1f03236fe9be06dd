#include "grammars/text/html.hpp"
#include "models/dictionary/item_words.hpp"
#include "models/dictionary/sheet_table.hpp"
#include "models/dictionary/sheet_words.hpp"
#include "models/export/export_parts.hpp"

namespace daicho {

std::string export_html(const ExportRequest& request);

namespace {

constexpr std::string_view style =
    "body{font-family:sans-serif;margin:2em;line-height:1.5}table{border-collapse:collapse;margin:1em 0}"
    "th,td{border:1px solid #999;padding:.2em .5em;text-align:left;vertical-align:top}"
    "th{background:#e8eef4;position:sticky;top:0}code{font-size:90%}";

std::string row(const Cells& cells, std::string_view tag) {
    std::string out = "<tr>";
    for (const std::string& cell : cells)
        out.append("<").append(tag).append(">").append(html_text(cell)).append("</").append(tag).append(">");
    return out + "</tr>\n";
}

std::string table(const Cells& header, const std::vector<Cells>& rows) {
    std::string out = "<table>\n<thead>\n" + row(header, "th") + "</thead>\n<tbody>\n";
    for (const Cells& cells : rows) out += row(cells, "td");
    return out + "</tbody>\n</table>\n";
}

std::string section(const std::string& title, const Cells& header, const std::vector<Cells>& rows) {
    return rows.empty() ? "" : "<h2>" + html_text(title) + "</h2>\n" + table(header, rows);
}

std::string patterns_section(const ClassSheet& sheet, const SheetWords& words) {
    std::vector<Cells> rows;
    for (const auto* pattern : sheet.patterns)
        rows.push_back({pattern->name.text, std::string(label_in(pattern->label, words.language())),
                        words.pattern(*pattern)});
    return section(words.say("必須パターン", "Required patterns"),
                   {words.say("名前", "Name"), words.say("説明", "Description"), words.say("項目", "Items")},
                   rows);
}

std::string rules_section(const ClassSheet& sheet, const SheetWords& words) {
    std::vector<Cells> rows;
    for (const auto& [tree, rule] : sheet.rules)
        rows.push_back({tree->name.text + "." + rule->slug.text, words.severity(rule->severity),
                        words.level(rule->blocks), std::string(label_in(rule->message, words.language())),
                        words.condition(*rule)});
    return section(words.say("規則", "Rules"),
                   {words.say("名前", "Name"), words.say("重要度", "Severity"),
                    words.say("準拠レベル", "Conformance level"), words.say("メッセージ", "Message"),
                    words.say("条件", "Condition")},
                   rows);
}

std::string keys_section(const ClassSheet& sheet, const SheetWords& words) {
    std::vector<Cells> rows;
    for (const auto* unique : sheet.uniques) {
        Cells names;
        for (const auto& name : unique->items) names.push_back(name.text);
        rows.push_back({joined_filled(names, " + ")});
    }
    for (const auto* one : sheet.references) rows.push_back({one->item.text + " → " + one->target.text});
    return section(words.say("一意な項目の組と参照", "Unique keys and references"),
                   {words.say("項目", "Items")}, rows);
}

std::string codes_sections(const ClassSheet& sheet, const SheetWords& words) {
    std::string out;
    for (const auto& list : sheet.code_lists) {
        std::vector<Cells> rows;
        for (const auto& code : list.codes)
            rows.push_back({code.code, code.label.ja, code.label.en, words.aliases(code.aliases)});
        out += section(words.title(list.tree->label, list.tree->name.text),
                       {words.say("コード", "Code"), words.say("名称", "Label"),
                        words.say("英語名", "English"), words.say("別名", "Also")},
                       rows);
    }
    return out;
}

}  // namespace

/// One page that needs nothing else.
std::string export_html(const ExportRequest& request) {
    const SheetWords words(request.language);
    const ClassSheet& sheet = request.sheet;
    const syntax::Class& tree = *sheet.found.tree;
    const std::string title = words.title(tree.label, tree.name.text);
    std::string out =
        std::string("<!DOCTYPE html>\n<html lang=\"") + (request.language == Language::ja ? "ja" : "en") +
        "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + html_text(title) + "</title>\n<style>" +
        std::string(style) + "</style>\n</head>\n<body>\n<h1>" + html_text(title) + "</h1>\n<p>" +
        html_text(words.model(*sheet.found.source)) + "</p>\n";
    for (const auto& source : sheet.found.source->tree.sources)
        out += "<p>" + html_text(words.origin(source)) + "</p>\n";
    for (const std::string& fact : words.facts(tree)) out += "<p>" + html_text(fact) + "</p>\n";
    const SheetTable items = sheet_table(sheet, request.language, true);
    out += section(words.say("項目", "Items"), items.header, items.rows);
    out += "<p>" + html_text(legend_of(sheet, request.language)) + "</p>\n";
    out += patterns_section(sheet, words) + rules_section(sheet, words) + keys_section(sheet, words) +
           codes_sections(sheet, words);
    if (!request.losses.empty()) {
        out += "<h2>" + html_text(losses_title(request.label, request.language)) + "</h2>\n<ul>\n";
        for (const ExportLoss& loss : request.losses)
            out += "<li>" + html_text(loss_text(loss, request.language, 20)) + "</li>\n";
        out += "</ul>\n";
    }
    return out + "</body>\n</html>\n";
}

}  // namespace daicho
