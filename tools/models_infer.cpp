#include <ostream>

#include "grammars/base/error.hpp"
#include "grammars/text/counted.hpp"
#include "models/infer/infer_model.hpp"
#include "tools/models_options.hpp"
#include "tools/registry_knowledge.hpp"

namespace daicho {

Exit infer_models(const ModelsOptions& options, const Session& session) {
    if (options.words.size() > 1) {
        throw Error{ErrorKind::usage, "一度に下書きできるのは一つのファイルからです。",
                    "a model is drafted from one file at a time"};
    }
    const std::string& path = options.words.front();
    const std::string name = options.name.empty() ? model_name_from(path) : options.name;
    Models models;
    const InferOptions how{options.read, {.addresses = &Knowledge::places()}, name, session.language};
    const DraftModel draft = infer_model(file_source(path), how, models);
    write_model_file(draft.text, options, session);
    const std::string records = std::to_string(draft.records), items = std::to_string(draft.items);
    session.talk << session.say(records + " 件から " + items + " 項目の下書きを作りました",
                                "drafted " + counted(draft.items, "item") + " from " +
                                    counted(draft.records, "record"))
                 << '\n';
    return draft.records == 0 ? Exit::findings : Exit::clean;
}

}  // namespace daicho
