#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "registries/corporations/corporation_register.hpp"

namespace daicho {

/// A name that a corporation bore before. Days are YYYY-MM-DD.
struct FormerName {
    std::string name;
    std::string since;  ///< first day of its first time
    std::string until;  ///< first day after its last time
};

/// Names other than that of `asked` that the corporation bore until then, as far as the register stands by
/// them, in the order of `states`, which are all its states.
std::vector<FormerName> former_names(const std::vector<CorporationState>& states,
                                     const CorporationState& asked);

/// Those of a corporate number in any notation, up to now; none where the register does not have it.
std::vector<std::string> former_names(const CorporationRegister& corporations, std::string_view number);

}  // namespace daicho
