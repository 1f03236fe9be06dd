#pragma once

#include <memory>
#include <string>

#include "models/engine/corporation_reference.hpp"

namespace daicho {

/// What the register of corporations of the registry at `path` knows; null where the registry has none. A
/// number that it does not have is unknown where files of all prefectures and of abroad were loaded, or that
/// of the whole country: by their names, as the National Tax Agency gives them (30_wakayama_all_20260731,
/// 00_zenkoku_all_20260731). Throws Error where there is no registry.
std::unique_ptr<CorporationReference> registered_corporations(const std::string& path);

}  // namespace daicho
