#pragma once

#include <cstdint>

#include "registries/address/address_answer.hpp"
#include "registries/address/folded_text.hpp"

namespace daicho {

/// Where the name of the town is to begin in the text of an answer: behind the municipality.
std::uint32_t begin_of_town(const FoldedText& text, const AddressAnswer& answer);

/// Where a name that begins at symbol `from` ends: at its number, a comma, a bracket or a space.
std::uint32_t name_end(const FoldedText& text, std::uint32_t from);

}  // namespace daicho
