#pragma once

#include <span>
#include <string>

#include "grammars/base/record_place.hpp"
#include "models/engine/binding.hpp"

namespace daicho {

/// Tells of the columns of nested records (JSON, XML) that stand where the model has something else: a second
/// value of an item that has one, an object in the place of a value, a value in the place of an object.
/// `places` has the ways from a record to its columns; without them, and of tables, nothing is told. The
/// findings take the place of those of own columns.
void tell_misplaced_parts(const Model& model, std::span<const std::string> headers, const PlaceForm& places,
                          std::span<const ColumnEvidence> evidence, Binding& binding);

}  // namespace daicho
