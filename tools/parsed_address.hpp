#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/formats/json_writer.hpp"
#include "grammars/values/value_type.hpp"
#include "registries/address/gif_address.hpp"

namespace daicho {

/// The common form of an address that was looked for, or its refusal: a municipality that the text leaves
/// out, that several bear or that is no more is no reason to refuse where the registry settles the town.
Result<std::string> canonical_address(const AnsweredAddress& answered, const Reading& reading);

/// Writes what is known of the parts of an address into the object that was begun, and takes the items away.
void write_address_parts(JsonWriter& json, AnsweredAddress& answered);

/// The same without a registry, as far as the compiled-in municipalities tell.
void write_address_parts(JsonWriter& json, std::string_view text, const Reading& reading);

}  // namespace daicho
