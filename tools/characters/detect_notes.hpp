#pragma once

#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"
#include "grammars/formats/text_survey.hpp"

namespace daicho {

/// A remark of `characters detect` on a whole file.
struct DetectNote {
    std::string_view name;  ///< for programs: "byte-order-mark-inside"
    Text text;              ///< for people, without the place
    Occurrences where;
};

/// What a survey of a file gives reason to say, in a fixed order.
std::vector<DetectNote> detect_notes(const TextSurvey& survey);

}  // namespace daicho
