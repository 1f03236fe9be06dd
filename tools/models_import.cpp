#include <algorithm>
#include <ostream>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/path_names.hpp"
#include "grammars/model_language/parse_model.hpp"
#include "models/import/import_tsv.hpp"
#include "models/import/import_xsd.hpp"
#include "tools/models_options.hpp"

namespace daicho {

namespace {

ImportedModel import_file(const std::string& path, const std::string& name) {
    if (path.ends_with(".xsd")) return import_xsd(path, name);
    if (path.ends_with(".tsv")) return {import_tsv(read_file(path), path, name), {}};
    throw Error{ErrorKind::usage, path + ": 取り込めるのは .xsd と .tsv です",
                path + ": only .xsd and .tsv can be imported"};
}

}  // namespace

std::string model_name_from(const std::string& path) {
    std::string name(name_of_path(path));
    name.resize(std::min(name.find('.'), name.size()));
    for (char& c : name) {
        const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c < 0;
        if (!fits) c = '_';
    }
    return name.empty() || (name.front() >= '0' && name.front() <= '9') ? "_" + name : name;
}

void write_model_file(const std::string& text, const ModelsOptions& options, const Session& session) {
    if (options.output == "-") {
        session.out << text;
        return;
    }
    OutputFile file(options.output);
    file.write(text);
    file.commit();
}

Exit import_model(const ModelsOptions& options, const Session& session) {
    if (options.words.size() > 1) {
        throw Error{ErrorKind::usage, "一度に取り込めるのは一つのファイルです",
                    "one file can be imported at a time"};
    }
    const std::string& path = options.words.front();
    const ImportedModel imported =
        import_file(path, options.name.empty() ? model_name_from(path) : options.name);
    const std::string text = print_model(imported.model);
    parse_model(text, options.output);  // names that the model language does not have are told here
    write_model_file(text, options, session);
    if (!imported.left_out.empty()) {
        const std::string count = std::to_string(imported.left_out.size());
        session.talk << session.say("どのクラスにも属さない要素 " + count + " 個は取り込んでいません: ",
                                    count + " elements that belong to no class were left out: ")
                     << imported.left_out.front().name.text << (imported.left_out.size() > 1 ? " …" : "")
                     << '\n';
    }
    return Exit::clean;
}

}  // namespace daicho
