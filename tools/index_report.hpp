#pragma once

#include <optional>
#include <string>

#include "registries/address/address_index.hpp"
#include "registries/lookup/answer_field.hpp"
#include "tools/session.hpp"

namespace daicho {

/// "r.sqlite.0123456789abcdef.addresses (1,234 bytes, 5 municipalities, 46 towns, …)"
std::string index_text(const AddressIndexFacts& index, const Session& session);

/// The same for programs, as `address_index`: null where there is none.
AnswerField index_fact(const std::optional<AddressIndexFacts>& index);

}  // namespace daicho
