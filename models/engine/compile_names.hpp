#pragma once

#include <string_view>

#include "models/engine/model_compiler.hpp"

namespace daicho {

/// Throws Error that points at `where` of the model file.
[[noreturn]] void fail(const ModelSource& source, Span where, std::string_view ja, std::string_view en);

/// The class that `name` means in `source`. Throws Error that points at it where there is none.
FoundClass need_class(const ModelLibrary& library, const ModelSource& source, const syntax::Name& name);

}  // namespace daicho
