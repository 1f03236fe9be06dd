#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "grammars/values/address_resolver.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// The places that `text` (tidy) can begin with, as `reading.addresses` knows them. Without a resolver a
/// prefecture is known by its name and a municipality after it by its shape (…市, …郡…町); neither has a code
/// then.
std::vector<Place> places_at_start(std::string_view text, const Reading& reading);

/// The size of the municipality at the start of `text`, where there is exactly one; else 0. Allocates
/// nothing.
std::size_t municipality_at_start(std::string_view text, const Reading& reading);

/// Whether the name of a 町 or 村 stands alone: several municipalities have it, or it is a town of one that
/// is left out (池田町).
bool may_be_town(std::string_view name);

/// Whether `text` has the shape of a 市区町村(郡): …市, …市…区, …区, …郡…町.
bool looks_like_municipality(std::string_view text);

}  // namespace daicho
