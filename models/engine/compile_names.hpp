#pragma once

#include <string_view>

#include "models/engine/model_compiler.hpp"

namespace daicho {

/// Throws Error that points at `where` of the model file.
[[noreturn]] void fail(const ModelSource& source, Span where, std::string_view ja, std::string_view en);

/// The class that `name` means in `source`. Throws Error that points at it where there is none.
FoundClass need_class(const ModelLibrary& library, const ModelSource& source, const syntax::Name& name);
/// The class that `tree` of `source` extends; it has to extend one. Throws Error where classes extend each
/// other in a circle, so that who goes from base to base comes to an end.
FoundClass need_base(const ModelLibrary& library, const ModelSource& source, const syntax::Class& tree);

}  // namespace daicho
