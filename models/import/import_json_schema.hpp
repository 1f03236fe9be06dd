#pragma once

#include <string>

#include "grammars/formats/json_value.hpp"
#include "models/import/imported_model.hpp"

namespace daicho {

/// Makes a model out of a JSON Schema (2020-12 and the drafts before it) or the schemas of an OpenAPI
/// document: objects are classes, their properties items, enumerations code lists. What a schema says and a
/// model does not is noted with its JSON pointer. Throws Error where it has no object with properties.
ImportedModel import_json_schema(const JsonValue& document, const std::string& path, const std::string& name);

}  // namespace daicho
