#include "models/import/json_schema_types.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "grammars/values/value_type.hpp"
#include "models/export/value_form.hpp"
#include "models/import/import_words.hpp"
#include "models/import/json_parts.hpp"

namespace daicho {

namespace {

constexpr int most_nested_types = 32;

/// What limits a value and has no place in a model.
constexpr std::string_view unsaid_of_values[] = {"minLength", "maxLength", "multipleOf",  "not",
                                                 "if",        "contains",  "prefixItems", "uniqueItems"};

/// The types that a value may have, without null.
std::vector<std::string_view> types_of(const JsonValue& schema) {
    const JsonValue* type = schema.find("type");
    std::vector<std::string_view> types;
    if (!type) return types;
    if (type->kind == JsonKind::string) types.push_back(type->text);
    for (const JsonValue& one : type->items) types.push_back(one.text);
    std::erase(types, "null");
    return types;
}

/// The codes of an enumeration, each once: as text and as number they are one.
std::vector<syntax::Code> codes_of(const JsonValue& schema) {
    std::vector<syntax::Code> codes;
    std::map<std::string_view, std::string_view> labels;
    if (const JsonValue* told = schema.find("x-codes")) {
        for (const JsonValue& one : told->members) labels.emplace(one.name, one.text);
    }
    std::set<std::string_view> known;
    const auto add = [&](const JsonValue& value) {
        if (value.text.empty() || !known.insert(value.text).second) return;
        codes.push_back({value.text, {std::string(labels[value.text]), {}}, {}});
    };
    if (const JsonValue* values = schema.find("enum")) std::ranges::for_each(values->items, add);
    if (const JsonValue* value = schema.find("const")) add(*value);
    return codes;
}

bool enumerates(const JsonValue& schema) {
    return schema.find("enum") || schema.find("const");
}

}  // namespace

bool is_no_value(const JsonValue& schema) {
    if (schema.text_of("type") == "null") return true;
    const JsonValue* values = schema.find("enum");
    return values && !values->items.empty() && std::ranges::all_of(values->items, [](const JsonValue& one) {
               return one.text.empty() && one.items.empty() && one.members.empty();
           });
}

bool is_code_object(const JsonValue& schema) {
    const JsonValue* properties = schema.find("properties");
    constexpr std::string_view known[] = {"code", "コード", "value", "値", "名称"};
    return properties && properties->find("code") &&
           std::ranges::all_of(properties->members, [&](const JsonValue& one) {
               return std::ranges::find(known, one.name) != std::end(known);
           });
}

void JsonSchemaTypes::read(const JsonValue& schema, const std::string& owner, syntax::Item& item) const {
    item.type = import_type(syntax::TypeKind::value, "text");
    read_schema(schema, {owner, item, owner + "." + item.name.text, 0});
}

void JsonSchemaTypes::read_schema(const JsonValue& schema, Reading at) const {
    const JsonValue* to = document_.target(schema);
    if (!to || ++at.depth > most_nested_types) {
        note_unsaid(out_.notes, at.place, to ? "nesting" : schema.text_of("$ref"));
        return;
    }
    const JsonValue* any = to->find("anyOf") ? to->find("anyOf") : to->find("oneOf");
    const JsonValue* all = to->find("allOf");
    const auto types = types_of(*to);
    if (enumerates(*to)) {
        read_enumeration(*to, at);
    } else if (document_.is_object(*to)) {
        read_class(*to, at);
    } else if (any) {
        read_alternatives(*any, at);
    } else if (all && all->items.size() == 1) {
        read_schema(all->items.front(), at);
    } else if (std::ranges::find(types, "array") != types.end() || to->find("items")) {
        read_array(*to, at);
    } else {
        read_value(*to, at);
    }
}

void JsonSchemaTypes::read_class(const JsonValue& object, const Reading& at) const {
    const std::string wanted = at.owner + "_" + at.item.name.text;
    at.item.type = import_type(syntax::TypeKind::reference, class_of_(object, wanted));
}

/// One of several: nothing, an array of what may also stand alone, a code as text or with its label, classes.
void JsonSchemaTypes::read_alternatives(const JsonValue& alternatives, Reading at) const {
    std::vector<const JsonValue*> kept;
    for (const JsonValue& one : alternatives.items) {
        const JsonValue* to = document_.target(one);
        if (to && !is_no_value(*to)) kept.push_back(to);
    }
    const auto is_array = [](const JsonValue* one) { return one->text_of("type") == "array"; };
    const auto array = std::ranges::find_if(kept, is_array);
    if (array != kept.end()) {
        read_array(**array, at);
        if (kept.size() > 2) note_unsaid(out_.notes, at.place, "anyOf");
        return;
    }
    if (kept.empty()) return;
    if (kept.size() == 1) return read_schema(*kept.front(), at);
    if (read_constants(kept, at) || read_codes(kept, at)) return;
    if (!std::ranges::all_of(kept, [&](const JsonValue* one) { return document_.is_object(*one); })) {
        note_unsaid(out_.notes, at.place, "anyOf");
        return;
    }
    at.item.type = syntax::Type{};
    at.item.type.kind = syntax::TypeKind::one_of;
    for (const JsonValue* one : kept) {
        at.item.type.names.push_back({class_of_(*one, at.owner + "_" + at.item.name.text), {}});
    }
}

/// A code for each alternative, whose title is its label.
bool JsonSchemaTypes::read_constants(const std::vector<const JsonValue*>& kept, const Reading& at) const {
    std::vector<syntax::Code> codes;
    for (const JsonValue* one : kept) {
        const JsonValue* value = one->find("const");
        if (!value || value->text.empty()) return false;
        codes.push_back({value->text, label_of(one->text_of("title")), {}});
    }
    const std::string wanted = at.owner + "_" + at.item.name.text;
    at.item.type = import_type(syntax::TypeKind::code, list_with_codes(out_.model, wanted, std::move(codes)));
    return true;
}

/// Codes, their labels and objects of both.
bool JsonSchemaTypes::read_codes(const std::vector<const JsonValue*>& kept, const Reading& at) const {
    constexpr std::string_view label_end = "_label";
    const JsonValue* codes = nullptr;
    const JsonValue* labels = nullptr;
    for (const JsonValue* one : kept) {
        if (is_code_object(*one)) continue;
        if (!enumerates(*one)) return false;
        (document_.definition_name(*one).ends_with(label_end) ? labels : codes) = one;
    }
    if (!codes && labels) {
        const std::string_view name = document_.definition_name(*labels);
        codes = document_.definition(name.substr(0, name.size() - label_end.size()));
    }
    if (!codes) return false;
    const bool text = std::ranges::find(kept, codes) != kept.end();
    read_enumeration(*codes, at);
    if (labels) at.item.type.form = text ? syntax::CodeForm::both : syntax::CodeForm::label;
    return true;
}

void JsonSchemaTypes::read_enumeration(const JsonValue& schema, const Reading& at) const {
    if (is_no_value(schema)) return;
    const std::string_view name = document_.definition_name(schema);
    const std::string wanted = name.empty() ? at.owner + "_" + at.item.name.text : name_from(name);
    const std::size_t lists = out_.model.code_lists.size();
    const std::string list = list_with_codes(out_.model, wanted, codes_of(schema));
    at.item.type = import_type(syntax::TypeKind::code, list);
    if (out_.model.code_lists.size() == lists || name.empty()) return;
    const std::string_view label =
        schema.find("x-label-ja") ? schema.text_of("x-label-ja") : schema.text_of("title");
    out_.model.code_lists.back().label = label_of(label);
}

void JsonSchemaTypes::read_array(const JsonValue& schema, Reading at) const {
    const std::string_view most = schema.text_of("maxItems");
    const bool number =
        !most.empty() && most.size() < 9 && most.find_first_not_of("0123456789") == std::string_view::npos;
    const auto maximum = number ? static_cast<std::uint32_t>(std::stoul(std::string(most))) : 0;
    if (at.item.cardinality.maximum != 1) note_unsaid(out_.notes, at.place, "array of arrays");
    at.item.cardinality.maximum = maximum > 0 ? maximum : syntax::Cardinality::unlimited;
    if (const JsonValue* items = schema.find("items")) read_schema(*items, at);
}

void JsonSchemaTypes::read_value(const JsonValue& schema, const Reading& at) const {
    const auto types = types_of(schema);
    const auto has = [&](std::string_view type) { return std::ranges::find(types, type) != types.end(); };
    const ValueType* named = find_value_type(schema.text_of("x-kind"));
    std::string kind = has("integer") ? "integer" : has("number") ? "decimal" : "text";
    if (named) kind = schema.text_of("x-kind");
    if (!named && kind == "text" && !import_word("format", schema.text_of("format")).empty()) {
        kind = import_word("format", schema.text_of("format"));
    }
    if (has("boolean") && types.size() == 1) {
        std::vector<syntax::Code> codes{{"true", {}, {}}, {"false", {}, {}}};
        at.item.type =
            import_type(syntax::TypeKind::code, list_with_codes(out_.model, "TrueOrFalse", std::move(codes)));
        return;
    }
    if (has("object")) note_unsaid(out_.notes, at.place, "object without properties");
    at.item.type = import_type(syntax::TypeKind::value, kind);
    const ValueType* type = find_value_type(kind);
    if (type && value_form(*type).number)
        take_range(schema, kind == "integer", at.item.type, at.place, out_.notes);
    const bool says_more = !named || value_form(*type).pattern.empty();
    if (says_more && !(type && value_form(*type).number)) {
        take_pattern(schema.text_of("pattern"), at.item.type, at.place, out_.notes);
    }
    for (const std::string_view word : unsaid_of_values) {
        if (schema.find(word)) note_unsaid(out_.notes, at.place, word);
    }
}

}  // namespace daicho
