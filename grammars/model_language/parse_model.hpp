#pragma once

#include <string>
#include <string_view>

#include "grammars/model_language/syntax.hpp"

namespace daicho {

/// Reads the text of a model file. Throws Error with `path`, line, column, the line and a caret, in both
/// languages.
syntax::Model parse_model(std::string_view text, std::string_view path);

/// The same for a transformation (.gift).
syntax::Transform parse_transform(std::string_view text, std::string_view path);

/// Writes a model in the canonical layout: one statement a line, four spaces of indentation. Parsing the
/// result gives an equal tree.
std::string print_model(const syntax::Model& model);
std::string print_transform(const syntax::Transform& transform);

/// "path:3:14: message" with the line and a caret below it, for an error at `where` of a model's text.
std::string point_at(std::string_view path, std::string_view text, Span where, std::string_view message);

}  // namespace daicho
