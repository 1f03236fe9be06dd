#include "models/export/export_parts.hpp"

namespace daicho {

std::string export_table_schema(const ExportRequest& request);

std::string export_table_schema(const ExportRequest& request) {
    std::string text;
    JsonWriter json(text);
    json.begin_object();
    write_table_schema(json, request, false);
    json.end_object();
    return indented_json(text);
}

}  // namespace daicho
