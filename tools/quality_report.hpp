#pragma once

#include <string>
#include <vector>

#include "registries/quality/quality.hpp"
#include "tools/session.hpp"

namespace daicho {

class JsonWriter;

/// What is doubtful in the publications of a registry: a table of the checks, and the remarks that were kept.
std::string quality_text(const std::vector<QualityReport>& quality, const Session& session);

/// The same as the key `quality` of an open object.
void put_quality(JsonWriter& json, const std::vector<QualityReport>& quality, const Session& session);

}  // namespace daicho
