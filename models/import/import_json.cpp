#include "models/import/import_json.hpp"

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/json_value.hpp"
#include "models/import/import_json_schema.hpp"
#include "models/import/import_table_schema.hpp"

namespace daicho {

namespace {

bool is_list(const JsonValue* value) {
    return value && value->kind == JsonKind::array;
}

}  // namespace

ImportedModel import_json(const std::string& path, const std::string& name) {
    const std::string text = read_file(path);
    JsonReader reader(text, path);
    const JsonValue document = read_json_value(reader);
    reader.expect_end();
    if (is_list(document.find("resources"))) return import_data_package(document, path, name);
    if (is_list(document.find("fields"))) return import_table_schema(document, path, name);
    for (const char* word :
         {"$schema", "properties", "$defs", "definitions", "components", "allOf", "$ref", "items"}) {
        if (document.find(word)) return import_json_schema(document, path, name);
    }
    throw Error{ErrorKind::input,
                path + ": JSON Schema、OpenAPI、Table Schema、Data Package のどれでもありません。",
                path + ": this is neither JSON Schema, OpenAPI, Table Schema nor a Data Package"};
}

}  // namespace daicho
