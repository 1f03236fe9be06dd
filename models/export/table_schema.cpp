#include <algorithm>
#include <utility>

#include "models/dictionary/item_words.hpp"
#include "models/export/export_parts.hpp"
#include "models/export/value_form.hpp"

namespace daicho {

namespace {

/// The type of a field of Table Schema. Dates and numbers with notations for "not known" are texts.
std::string_view field_type(const ExportedItem& item) {
    if (!item.kind || !item.tree->separator.empty() || !item.tree->unknowns.empty()) return "string";
    const ValueForm& form = value_form(*item.kind);
    if (form.xsd == "integer") return "integer";
    if (form.number) return "number";
    return form.xsd == "date" ? "date" : "string";
}

void write_codes_or_pattern(JsonWriter& json, const ExportRequest& request, const FlatColumn& column,
                            bool resources) {
    const std::string_view type = field_type(column.item);
    if (is_plain_code(request.model, column.item)) {
        const bool elsewhere = resources && column.item.tree->type.form == syntax::CodeForm::code;
        if (elsewhere) return;
        json.key("enum").begin_array();
        for (const std::string& code : accepted_codes(request.model, column.item)) json.string(code);
        json.end_array();
    } else if (type == "string") {
        const std::string pattern = cell_pattern(request.model, column.item);
        if (!pattern.empty()) json.key("pattern").string("^(" + pattern + ")$");
    } else if (type != "date") {
        if (column.item.tree->type.minimum) json.key("minimum").decimal(*column.item.tree->type.minimum);
        if (column.item.tree->type.maximum) json.key("maximum").decimal(*column.item.tree->type.maximum);
    }
}

void write_field(JsonWriter& json, const ExportRequest& request, const FlatColumn& column, bool resources) {
    json.begin_object().key("name").string(column.name);
    const syntax::Text& label = column.item.tree->label;
    json.key("title").string(label_in(label, request.language));
    json.key("description").string(type_in_words(column.item.tree->type, request.language));
    json.key("type").string(field_type(column.item));
    json.key("constraints").begin_object();
    if (column.required) json.key("required").boolean(true);
    write_codes_or_pattern(json, request, column, resources);
    json.end_object().end_object();
}

std::string name_of_path(const std::vector<FlatColumn>& columns, const std::string& path) {
    const auto found =
        std::ranges::find_if(columns, [&](const FlatColumn& column) { return column.line->path == path; });
    return found == columns.end() ? "" : found->name;
}

/// The first key; Table Schema has one.
void write_key(JsonWriter& json, const ExportRequest& request, const std::vector<FlatColumn>& columns) {
    for (const auto* unique : request.model.root().uniques) {
        std::vector<std::string> names;
        for (const auto& item : unique->items) names.push_back(name_of_path(columns, item.text));
        if (std::ranges::find(names, "") != names.end()) continue;
        json.key("primaryKey").begin_array();
        for (const std::string& name : names) json.string(name);
        json.end_array();
        return;
    }
}

void write_foreign_key(JsonWriter& json, const std::string& field, const std::string& resource,
                       const std::string& target) {
    json.begin_object().key("fields").string(field).key("reference").begin_object();
    json.key("resource").string(resource).key("fields").string(target).end_object().end_object();
}

void write_foreign_keys(JsonWriter& json, const ExportRequest& request,
                        const std::vector<FlatColumn>& columns, bool resources) {
    bool any = false;
    const auto write = [&](const std::string& field, const std::string& resource, const std::string& target) {
        if (!std::exchange(any, true)) json.key("foreignKeys").begin_array();
        write_foreign_key(json, field, resource, target);
    };
    for (const auto* reference : request.model.root().references) {
        const std::string field = name_of_path(columns, reference->item.text);
        const std::string target = name_of_path(columns, reference->target.text);
        if (!field.empty() && !target.empty()) write(field, "", target);
    }
    for (const FlatColumn& column : columns) {
        if (!resources || !is_plain_code(request.model, column.item)) continue;
        if (column.item.tree->type.form == syntax::CodeForm::code)
            write(column.name, codes_resource(request.model, column.item.codes), "code");
    }
    if (any) json.end_array();
}

}  // namespace

std::string codes_resource(const ExportedModel& model, std::size_t number) {
    std::string name = codes_name(model, number);
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return name;
}

void write_table_schema(JsonWriter& json, const ExportRequest& request, bool resources) {
    const std::vector<FlatColumn> columns = flat_columns(request);
    json.key("fields").begin_array();
    for (const FlatColumn& column : columns) write_field(json, request, column, resources);
    json.end_array().key("missingValues").begin_array().string("").end_array();
    // Table Schema 2: a table may lack columns, and have its own where the class is open.
    const bool closed = request.model.root().found.tree->closed;
    json.key("fieldsMatch").begin_array().string(closed ? "superset" : "partial").end_array();
    write_key(json, request, columns);
    write_foreign_keys(json, request, columns, resources);
}

}  // namespace daicho
