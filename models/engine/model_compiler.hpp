#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "models/engine/model.hpp"
#include "models/engine/model_source.hpp"

namespace daicho {

/// What a class needs from the other files.
struct ModelLibrary {
    /// The class that `name` means in `source` (its own, or of a model it uses); `tree` is null where there
    /// is none.
    std::function<FoundClass(const ModelSource& source, std::string_view name)> find_class;
    /// The code list that `name` means in `source`, or null. Lives as long as the library.
    std::function<const CodeList*(const ModelSource& source, std::string_view name)> find_codes;
};

/// Looks up every name of a class and lays its items out flat. Throws Error that points at the place in the
/// file.
std::unique_ptr<Model> compile_model(const ModelSource& source, const syntax::Class& tree,
                                     const ModelLibrary& library);

}  // namespace daicho
