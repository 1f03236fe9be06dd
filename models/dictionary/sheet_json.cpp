#include "grammars/formats/json_writer.hpp"
#include "grammars/model_language/print_expression.hpp"
#include "models/dictionary/item_words.hpp"
#include "models/dictionary/sheets.hpp"

namespace daicho {

namespace {

void write_label(JsonWriter& json, const syntax::Text& label) {
    json.begin_object().key("ja").string_or_null(label.ja).key("en").string_or_null(label.en).end_object();
}

void write_model(JsonWriter& json, const ModelSource& source) {
    const syntax::Model& tree = source.tree;
    json.key("model").string(tree.name.text).key("version").string_or_null(tree.version);
    json.key("status").string_or_null(tree.status).key("sources").begin_array();
    for (const auto& origin : tree.sources) {
        json.begin_object().key("document").string(origin.document);
        json.key("commit").string_or_null(origin.commit).key("license").string_or_null(origin.license);
        json.end_object();
    }
    json.end_array();
}

void write_aliases(JsonWriter& json, const std::vector<syntax::Alias>& aliases) {
    constexpr std::string_view scopes[] = {"alias", "legacy", "typo"};
    json.key("aliases").begin_array();
    for (const auto& alias : aliases) {
        json.begin_object().key("name").string(alias.text).key("kind");
        json.string(scopes[static_cast<int>(alias.scope)]).end_object();
    }
    json.end_array();
}

std::string_view word_of(Demand demand) {
    constexpr std::string_view words[] = {"optional",    "required",      "required-may-be-empty",
                                          "recommended", "when-assigned", "forbidden"};
    return words[static_cast<int>(demand)];
}

void write_type(JsonWriter& json, const syntax::Type& type) {
    constexpr std::string_view kinds[] = {"value", "code", "class", "one-of"};
    constexpr std::string_view forms[] = {"code", "label", "both"};
    json.key("type").begin_object().key("kind").string(kinds[static_cast<int>(type.kind)]);
    json.key("names").begin_array();
    for (const auto& name : type.names) json.string(name.text);
    json.end_array();
    if (type.kind == syntax::TypeKind::code) json.key("form").string(forms[static_cast<int>(type.form)]);
    if (!type.pattern.empty()) json.key("pattern").string(type.pattern);
    if (type.minimum) json.key("minimum").string(*type.minimum);
    if (type.maximum) json.key("maximum").string(*type.maximum);
    if (!type.matches.empty()) json.key("matches").string(type.matches);
    json.end_object();
}

void write_item(JsonWriter& json, const ClassSheet& sheet, const SheetItem& line) {
    const syntax::Item& item = *line.item;
    json.begin_object().key("number").string(line.number).key("item").string(line.path);
    json.key("header").string(line.header).key("label");
    write_label(json, item.label);
    write_type(json, item.type);
    json.key("minimum").number(item.cardinality.minimum).key("maximum");
    if (item.cardinality.maximum == syntax::Cardinality::unlimited) {
        json.null();
    } else {
        json.number(item.cardinality.maximum);
    }
    json.key("required").begin_object();
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        json.key(sheet.columns[i].empty() ? "always" : sheet.columns[i]).string(word_of(line.demands[i]));
    }
    json.end_object();
    json.key("extension").boolean(item.standing == syntax::Standing::extension);
    json.key("confidential").boolean(item.confidential).key("inferred").boolean(item.inferred);
    constexpr std::string_view phases[] = {"", "peacetime", "in-disaster", "always"};
    json.key("for_exchange").boolean(item.for_exchange);
    json.key("phase").string_or_null(phases[static_cast<int>(item.phase)]).key("unknowns").begin_array();
    for (const auto& text : item.unknowns) json.string(text);
    json.end_array();
    json.key("separator").string_or_null(item.separator).key("registry").string_or_null(item.registry);
    json.key("characters").string_or_null(item.characters.text);
    write_aliases(json, line.aliases);
    json.end_object();
}

void write_items(JsonWriter& json, const ClassSheet& sheet) {
    json.key("items").begin_array();
    for (const SheetItem& line : sheet.items) write_item(json, sheet, line);
    json.end_array();
}

void write_patterns(JsonWriter& json, const ClassSheet& sheet) {
    json.key("patterns").begin_array();
    for (const auto* pattern : sheet.patterns) {
        json.begin_object().key("name").string(pattern->name.text).key("label");
        write_label(json, pattern->label);
        json.key("items").begin_array();
        for (const auto& item : pattern->items) json.string(item.path.text);
        json.end_array().end_object();
    }
    json.end_array();
}

void write_rules(JsonWriter& json, const ClassSheet& sheet) {
    json.key("rules").begin_array();
    for (const auto& [tree, rule] : sheet.rules) {
        json.begin_object().key("rule").string(tree->name.text + "." + rule->slug.text);
        json.key("severity").string(to_string(rule->severity)).key("level").string(to_string(rule->blocks));
        json.key("message");
        write_label(json, rule->message);
        json.key("when").string_or_null(rule->when ? syntax::print_expression(*rule->when) : "");
        json.key("check").string(syntax::print_expression(rule->check)).end_object();
    }
    json.end_array().key("unique").begin_array();
    for (const auto* unique : sheet.uniques) {
        json.begin_array();
        for (const auto& name : unique->items) json.string(name.text);
        json.end_array();
    }
    json.end_array();
}

void write_codes(JsonWriter& json, const FoundCodes& list) {
    json.key("name").string(list.tree->name.text).key("label");
    write_label(json, list.tree->label);
    json.key("closed").boolean(list.tree->closed).key("codes_published").boolean(!list.tree->unknown_values);
    json.key("codes").begin_array();
    for (const auto& code : list.codes) {
        json.begin_object().key("code").string(code.code).key("label");
        write_label(json, code.label);
        write_aliases(json, code.aliases);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

std::string sheet_json(const ClassSheet& sheet, Language) {
    std::string out;
    JsonWriter json(out);
    const syntax::Class& tree = *sheet.found.tree;
    json.begin_object().key("class").string(tree.name.text).key("label");
    write_label(json, tree.label);
    write_model(json, *sheet.found.source);
    json.key("extends").string_or_null(tree.extends ? tree.extends->text : "");
    json.key("closed").boolean(tree.closed).key("positional").boolean(tree.positional);
    json.key("items_published").boolean(!tree.unknown_items);
    write_items(json, sheet);
    write_patterns(json, sheet);
    write_rules(json, sheet);
    json.key("references").begin_array();
    for (const auto* one : sheet.references) {
        json.begin_object()
            .key("item")
            .string(one->item.text)
            .key("to")
            .string(one->target.text)
            .end_object();
    }
    json.end_array().key("code_lists").begin_array();
    for (const auto& list : sheet.code_lists) {
        json.begin_object();
        write_codes(json, list);
        json.end_object();
    }
    json.end_array().end_object().end_line();
    return out;
}

std::string codes_json(const FoundCodes& list, Language) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    write_codes(json, list);
    write_model(json, *list.source);
    json.end_object().end_line();
    return out;
}

}  // namespace daicho
