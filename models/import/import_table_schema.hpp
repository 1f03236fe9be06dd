#pragma once

#include <string>

#include "grammars/formats/json_value.hpp"
#include "models/import/imported_model.hpp"

namespace daicho {

/// Makes a model out of a Table Schema (Frictionless): its fields are the items of a class. What it says and
/// a model does not is noted with the field.
ImportedModel import_table_schema(const JsonValue& document, const std::string& path,
                                  const std::string& name);

/// The same of a Data Package: each resource with a schema is a class, each one that holds the codes which
/// the fields of others refer to a code list. Throws Error where no resource has a schema.
ImportedModel import_data_package(const JsonValue& document, const std::string& path,
                                  const std::string& name);

}  // namespace daicho
