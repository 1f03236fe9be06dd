#pragma once

#include <span>
#include <string>

#include "models/engine/binding.hpp"

namespace daicho {

/// Tells of the columns of nested records (JSON) that stand where the model has something else: a second
/// value of an item that has one, an object in the place of a value, a value in the place of an object.
/// `ways` are the JSON pointers from a record to its columns. The findings take the place of those of own
/// columns.
void tell_misplaced_parts(const Model& model, std::span<const std::string> headers,
                          std::span<const std::string> ways, std::span<const ColumnEvidence> evidence,
                          Binding& binding);

}  // namespace daicho
