#pragma once

#include <optional>
#include <string>
#include <vector>

#include "grammars/base/recent_values.hpp"
#include "registries/corporations/corporation_register.hpp"
#include "registries/lookup/postal_municipality.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

/// Where a town is, WGS 84.
struct TownPosition {
    double latitude = 0;
    double longitude = 0;
};

/// An open registry with what was read for its last questions: the records of a table are of few places. For
/// one thread at a time, as the registry is.
struct AskedRegistry {
    explicit AskedRegistry(const std::string& path) : registry(path) {}

    const Registry registry;
    RecentValues<std::optional<std::string>> towns{4096};     ///< names by 131059/0001001; nothing: none
    RecentValues<std::vector<TownPosition>> positions{2048};  ///< of its towns, by municipality
    RecentValues<PostalMunicipality> postal{256};             ///< by the five digits of the municipality
    RecentValues<std::optional<CorporationState>> corporations{64};  ///< present states by their numbers
};

}  // namespace daicho
