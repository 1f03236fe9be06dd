#pragma once

#include "registries/address/address_matcher.hpp"
#include "tools/options.hpp"

namespace daicho {

/// --target: the register in which the number of an address is looked for.
void add_address_target(CLI::App& app, AddressTarget& target, const Session& session);

}  // namespace daicho
