#include "models/engine/compile_names.hpp"

#include <algorithm>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/model_language/parse_model.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_bases = 100;  ///< each class of a chain is compiled with all those above it

}  // namespace

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

FoundClass need_base(const ModelLibrary& library, const ModelSource& source, const syntax::Class& tree) {
    const FoundClass base = need_class(library, source, *tree.extends);
    std::vector<const syntax::Class*> seen{&tree};
    for (FoundClass at = base;; at = need_class(library, *at.source, *at.tree->extends)) {
        if (std::ranges::find(seen, at.tree) != seen.end()) {
            fail(source, tree.extends->where, "クラスの継承（extends）が循環しています。",
                 "classes extend each other in a circle");
        }
        if (!at.tree->extends) return base;
        seen.push_back(at.tree);
        if (seen.size() > most_bases) {
            fail(source, tree.extends->where, "クラスの継承（extends）が深すぎます（100段まで）。",
                 "classes extend each other too deeply (at most 100)");
        }
    }
}

}  // namespace daicho
