#include <string>

#include "models/export/export_parts.hpp"

namespace daicho {

std::string export_json_schema(const ExportRequest& request);

namespace {

/// What the schema is of, and what it leaves out, as `$comment`.
std::string schema_comment(const ExportRequest& request) {
    std::string text = loss_lines(request, "");
    if (!text.empty()) text.pop_back();
    return text;
}

}  // namespace

/// A record, or an array of records.
std::string export_json_schema(const ExportRequest& request) {
    std::string text;
    JsonWriter json(text);
    const FoundClass& found = request.model.root().found;
    const std::string record = "#/$defs/" + record_definition(request.model);
    json.begin_object().key("$schema").string("https://json-schema.org/draft/2020-12/schema");
    json.key("title").string(found.tree->label.ja);
    json.key("description")
        .string(found.source->tree.name.text + "/" + found.tree->name.text + " " +
                found.source->tree.version);
    const std::string comment = schema_comment(request);
    if (!comment.empty()) json.key("$comment").string(comment);
    json.key("type").begin_array().string("object").string("array").end_array();
    json.key("if").begin_object().key("type").string("array").end_object();
    json.key("then")
        .begin_object()
        .key("items")
        .begin_object()
        .key("$ref")
        .string(record)
        .end_object()
        .end_object();
    json.key("else").begin_object().key("$ref").string(record).end_object();
    json.key("$defs").begin_object();
    write_definitions(json, request.model, "#/$defs/");
    json.end_object().end_object();
    return indented_json(text);
}

}  // namespace daicho
