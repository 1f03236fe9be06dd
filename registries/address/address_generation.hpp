#pragma once

#include <string>

namespace daicho {

class Registry;

/// The name of all in a registry that an index of addresses can be made of: the same for the same rows. What
/// says nothing of places (corporations) may change without the index being made anew.
std::string address_generation(const Registry& registry);

}  // namespace daicho
