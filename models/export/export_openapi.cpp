#include <string>

#include "models/export/export_parts.hpp"

namespace daicho {

std::string export_openapi(const ExportRequest& request);

/// OpenAPI 3.1: its schemas are JSON Schema 2020-12, so the definitions are the same.
std::string export_openapi(const ExportRequest& request) {
    std::string text;
    JsonWriter json(text);
    const FoundClass& found = request.model.root().found;
    const syntax::Model& model = found.source->tree;
    json.begin_object().key("openapi").string("3.1.0").key("info").begin_object();
    json.key("title").string(found.tree->label.ja);
    json.key("version").string(model.version.empty() ? "0" : model.version);
    json.key("description")
        .string(model.name.text + "/" + found.tree->name.text + "\n" + loss_lines(request, ""));
    json.end_object().key("components").begin_object().key("schemas").begin_object();
    write_definitions(json, request.model, "#/components/schemas/");
    json.end_object().end_object().end_object();
    return indented_json(text);
}

}  // namespace daicho
