#include <algorithm>
#include <ostream>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_growing_file.hpp"
#include "models/dictionary/model_site.hpp"
#include "tools/models_options.hpp"

namespace daicho {

namespace {

/// A folder that holds something other than an earlier site is left alone.
void check_folder(const std::string& folder) {
    make_folders(folder);
    const auto names = list_folder(folder);
    const bool has_site = std::ranges::find(names, "index.js") != names.end();
    if (names.empty() || has_site) return;
    throw Error{ErrorKind::usage, folder + ": ほかのファイルがあります。空のフォルダーを指定してください。",
                folder + ": holds other files; name an empty folder"};
}

}  // namespace

Exit export_site(const ModelsOptions& options, const Session& session) {
    if (!options.sheet.extensions || options.as != "html" || options.output == "-") {
        throw Error{
            ErrorKind::usage,
            "クラスの名前を指定してください。全モデルのサイトは --all --as html -o フォルダー で作れます。",
            "name a class; a site of all models is made with --all --as html -o FOLDER"};
    }
    check_folder(options.output);
    ModelSet models;
    const auto files = model_site(models, session.language);
    for (const SiteFile& one : files) {
        OutputFile file(options.output + "/" + one.name);
        file.write(one.text);
        file.commit();
    }
    const std::string count = std::to_string(files.size());
    session.talk << session.say(options.output + "/index.html: " + count + " ファイル",
                                options.output + "/index.html: " + count + " files")
                 << '\n';
    return Exit::clean;
}

}  // namespace daicho
