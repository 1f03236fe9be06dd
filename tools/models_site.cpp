#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/os_files.hpp"
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
    const auto is_draft = [](const std::string& name) { return name.find(".daicho-") != name.npos; };
    if (has_site || std::ranges::all_of(names, is_draft)) return;
    throw Error{ErrorKind::usage, folder + ": ほかのファイルがあります。空のフォルダーを指定してください。",
                folder + ": holds other files; name an empty folder"};
}

/// Files that stand beside their places until all of them are written: a full disk leaves the folder as it
/// was.
class DraftedFiles {
 public:
    DraftedFiles() = default;
    ~DraftedFiles() {
        for (std::size_t i = placed_; i < drafts_.size(); ++i) {
            try {
                remove_file(drafts_[i].draft);
            } catch (const Error&) {  // NOLINT: the error that led here is told
            }
        }
    }
    DraftedFiles(const DraftedFiles&) = delete;
    DraftedFiles& operator=(const DraftedFiles&) = delete;

    void write(const std::string& path, std::string_view text) {
        drafts_.push_back({make_temporary_beside(path), path});
        GrowingFile file(drafts_.back().draft, 0);
        file.append(text);
        file.finish();
    }
    void place() {
        for (; placed_ < drafts_.size(); ++placed_)
            rename_file(drafts_[placed_].draft, drafts_[placed_].path);
    }

 private:
    struct Draft {
        std::string draft, path;
    };
    std::vector<Draft> drafts_;
    std::size_t placed_ = 0;
};

}  // namespace

Exit export_site(const ModelsOptions& options, const Session& session) {
    if (!options.sheet.extensions || options.as != "html" || options.output == "-") {
        throw Error{
            ErrorKind::usage,
            "クラスの名前を指定してください。全モデルのサイトは --all --as html -o フォルダー で作れます。",
            "name a class; a site of all models is made with --all --as html -o FOLDER"};
    }
    check_folder(options.output);
    const FolderLock lock(options.output);  // the drafts of two would get into each other's way
    ModelSet models;
    const auto files = model_site(models, session.language);
    std::size_t left = 0;
    for (const SiteFile& one : files) left += remove_temporaries_beside(options.output + "/" + one.name);
    if (left != 0) {
        const std::string number = std::to_string(left);
        session.talk << session.say(options.output + ": 途中で止まった書き出しが残した " + number +
                                        " ファイルを消しました",
                                    options.output + ": removed " + number +
                                        " files that an export which was cut short had left")
                     << '\n';
    }
    DraftedFiles drafts;
    for (const SiteFile& one : files) drafts.write(options.output + "/" + one.name, one.text);
    drafts.place();
    const std::string count = std::to_string(files.size());
    session.talk << session.say(options.output + "/index.html: " + count + " ファイル",
                                options.output + "/index.html: " + count + " files")
                 << '\n';
    return Exit::clean;
}

}  // namespace daicho
