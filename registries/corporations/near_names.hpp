#pragma once

#include <functional>
#include <string_view>

#include "registries/corporations/name_index.hpp"

namespace daicho {

/// Names that are `text` but for one character, which is other, more or less, or has changed places with the
/// next; of `text` of fewer than four characters none. A name may come more than once; of very many that fit
/// in one place the first.
void visit_near_names(CorporateNameIndex& index, NameSpace space, std::string_view text,
                      const std::function<void(const NameDocument&)>& found);

}  // namespace daicho
