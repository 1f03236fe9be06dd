#pragma once

#include <string>
#include <vector>

#include "grammars/model_language/syntax.hpp"

namespace daicho {

/// A model made from another notation.
struct ImportedModel {
    syntax::Model model;
    std::vector<syntax::Item> left_out;  ///< elements of the source that stand in no class
};

/// Makes a model out of an XML schema written as GIF writes its own: complex types are classes, their
/// restrictions `NAME_MPnn` required patterns, extensions `extends`, elements items, enumerations code lists.
/// Throws Error with file and line for what has no place in a model.
ImportedModel import_xsd(const std::string& path, const std::string& name);

}  // namespace daicho
