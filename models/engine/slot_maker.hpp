#pragma once

#include <string>
#include <vector>

#include "grammars/model_language/syntax.hpp"
#include "models/engine/class_way.hpp"
#include "models/engine/model.hpp"
#include "models/engine/model_compiler.hpp"

namespace daicho {

/// The slot of an item that the way down has reached: its names, its type and what its class says of it.
/// Throws Error that points at the place in the file.
Slot make_slot(const ModelSource& source, const syntax::Item& item, const Way& way,
               const ModelLibrary& library);

/// Further headers by which the slot is known; `key` is that of the way down to it.
void add_names(Slot& slot, const std::string& key, const std::vector<syntax::Alias>& aliases);

}  // namespace daicho
