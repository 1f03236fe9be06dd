// Entities of reconciliation: data extension, suggestions, previews.
#include "tools/server/endpoints/reconciliation.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "grammars/text/html.hpp"
#include "registries/lookup/answer_text.hpp"
#include "registries/lookup/suggest.hpp"
#include "tools/server/answer_forms.hpp"
#include "tools/server/problem.hpp"
#include "tools/server/thing.hpp"

namespace daicho {

namespace {

struct EntityProperty {
    std::string_view kind, id;
    Text name;
};
constexpr EntityProperty entity_properties[] = {
    {"corporation", "name", {"名称", "name"}},
    {"corporation", "furigana", {"フリガナ", "reading"}},
    {"corporation", "address", {"所在地", "address"}},
    {"corporation", "status", {"状態", "status"}},
    {"corporation", "kind", {"法人種別", "kind"}},
    {"corporation", "municipality", {"市区町村コード", "municipality"}},
    {"corporation", "postal_code", {"郵便番号", "postal code"}},
    {"corporation", "closed", {"閉鎖等の日", "closed"}},
    {"corporation", "corporate_number", {"法人番号", "corporate number"}},
    {"municipality", "lg_code", {"団体コード", "code"}},
    {"municipality", "name", {"名称", "name"}},
    {"municipality", "kana", {"カナ", "kana"}},
    {"municipality", "pref", {"都道府県", "prefecture"}},
    {"municipality", "status", {"状態", "status"}},
    {"municipality", "ended", {"廃止日", "ended"}},
    {"school", "school_code", {"学校コード", "school code"}},
    {"school", "name", {"名称", "name"}},
    {"school", "address", {"所在地", "address"}},
    {"school", "postal_code", {"郵便番号", "postal code"}},
    {"address", "name", {"名称", "name"}},
    {"address", "lg_code", {"団体コード", "code"}},
    {"address", "machiaza_id", {"町字ID", "town id"}},
    {"address", "latitude", {"緯度", "latitude"}},
    {"address", "longitude", {"経度", "longitude"}},
};

const EntityProperty* entity_property(std::string_view id) {
    const auto* found = std::ranges::find(entity_properties, id, &EntityProperty::id);
    return found == std::end(entity_properties) ? nullptr : found;
}

void write_property(JsonWriter& json, const EntityProperty& property, Language language) {
    json.begin_object().key("id").string(property.id).key("name").string(property.name.in(language));
    json.end_object();
}

void write_property_value(JsonWriter& json, const AnswerRecord& record, std::string_view property,
                          Language language) {
    json.begin_array();
    if (const AnswerField* field = field_of(record, property)) {
        if (const auto* number = std::get_if<AnswerNumber>(&field->value)) {
            json.begin_object().key("float").decimal(number->digits).end_object();
        } else if (const std::string text = answer_cell(field->value, language); !text.empty()) {
            json.begin_object().key("str").string(text).end_object();
        }
    }
    json.end_array();
}

bool has_prefix(std::string_view prefix, std::string_view id, const Text& name) {
    return id.find(prefix) != id.npos || name.ja.find(prefix) != name.ja.npos ||
           name.en.find(prefix) != name.en.npos;
}

void write_properties(JsonWriter& json, const Call& call, std::string_view type) {
    std::vector<std::string_view> written;
    for (const EntityProperty& property : entity_properties) {
        if (!type.empty() && property.kind != type) continue;
        if (!has_prefix(call.text("prefix"), property.id, property.name)) continue;
        if (std::ranges::find(written, property.id) != written.end()) continue;
        written.push_back(property.id);
        write_property(json, property, call.language);
    }
}

}  // namespace

/// "corporation/2270001007750": ids of all types are in one space.
std::string entity_id(const ServedKind& kind, std::string_view id) {
    return std::string(kind.kind).append("/").append(id);
}

Entity entity_of(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == text.npos) return {};
    const std::string_view type = text.substr(0, slash);
    if (std::ranges::find(entity_types, type) == std::end(entity_types)) return {};
    return {served_kind(type), text.substr(slash + 1)};
}

std::string entity_name(const AnswerRecord& record) {
    for (const std::string_view key : {"name", "match", "fullAddress"}) {
        if (const std::string_view text = text_of(record, key); !text.empty()) return std::string(text);
    }
    return {};
}

void write_entity_type(JsonWriter& json, const ServedKind& kind, Language language) {
    json.begin_object().key("id").string(kind.kind).key("name").string(kind.name.in(language)).end_object();
}

JsonValue parsed_object(std::string_view text, std::string_view name) {
    auto value = parse_json(text);
    if (!value || value->kind != JsonKind::object) {
        throw Refusal{problems::bad_value,
                      {std::string(name) + " は JSON のオブジェクトです。",
                       std::string(name) + " must be a JSON object"},
                      std::string(name)};
    }
    return std::move(*value);
}

