#pragma once

#include <string>
#include <vector>

#include "grammars/model_language/syntax.hpp"

namespace daicho {

/// A parsed model file with what its errors need.
struct ModelSource {
    std::string path;
    std::string text;
    syntax::Model tree;
};

/// Where a class was found.
struct FoundClass {
    const ModelSource* source = nullptr;
    const syntax::Class* tree = nullptr;
};

/// Where a code list was found, with its codes.
struct FoundCodes {
    const ModelSource* source = nullptr;
    const syntax::CodeList* tree = nullptr;
    std::vector<syntax::Code> codes;
};

}  // namespace daicho
