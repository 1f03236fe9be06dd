#pragma once

#include <string>

#include "models/import/imported_model.hpp"

namespace daicho {

/// Makes a model out of a JSON document: JSON Schema, OpenAPI, Table Schema or Data Package, as it tells by
/// its members. Throws Error where it is none of these.
ImportedModel import_json(const std::string& path, const std::string& name);

}  // namespace daicho
