#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/json_value.hpp"
#include "models/import/imported_model.hpp"

namespace daicho {

// What the imports of JSON Schema and of Table Schema have in common.

/// A label in the language that it is written in; `english` where it has nothing but ASCII.
syntax::Text label_of(std::string_view text);

syntax::Type import_type(syntax::TypeKind kind, const std::string& name);

/// Sets the limits that numbers of `schema` have (`minimum`, `maximum`, exclusive ones of whole numbers).
/// What cannot be said is noted at `place`.
void take_range(const JsonValue& schema, bool whole, syntax::Type& type, const std::string& place,
                std::vector<ImportNote>& notes);

/// Sets the pattern of a text. JSON Schema's finds its place in the text, a model's is of all of it.
void take_pattern(std::string_view pattern, syntax::Type& type, const std::string& place,
                  std::vector<ImportNote>& notes);

/// The list of `model` that has just these codes, made under the name `wanted` where there is none.
std::string list_with_codes(syntax::Model& model, const std::string& wanted, std::vector<syntax::Code> codes);

/// Notes that `word`, which the source has at `place`, is nothing that a model says.
void note_unsaid(std::vector<ImportNote>& notes, const std::string& place, std::string_view word);

}  // namespace daicho
