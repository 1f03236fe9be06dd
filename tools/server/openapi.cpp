#include "tools/server/openapi.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "grammars/formats/json_writer.hpp"
#include "tools/server/router.hpp"
#include "tools/version.hpp"

namespace daicho {

namespace {

std::string both(const Text& text) {
    return std::string(text.en) + " / " + std::string(text.ja);
}

std::string operation_id(const Route& route) {
    std::string id = route.method == Method::post ? "post" : "get";
    bool upper = true;
    for (const char c : route.pattern) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            id += upper && c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
            upper = false;
        } else {
            upper = true;
        }
    }
    return id;
}

void write_value_schema(JsonWriter& json, const RouteParameter& parameter) {
    json.key("schema").begin_object();
    switch (parameter.kind) {
        case ParameterKind::text:
            json.key("type").string("string");
            break;
        case ParameterKind::number:
            json.key("type").string("integer").key("minimum").number(0);
            json.key("maximum").number(parameter.most);
            break;
        case ParameterKind::day:
            json.key("type").string("string").key("format").string("date");
            break;
        case ParameterKind::degrees:
            json.key("type").string("number");
            break;
        case ParameterKind::words:
            json.key("type").string("string").key("enum").begin_array();
            for (const std::string_view word : parameter.words) json.string(word);
            json.end_array();
            break;
    }
    json.end_object();
}

void write_parameter(JsonWriter& json, const RouteParameter& parameter) {
    json.begin_object().key("name").string(parameter.name).key("in").string("query");
    json.key("description").string(both(parameter.help));
    if (parameter.needed) json.key("required").boolean(true);
    write_value_schema(json, parameter);
    json.end_object();
}

void write_parameters(JsonWriter& json, const Route& route) {
    json.key("parameters").begin_array();
    if (route.pattern.find('{') != route.pattern.npos) {
        json.begin_object().key("name").string("id").key("in").string("path").key("required").boolean(true);
        json.key("schema").begin_object().key("type").string("string").end_object().end_object();
    }
    for (const RouteParameter& parameter : route.parameters) write_parameter(json, parameter);
    if (route.pattern.starts_with("/v1/")) {
        for (const RouteParameter& parameter : common_parameters()) write_parameter(json, parameter);
    }
    json.end_array();
}

void write_content(JsonWriter& json, std::string_view type, std::string_view schema) {
    json.key("content").begin_object().key(type).begin_object();
    if (!schema.empty()) {
        json.key("schema").begin_object();
        json.key("$ref").string("#/components/schemas/" + std::string(schema)).end_object();
    }
    json.end_object().end_object();
}

void write_body(JsonWriter& json, const Route& route) {
    if (route.method != Method::post) return;
    json.key("requestBody").begin_object().key("required").boolean(true).key("content").begin_object();
    if (route.body_types.empty()) json.key("*/*").begin_object().end_object();
    for (const std::string_view type : route.body_types) json.key(type).begin_object().end_object();
    json.end_object().end_object();
}

void write_responses(JsonWriter& json, const Route& route) {
    json.key("responses").begin_object();
    json.key("200").begin_object().key("description").string("OK");
    write_content(json, route.answer_type, route.schema);
    json.end_object();
    if (route.cached) json.key("304").begin_object().key("description").string("Not Modified").end_object();
    json.key("default").begin_object().key("description").string("Problem");
    write_content(json, "application/problem+json", "Problem");
    json.end_object().end_object();
}

void write_examples(JsonWriter& json, const Route& route) {
    json.key("x-examples").begin_array();
    for (const RouteExample& example : route.examples) {
        json.begin_object().key("target").string(example.target).key("status").number(example.status);
        if (!example.body.empty()) json.key("type").string(example.type).key("body").string(example.body);
        json.end_object();
    }
    json.end_array();
}

void write_operation(JsonWriter& json, const Route& route) {
    json.key(route.method == Method::post ? "post" : "get").begin_object();
    json.key("operationId").string(operation_id(route));
    json.key("tags").begin_array().string(route.group).end_array();
    json.key("summary").string(both(route.help));
    write_parameters(json, route);
    write_body(json, route);
    write_responses(json, route);
    write_examples(json, route);
    json.end_object();
}

std::string written_document() {
    std::string text;
    JsonWriter json{text};
    json.begin_object().key("openapi").string("3.1.0");
    json.key("info").begin_object().key("title").string("daicho").key("version").string(version());
    json.key("summary").string("Local lookup service of Japan's base registries / ベース・レジストリの検索");
    json.end_object();
    json.key("servers").begin_array().begin_object().key("url").string("/").end_object().end_array();
    json.key("paths").begin_object();
    std::vector<std::string_view> written;
    for (const Route& route : routes()) {
        if (std::ranges::find(written, route.pattern) != written.end()) continue;
        written.push_back(route.pattern);
        json.key(route.pattern).begin_object();
        for (const Route& other : routes()) {
            if (other.pattern == route.pattern) write_operation(json, other);
        }
        json.end_object();
    }
    json.end_object();
    json.end_object();
    text.pop_back();
    text.append(",\"components\":{\"schemas\":{").append(schemas()).append("}}}\n");
    return text;
}

}  // namespace

const std::string& openapi_document() {
    static const std::string document = written_document();
    return document;
}

}  // namespace daicho
