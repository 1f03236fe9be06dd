#include <algorithm>

#include "models/export/export_parts.hpp"

namespace daicho {

std::string export_data_package(const ExportRequest& request);

namespace {

/// A name of the kind that Data Package asks for.
std::string package_name(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        const bool fits =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
        if (!fits) c = '-';
    }
    return text;
}

/// An identifier, as Data Package asks for, of a licence that may be told in words.
std::string license_name(std::string_view text) {
    std::string name;
    for (const char c : text) {
        const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter || c == '-' || c == '.' || c == '_') {
            name += c;
        } else if (!name.empty() && name.back() != '-') {
            name += '-';
        }
    }
    while (name.ends_with('-')) name.pop_back();
    return name.empty() ? "other" : name;
}

void write_origin(JsonWriter& json, const syntax::Model& model) {
    if (model.sources.empty()) return;
    json.key("sources").begin_array();
    for (const auto& source : model.sources)
        json.begin_object().key("title").string(source.document).end_object();
    json.end_array();
    const std::string& license = model.sources.front().license;
    if (license.empty()) return;
    const std::string name = license_name(license);
    json.key("licenses").begin_array().begin_object().key("name").string(name);
    if (name != license) json.key("title").string(license);
    json.end_object().end_array();
}

/// A code list as a table with its rows in place.
void write_codes_table(JsonWriter& json, const ExportedModel& model, std::size_t number) {
    const FoundCodes& list = model.codes[number];
    json.begin_object().key("name").string(codes_resource(model, number));
    json.key("title").string(list.tree->label.ja).key("profile").string("tabular-data-resource");
    json.key("data").begin_array();
    for (const auto& code : list.codes) {
        json.begin_object().key("code").string(code.code).key("label").string(code.label.ja);
        json.key("label_en").string(code.label.en).end_object();
    }
    json.end_array().key("schema").begin_object().key("fields").begin_array();
    for (const std::string_view field : {"code", "label", "label_en"})
        json.begin_object().key("name").string(field).key("type").string("string").end_object();
    json.end_array().key("primaryKey").string("code").end_object().end_object();
}

}  // namespace

std::string export_data_package(const ExportRequest& request) {
    std::string text;
    JsonWriter json(text);
    const FoundClass& found = request.model.root().found;
    const syntax::Model& model = found.source->tree;
    const std::string name = package_name(request.model.root().name);
    json.begin_object().key("profile").string("tabular-data-package");
    json.key("name")
        .string(package_name(model.name.text) + "-" + name)
        .key("title")
        .string(found.tree->label.ja);
    if (!model.version.empty()) json.key("version").string(model.version);
    write_origin(json, model);
    json.key("resources").begin_array().begin_object();
    json.key("profile")
        .string("tabular-data-resource")
        .key("name")
        .string(name)
        .key("path")
        .string(name + ".csv");
    json.key("encoding").string("utf-8").key("schema").begin_object();
    write_table_schema(json, request, true);
    json.end_object().end_object();
    for (std::size_t i = 0; i < request.model.codes.size(); ++i) {
        if (!request.model.codes[i].codes.empty()) write_codes_table(json, request.model, i);
    }
    json.end_array().end_object();
    return indented_json(text);
}

}  // namespace daicho
