#pragma once

#include <string>
#include <string_view>

#include "grammars/model_language/syntax.hpp"

namespace daicho {

/// Makes a model out of a table of items in the columns of GIF's data model definition (DMD), see
/// docs/man/daicho-models.1. Throws Error that names the class and the item.
syntax::Model import_tsv(std::string_view text, const std::string& path, const std::string& name);

}  // namespace daicho
