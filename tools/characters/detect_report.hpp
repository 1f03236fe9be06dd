#pragma once

#include <optional>
#include <string>
#include <vector>

#include "grammars/formats/encoding_evidence.hpp"
#include "grammars/formats/text_survey.hpp"
#include "tools/session.hpp"

namespace daicho {

/// What `characters detect` found out about one file.
struct DetectedFile {
    std::string path;
    Text other_format = {};  ///< it is no text but this
    EncodingEvidence evidence = {};
    std::optional<TextSurvey> survey = {};  ///< where the encoding is known
    std::vector<EncodingRun> runs = {};     ///< where none holds
};

std::string detected_text(const DetectedFile& file, Language language);
/// One object and a line end.
std::string detected_json(const DetectedFile& file);

}  // namespace daicho
