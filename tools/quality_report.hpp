#pragma once

#include <string>
#include <vector>

#include "registries/lookup/answer_field.hpp"
#include "registries/quality/quality.hpp"
#include "tools/session.hpp"

namespace daicho {

/// What is doubtful in the publications of a registry: a table of the checks, and the remarks that were kept.
std::string quality_text(const std::vector<QualityReport>& quality, const Session& session);

/// The same for programs.
AnswerField quality_fact(const std::vector<QualityReport>& quality, Language language);

}  // namespace daicho
