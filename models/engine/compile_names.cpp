#include "models/engine/compile_names.hpp"

#include "grammars/base/error.hpp"
#include "grammars/model_language/parse_model.hpp"

namespace daicho {

void fail(const ModelSource& source, Span where, std::string_view ja, std::string_view en) {
    throw Error{ErrorKind::input, point_at(source.path, source.text, where, ja),
                point_at(source.path, source.text, where, en)};
}

FoundClass need_class(const ModelLibrary& library, const ModelSource& source, const syntax::Name& name) {
    const FoundClass found = library.find_class(source, name.text);
    if (!found.tree) {
        fail(source, name.where, "クラス「" + name.text + "」がありません（use の行が要るかもしれません）。",
             "there is no class '" + name.text + "' (a use line may be missing)");
    }
    return found;
}

}  // namespace daicho
