#pragma once

#include <string_view>

#include "registries/lookup/lookup.hpp"

namespace daicho {

/// Corporations whose names agree with the text, the best first; a hint only where the name alone does not
/// say which it is. The filter of the context counts.
void find_corporations_by_name(std::string_view name, const LookupContext& context, LookupAnswer& answer);

/// Corporations that have their seat at an address, down to its number.
void find_corporations_at(std::string_view address, const LookupContext& context, LookupAnswer& answer);

}  // namespace daicho
