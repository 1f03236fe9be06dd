#include "models/dictionary/model_site.hpp"

#include <map>

#include "grammars/formats/json_writer.hpp"
#include "grammars/text/html.hpp"
#include "models/dictionary/item_words.hpp"
#include "models/dictionary/sheet_table.hpp"
#include "models/dictionary/sheet_words.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/transform_set.hpp"

namespace daicho {

namespace {

constexpr std::string_view transformations_page = "transformations.html";

/// A name as it stands in an address.
std::string in_address(std::string_view name) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && c != '%' && c != '#' && c != '?' && c != ' ') {
            out += c;
        } else {
            out.append("%").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
        }
    }
    return out;
}

std::string page_of(const ModelSource& source, const std::string& name) {
    return source.tree.name.text + "." + name + ".html";
}

std::string link(const std::string& page, std::string_view text) {
    return "<a href=\"" + html_text(in_address(page)) + "\">" + html_text(text) + "</a>";
}

/// Where a word of the search leads: a page, and a place in it; without `id`, its beginning.
struct SitePlace {
    std::string page;
    std::string id{};

    std::string address() const { return in_address(page) + (id.empty() ? "" : "#" + in_address(id)); }
};

/// Ids of items and codes, which shall not be those of the page itself.
std::string item_id(const std::string& path) {
    return "item-" + path;
}
std::string code_id(const std::string& code) {
    return "code-" + code;
}

std::string with_id(const std::string& id, std::string_view text) {
    return "<span id=\"" + html_text(id) + "\">" + html_text(text) + "</span>";
}

class SiteMaker {
 public:
    SiteMaker(ModelSet& models, Language language) : models_(models), words_(language) {}

    std::vector<SiteFile> make();

 private:
    std::string say(std::string_view ja, std::string_view en) const { return words_.say(ja, en); }
    std::string label(const syntax::Text& text) const {
        return std::string(label_in(text, words_.language()));
    }
    std::string title_of(const syntax::Text& text, const syntax::Name& name) const {
        const std::string known = label(text);
        return known.empty() ? name.text : known;
    }

    void add_page(const std::string& name, const std::string& title, const std::string& body);
    void add_class(const FoundClass& found);
    void add_codes(const FoundCodes& list);
    void add_transformations();
    void add_index();
    void add_word(const std::string& label, const std::string& name, const std::string& where,
                  const SitePlace& place, const std::string& kind);
    std::string about(const ModelSource& source) const;
    std::string items_table(const ClassSheet& sheet);
    std::string type_cell(const ClassSheet& sheet, const SheetItem& item) const;
    std::string sections(const ClassSheet& sheet) const;
    std::string model_entry(const ModelSource& source) const;

    ModelSet& models_;
    SheetWords words_;
    std::vector<SiteFile> files_;
    std::string words_index_;
};

std::string cell(std::string_view header, const std::string& html) {
    return "<td data-head=\"" + html_text(header) + "\">" + html + "</td>";
}

std::string table(const Cells& header, const std::vector<Cells>& rows_of_html) {
    std::string out = "<table>\n<thead><tr>";
    for (const std::string& one : header) out += "<th scope=\"col\">" + html_text(one) + "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const Cells& row : rows_of_html) {
        out += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            out += row[i].empty() ? "<td></td>" : cell(header[i], row[i]);
        out += "</tr>\n";
    }
    return out + "</tbody>\n</table>\n";
}

void SiteMaker::add_page(const std::string& name, const std::string& title, const std::string& body) {
    const std::string language = words_.language() == Language::ja ? "ja" : "en";
    std::string page =
        "<!DOCTYPE html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
        html_text(title) + "</title>\n<link rel=\"stylesheet\" href=\"site.css\">\n</head>\n<body>\n" +
        "<a class=\"skip\" href=\"#content\">" + say("本文へ", "Skip to content") + "</a>\n<header>\n<p>" +
        link("index.html", say("データモデルの辞書", "Dictionary of the data models")) +
        "</p>\n<label for=\"search\">" +
        say("項目・コード・クラスを探す（/ で移動、↓ で結果へ）",
            "Search items, codes and classes (/ to get here, ↓ to the results)") +
        "</label>\n<input id=\"search\" type=\"search\" autocomplete=\"off\">\n" +
        "<p id=\"said\" role=\"status\" data-found=\"" + say("{} 件", "{} found") +
        "\"></p>\n<ul id=\"found\"></ul>\n</header>\n<main id=\"content\">\n<h1>" + html_text(title) +
        "</h1>\n" + body + "</main>\n<footer>\n<p>" +
        html_text(say("事実の出典: 政府相互運用性フレームワーク（GIF）, デジタル庁 ほか（各ページ）。",
                      "Facts: Government Interoperability Framework (GIF), Digital Agency, and others as the "
                      "pages say.")) +
        "</p>\n</footer>\n<script src=\"index.js\"></script>\n<script src=\"search.js\"></script>\n</body>\n"
        "</html>\n";
    files_.push_back({name, std::move(page)});
}

