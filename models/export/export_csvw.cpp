#include <algorithm>

#include "models/export/export_parts.hpp"
#include "models/export/value_form.hpp"

namespace daicho {

std::string export_csvw(const ExportRequest& request);

namespace {

/// The name of a column in URI templates: letters, digits, `_` and dots.
std::string column_name(const FlatColumn& column) {
    std::string name = column.line->path;
    return std::ranges::all_of(name, [](char c) { return c > 0; }) ? name : "column_" + column.line->number;
}

void write_datatype(JsonWriter& json, const ExportRequest& request, const FlatColumn& column) {
    const syntax::Type& type = column.item.tree->type;
    const ValueForm* form = column.item.kind ? &value_form(*column.item.kind) : nullptr;
    const bool plain = form && column.item.tree->unknowns.empty() && type.matches.empty();
    json.key("datatype").begin_object();
    json.key("base").string(plain && !form->xsd.empty() ? form->xsd : "string");
    if (plain && form->number) {
        if (type.minimum) json.key("minimum").decimal(*type.minimum);
        if (type.maximum) json.key("maximum").decimal(*type.maximum);
    } else if (!plain || form->xsd == "string") {
        ExportedItem one = column.item;  // the separator is told by itself
        syntax::Item tree;
        tree.type.matches = type.matches;
        tree.type.form = type.form;
        tree.unknowns = column.item.tree->unknowns;
        one.tree = &tree;
        const std::string pattern = cell_pattern(request.model, one);
        if (!pattern.empty()) json.key("format").string("^(" + pattern + ")$");
    }
    json.end_object();
}

void write_titles(JsonWriter& json, const FlatColumn& column) {
    json.key("titles").begin_object().key("ja").begin_array().string(column.line->header);
    for (const auto& alias : column.line->aliases) json.string(alias.text);
    json.end_array().key("en").string(column.line->path).end_object();
}

void write_column(JsonWriter& json, const ExportRequest& request, const FlatColumn& column) {
    json.begin_object().key("name").string(column_name(column));
    write_titles(json, column);
    write_datatype(json, request, column);
    if (column.required) json.key("required").boolean(true);
    const std::string& separator = column.item.tree->separator;
    if (!separator.empty()) json.key("separator").string(separator);
    json.end_object();
}

const FlatColumn* column_at(const std::vector<FlatColumn>& columns, const std::string& path) {
    const auto found =
        std::ranges::find_if(columns, [&](const FlatColumn& one) { return one.line->path == path; });
    return found == columns.end() ? nullptr : &*found;
}

void write_primary_key(JsonWriter& json, const ExportRequest& request,
                       const std::vector<FlatColumn>& columns) {
    for (const auto* unique : request.model.root().uniques) {
        const bool there = std::ranges::all_of(unique->items, [&](const syntax::Name& item) {
            return column_at(columns, item.text) != nullptr;
        });
        if (!there) continue;
        json.key("primaryKey").begin_array();
        for (const auto& item : unique->items) json.string(column_name(*column_at(columns, item.text)));
        json.end_array();
        return;
    }
}

}  // namespace

std::string export_csvw(const ExportRequest& request) {
    std::string text;
    JsonWriter json(text);
    const FoundClass& found = request.model.root().found;
    const std::vector<FlatColumn> columns = flat_columns(request);
    json.begin_object().key("@context").begin_array().string("http://www.w3.org/ns/csvw");
    json.begin_object().key("@language").string("ja").end_object().end_array();
    json.key("url").string(request.model.root().name + ".csv").key("dc:title").string(found.tree->label.ja);
    json.key("dialect")
        .begin_object()
        .key("encoding")
        .string("utf-8")
        .key("header")
        .boolean(true)
        .end_object();
    json.key("tableSchema").begin_object().key("columns").begin_array();
    for (const FlatColumn& column : columns) write_column(json, request, column);
    json.end_array();
    write_primary_key(json, request, columns);
    json.end_object().end_object();
    return indented_json(text);
}

}  // namespace daicho
