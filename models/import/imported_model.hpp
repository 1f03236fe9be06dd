#pragma once

#include <string>
#include <vector>

#include "grammars/base/both_texts.hpp"
#include "grammars/model_language/syntax.hpp"

namespace daicho {

/// Something of the source that the model does not say, and where it stands there.
struct ImportNote {
    std::string place;
    BothTexts text;
};

/// A model made from another notation.
struct ImportedModel {
    syntax::Model model;
    std::vector<syntax::Item> left_out{};  ///< elements of the source that stand in no class
    std::vector<ImportNote> notes{};
};

}  // namespace daicho