Response answer_extension(const Call& call, std::string_view text) {
    const JsonValue extension = parsed_object(text, "extend");
    const JsonValue* ids = extension.find("ids");
    const JsonValue* wanted = extension.find("properties");
    if (!ids || !wanted || ids->items.size() > most_entities) {
        throw Refusal{problems::bad_value,
                      {"extend には ids（1000 件まで）と properties が要ります。",
                       "extend needs ids (up to 1000) and properties"},
                      "extend"};
    }
    Response response;
    JsonWriter json{response.body};
    json.begin_object().key("meta").begin_array();
    for (const JsonValue& property : wanted->items) {
        const std::string id(property.text_of("id"));
        const EntityProperty* known = entity_property(id);
        json.begin_object().key("id").string(id);
        json.key("name").string(known ? known->name.in(call.language) : std::string_view(id)).end_object();
    }
    json.end_array().key("rows").begin_object();
    for (const JsonValue& one : ids->items) {
        const Entity entity = entity_of(one.text);
        LookupAnswer found;
        if (entity.kind) found = find_by_id(*call.data, *entity.kind, entity.id, {});
        json.key(one.text).begin_object();
        for (const JsonValue& property : wanted->items) {
            json.key(property.text_of("id"));
            write_property_value(json, found.matches.empty() ? AnswerRecord() : found.matches.front().fields,
                                 property.text_of("id"), call.language);
        }
        json.end_object();
    }
    json.end_object().end_object();
    response.body += '\n';
    return response;
}

Response answer_entity_suggestions(const Call& call) {
    std::vector<Suggestion> found;
    std::vector<std::string_view> kinds{"corporation", "municipality", "school", "town"};
    if (const std::string_view type = call.text("type"); !type.empty())
        kinds = {type == "address" ? std::string_view("town") : type};
    const auto ask = [&](const Registry* registry) {
        found = suggest(registry, call.text("prefix"), kinds, call.number("limit", 10));
    };
    if (!call.data->knowledge().with_registry([&](const Registry& registry) { ask(&registry); }))
        ask(nullptr);
    Response response;
    JsonWriter json{response.body};
    json.begin_object().key("result").begin_array();
    for (const Suggestion& one : found) {
        const ServedKind& kind = *served_kind(one.kind == "town" ? "address" : one.kind);
        json.begin_object().key("id").string(entity_id(kind, one.id)).key("name").string(one.label);
        json.key("description").string(one.detail).key("notable").begin_array();
        write_entity_type(json, kind, call.language);
        json.end_array().end_object();
    }
    json.end_array().end_object();
    response.body += '\n';
    return response;
}

Response answer_type_suggestions(const Call& call) {
    Response response;
    JsonWriter json{response.body};
    json.begin_object().key("result").begin_array();
    for (const std::string_view type : entity_types) {
        if (has_prefix(call.text("prefix"), type, served_kind(type)->name))
            write_entity_type(json, *served_kind(type), call.language);
    }
    json.end_array().end_object();
    response.body += '\n';
    return response;
}

Response answer_property_suggestions(const Call& call) {
    Response response;
    JsonWriter json{response.body};
    json.begin_object().key("result").begin_array();
    write_properties(json, call, {});
    json.end_array().end_object();
    response.body += '\n';
    return response;
}

Response answer_proposal(const Call& call) {
    Response response;
    JsonWriter json{response.body};
    json.begin_object().key("properties").begin_array();
    write_properties(json, call, call.text("type"));
    json.end_array();
    if (const std::string_view type = call.text("type"); !type.empty()) json.key("type").string(type);
    if (call.request.parameter("limit")) json.key("limit").number(call.number("limit", 0));
    json.end_object();
    response.body += '\n';
    return response;
}

Response answer_preview(const Call& call) {
    const Entity entity = entity_of(call.text("id"));
    LookupAnswer found;
    if (entity.kind) found = find_by_id(*call.data, *entity.kind, entity.id, {});
    if (found.matches.empty()) throw Refusal{problems::not_found, BothTexts(problems::not_found.title)};
    const AnswerRecord& record = found.matches.front().fields;
    std::string html = "<!doctype html>\n<html lang=\"";
    html += call.language == Language::ja ? "ja" : "en";
    html += "\"><head><meta charset=\"utf-8\"><title>";
    append_html(html, entity_name(record));
    html += "</title></head><body><h1>";
    append_html(html, entity_name(record));
    html += "</h1><dl>";
    for (const AnswerField& field : record) {
        const std::string text = answer_cell(field.value, call.language);
        if (text.empty() || field.name.shown == ShownIn::nowhere) continue;
        html += "<dt>";
        append_html(html, field.name.label.in(call.language));
        html += "</dt><dd>";
        append_html(html, text);
        html += "</dd>";
    }
    html += "</dl></body></html>\n";
    Response response{200, "text/html; charset=utf-8", {}, std::move(html)};
    response.headers.push_back({"Content-Security-Policy", "default-src 'none'"});  // is shown in frames
    return response;
}

}  // namespace daicho
