#include <algorithm>
#include <ostream>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/path_names.hpp"
#include "grammars/model_language/parse_model.hpp"
#include "models/import/import_json.hpp"
#include "models/import/import_tsv.hpp"
#include "models/import/import_words.hpp"
#include "models/import/import_workbook.hpp"
#include "models/import/import_xsd.hpp"
#include "tools/models_options.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_notes = 20;

ImportedModel import_file(const std::string& path, const std::string& name) {
    if (path.ends_with(".xsd")) return import_xsd(path, name);
    if (path.ends_with(".tsv")) return {import_tsv(read_file(path), path, name)};
    if (path.ends_with(".json")) return import_json(path, name);
    for (const std::string_view ending : {".xlsx", ".xlsm", ".xls", ".ods"}) {
        if (!path.ends_with(ending)) continue;
        ModelSet known;
        return import_workbook(path, name, known);
    }
    throw Error{ErrorKind::usage, path + ": 取り込めるのは .xsd、.tsv、.json、.xlsx、.xls、.ods です",
                path + ": only .xsd, .tsv, .json, .xlsx, .xls and .ods can be imported"};
}

/// What of the source the model does not say.
void tell_notes(const ImportedModel& imported, const Session& session) {
    const std::vector<ImportNote>& notes = imported.notes;
    for (std::size_t i = 0; i < std::min(notes.size(), most_notes); ++i) {
        session.talk << notes[i].place << ": " << notes[i].text.in(session.language) << '\n';
    }
    if (notes.size() <= most_notes) return;
    const std::string more = std::to_string(notes.size() - most_notes);
    session.talk << session.say("ほかに " + more + " 件", "and " + more + " more") << '\n';
}

}  // namespace

std::string model_name_from(const std::string& path) {
    std::string name(name_of_path(path));
    name.resize(std::min(name.find('.'), name.size()));
    return name_from(name);
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
    tell_notes(imported, session);
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
