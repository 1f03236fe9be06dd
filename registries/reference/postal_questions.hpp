#pragma once

#include <string>
#include <string_view>

#include "registries/reference/asked_registry.hpp"

namespace daicho {

/// Whether a postal code belongs to a town: "1120001/131059/白山" (code, municipality, 町字). "no" where the
/// municipality has no such code, or where its records name the town and give it others; empty where that
/// cannot be told, where the registry does not have the code, or where it is of a large office.
std::string postal_code_agrees(AskedRegistry& asked, std::string_view key);

}  // namespace daicho
