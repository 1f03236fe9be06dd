#pragma once

#include <string>

#include "models/dataset/profile.hpp"
#include "tools/session.hpp"

namespace daicho {

std::string profile_json(const DatasetProfile& profile, const Session& session);
std::string profile_text(const DatasetProfile& profile, const Session& session);

}  // namespace daicho
