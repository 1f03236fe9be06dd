#include <ostream>

#include "grammars/base/error.hpp"
#include "models/revision/compare_models.hpp"
#include "tools/models_options.hpp"

namespace daicho {

Exit diff_models(const ModelsOptions& options, const Session& session) {
    if (options.words.size() != 2) {
        throw Error{ErrorKind::usage,
                    "「daicho models diff 旧 新」のように、モデルかクラスを二つ指定してください",
                    "name two models or classes, as in 'daicho models diff OLD NEW'"};
    }
    if (options.form != "text" && options.form != "json") {
        throw Error{ErrorKind::usage, "--format " + options.form + " は models show だけで使えます",
                    "--format " + options.form + " is for 'models show' only"};
    }
    ModelSet models;
    ComparedModel old = compared_model(models, options.words[0]);
    ComparedModel now = compared_model(models, options.words[1]);
    if (old.whole && !now.whole) old = class_like(models, old, now);
    if (now.whole && !old.whole) now = class_like(models, now, old);
    const ModelChanges changes = compare_models(old, now);
    const auto& [from, to] = std::pair(options.words[0], options.words[1]);
    session.out << (options.form == "json" ? model_changes_json(changes, from, to, session.language)
                                           : model_changes_text(changes, from, to, session.language));
    return changes.all().empty() ? Exit::clean : Exit::findings;
}

}  // namespace daicho
