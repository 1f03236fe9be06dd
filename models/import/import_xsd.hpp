#pragma once

#include <string>

#include "models/import/imported_model.hpp"

namespace daicho {

/// Makes a model out of an XML schema written as GIF writes its own: complex types are classes, their
/// restrictions `NAME_MPnn` required patterns, extensions `extends`, elements items, enumerations code lists.
/// Throws Error with file and line for what has no place in a model.
ImportedModel import_xsd(const std::string& path, const std::string& name);

}  // namespace daicho