void SiteMaker::add_word(const std::string& label, const std::string& name, const std::string& where,
                         const SitePlace& place, const std::string& kind) {
    JsonWriter json(words_index_);
    if (!words_index_.empty()) words_index_ += ",\n";
    json.begin_array().string(label).string(name).string(where).string(place.address()).string(kind);
    json.end_array();
}

std::string SiteMaker::about(const ModelSource& source) const {
    std::string out = "<p>" + html_text(words_.model(source)) + "</p>\n";
    for (const auto& one : source.tree.sources)
        out += "<p class=\"soft\">" + html_text(words_.origin(one)) + "</p>\n";
    return out;
}

std::string SiteMaker::type_cell(const ClassSheet& sheet, const SheetItem& item) const {
    const syntax::Type& type = item.item->type;
    const std::string text = type_in_words(type, words_.language());
    if (item.nested.tree != nullptr)
        return link(page_of(*item.nested.source, item.nested.tree->name.text), text);
    if (type.kind != syntax::TypeKind::code) return html_text(text);
    for (const FoundCodes& list : sheet.code_lists) {
        const std::string& name = type.names.front().text;
        if (list.tree->name.text == name || name.ends_with("/" + list.tree->name.text))
            return link(page_of(*list.source, list.tree->name.text), text);
    }
    return html_text(text);
}

std::string SiteMaker::items_table(const ClassSheet& sheet) {
    Cells header{say("番号", "No."), say("項目名", "Label"), say("英語名", "Name"), say("型", "Type"),
                 say("個数", "Values")};
    for (const std::string& column : sheet.columns)
        header.push_back(column.empty() ? say("必須", "Required") : column);
    header.push_back(say("備考", "Notes"));
    std::vector<Cells> rows;
    const std::string page = page_of(*sheet.found.source, sheet.found.tree->name.text);
    for (const SheetItem& item : sheet.items) {
        const std::string id = item_id(item.path);
        Cells row{html_text(item.number), with_id(id, label(item.item->label)),
                  html_text(item.item->name.text), type_cell(sheet, item),
                  html_text(cardinality_in_words(item.item->cardinality))};
        for (const Demand demand : item.demands) row.emplace_back(sign_of(demand));
        row.resize(5 + sheet.columns.size());
        row.push_back(html_text(notes_in_words(item, words_.language())));
        rows.push_back(std::move(row));
        add_word(label(item.item->label), item.item->name.text, label(sheet.found.tree->label), {page, id},
                 say("項目", "item"));
    }
    return table(header, rows);
}

std::string SiteMaker::sections(const ClassSheet& sheet) const {
    std::string out;
    if (!sheet.patterns.empty()) {
        std::vector<Cells> rows;
        for (const auto* one : sheet.patterns)
            rows.push_back(
                {html_text(one->name.text), html_text(label(one->label)), html_text(words_.pattern(*one))});
        out += "<h2>" + say("必須パターン", "Required patterns") + "</h2>\n" +
               table({say("名前", "Name"), say("説明", "Description"), say("項目", "Items")}, rows);
    }
    if (!sheet.rules.empty()) {
        std::vector<Cells> rows;
        for (const auto& [tree, rule] : sheet.rules)
            rows.push_back({html_text(tree->name.text + "." + rule->slug.text),
                            html_text(words_.severity(rule->severity)), html_text(words_.level(rule->blocks)),
                            html_text(label(rule->message)),
                            "<code>" + html_text(words_.condition(*rule)) + "</code>"});
        out += "<h2>" + say("規則", "Rules") + "</h2>\n" +
               table({say("名前", "Name"), say("重要度", "Severity"), say("準拠レベル", "Level"),
                      say("メッセージ", "Message"), say("条件", "Condition")},
                     rows);
    }
    for (const auto* unique : sheet.uniques) {
        Cells names;
        for (const auto& name : unique->items) names.push_back(name.text);
        out += "<p>" + html_text(say("一意な項目の組: ", "Unique key: ") + joined_filled(names, " + ")) +
               "</p>\n";
    }
    for (const auto* one : sheet.references) out += "<p>" + html_text(words_.reference(*one)) + "</p>\n";
    return out;
}

