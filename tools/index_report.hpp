#pragma once

#include <optional>
#include <string>

#include "registries/address/address_index.hpp"
#include "tools/session.hpp"

namespace daicho {

class JsonWriter;

/// "r.sqlite.0123456789abcdef.addresses (1,234 bytes, 5 municipalities, 46 towns, …)"
std::string index_text(const AddressIndexFacts& index, const Session& session);

/// The value of a key of JSON: null where there is none.
void put_index(JsonWriter& json, const std::optional<AddressIndexFacts>& index);

}  // namespace daicho
