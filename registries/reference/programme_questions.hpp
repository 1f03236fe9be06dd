#pragma once

#include <string>
#include <string_view>

#include "registries/reference/asked_registry.hpp"

namespace daicho {

/// What the datasets of support programmes say of the programme with a 制度番号; empty where none or several
/// programmes have it, or where nothing is said.
std::string programme_title(AskedRegistry& asked, std::string_view number);
std::string programme_authority(AskedRegistry& asked, std::string_view number);
std::string programme_enquiries(AskedRegistry& asked, std::string_view number);

}  // namespace daicho