void SiteMaker::add_class(const FoundClass& found) {
    const ClassSheet sheet = class_sheet(models_, found, {0, true});
    const std::string page = page_of(*found.source, found.tree->name.text);
    add_word(label(found.tree->label), found.tree->name.text, label(found.source->tree.label), {page},
             say("クラス", "class"));
    std::string body = about(*found.source);
    for (const std::string& fact : words_.facts(*found.tree)) body += "<p>" + html_text(fact) + "</p>\n";
    body += "<h2>" + say("項目", "Items") + "</h2>\n" + items_table(sheet);
    body +=
        "<p class=\"soft\">" + html_text(legend_of(sheet, words_.language())) + "</p>\n" + sections(sheet);
    add_page(page, words_.title(found.tree->label, found.tree->name.text), body);
}

void SiteMaker::add_codes(const FoundCodes& list) {
    const std::string page = page_of(*list.source, list.tree->name.text);
    add_word(label(list.tree->label), list.tree->name.text, label(list.source->tree.label), {page},
             say("コード一覧", "code list"));
    std::vector<Cells> rows;
    for (const syntax::Code& code : list.codes) {
        rows.push_back({with_id(code_id(code.code), code.code), html_text(code.label.ja),
                        html_text(code.label.en), html_text(words_.aliases(code.aliases))});
        add_word(label(code.label), code.code, label(list.tree->label), {page, code_id(code.code)},
                 say("コード", "code"));
    }
    std::string body = about(*list.source) + "<p>" + html_text(words_.openness(*list.tree)) + "</p>\n";
    body += table(
        {say("コード", "Code"), say("名称", "Label"), say("英語名", "English"), say("別名", "Also")}, rows);
    add_page(page, words_.title(list.tree->label, list.tree->name.text), body);
}

void SiteMaker::add_transformations() {
    TransformSet maps;
    std::string body;
    const std::string page(transformations_page);
    const auto class_link = [&](const std::string& name) {
        const FoundClass found = models_.find(name);
        return link(page_of(*found.source, found.tree->name.text),
                    title_of(found.tree->label, found.tree->name));
    };
    for (const std::string& name : TransformSet::names()) {
        const syntax::Transform& tree = maps.get(name).tree;
        add_word(label(tree.label), name, "", {page, name}, say("変換", "transformation"));
        body +=
            "<h2 id=\"" + name + "\">" + html_text(label(tree.label)) + "</h2>\n<p>" + html_text(name) + ": ";
        if (!tree.origin.text.empty()) body += class_link(tree.origin.text) + " → ";
        body += class_link(tree.target.text) + "</p>\n";
    }
    add_page(page, say("モデル間の変換", "Transformations between models"), body);
}

std::string SiteMaker::model_entry(const ModelSource& source) const {
    std::string out = "<h3>" + html_text(label(source.tree.label)) + " <span class=\"soft\">" +
                      html_text(source.tree.name.text) + "</span></h3>\n<ul class=\"models\">\n";
    for (const auto& tree : source.tree.classes)
        out += "<li>" + link(page_of(source, tree.name.text), title_of(tree.label, tree.name)) + "</li>\n";
    for (const auto& list : source.tree.code_lists)
        out += "<li>" + link(page_of(source, list.name.text), title_of(list.label, list.name)) + "</li>\n";
    return out + "</ul>\n";
}

void SiteMaker::add_index() {
    std::map<std::string, std::string> families;  // by the folder of their files
    for (const ModelSource* source : models_.sources()) {
        const std::string name = source->tree.name.text;
        families[name.substr(0, name.rfind('.'))] += model_entry(*source);
    }
    std::string body =
        "<p>" +
        link(std::string(transformations_page), say("モデル間の変換", "Transformations between models")) +
        "</p>\n";
    for (const auto& [family, entries] : families) body += "<h2>" + html_text(family) + "</h2>\n" + entries;
    add_page("index.html", say("データモデルの辞書", "Dictionary of the data models"), body);
}

std::vector<SiteFile> SiteMaker::make() {
    for (const ModelSource* source : models_.sources()) {
        for (const auto& tree : source->tree.classes) add_class({source, &tree});
        for (const auto& list : source->tree.code_lists)
            add_codes(models_.find_codes(*source, list.name.text));
    }
    add_transformations();
    add_index();
    files_.push_back({"index.js", "const dictionary = [\n" + words_index_ + "\n];\n"});
    for (const EmbeddedFile& file : embedded_models()) {
        constexpr std::string_view folder = "models/dictionary/site/";
        if (file.path.starts_with(folder))
            files_.push_back({std::string(file.path.substr(folder.size())), std::string(file.text)});
    }
    return std::move(files_);
}

}  // namespace

std::vector<SiteFile> model_site(ModelSet& models, Language language) {
    return SiteMaker(models, language).make();
}

}  // namespace daicho
