#pragma once

#include <string>
#include <vector>

#include "grammars/base/both_texts.hpp"
#include "models/infer/item_guess.hpp"

namespace daicho {

/// Writes `model` with the guesses as items of its first class, and what they rest on as comments; `opening`
/// are the lines on top.
std::string draft_text(syntax::Model model, std::vector<ItemGuess> guesses,
                       const std::vector<BothTexts>& opening, Language language);

}  // namespace daicho
