#pragma once

#include <string>

#include "grammars/base/language.hpp"
#include "tools/server/question.hpp"

namespace daicho {

/// Appends what an address is, as `answer_question` does: class A (as the registry writes it), B (read
/// otherwise, nothing else can be meant) or C (not sure), level, id, every step that read the text otherwise
/// with its reason, candidates; `with_point`: latitude and longitude as well. Gives whether it is complete.
bool answer_geocoding(const Snapshot& data, Language language, const Question& question, bool with_point,
                      std::string& out);

}  // namespace daicho
