#include "models/engine/transform_set.hpp"

#include <algorithm>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/model_language/parse_model.hpp"
#include "models/engine/embedded_models.hpp"

namespace daicho {

namespace {

constexpr std::string_view extension = ".gift";

/// With its '/', for the files that a transformation names.
std::string folder_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash + 1));
}

std::string embedded_text(const std::string& path) {
    const auto files = embedded_models();
    const auto at = std::ranges::find(files, path, &EmbeddedFile::path);
    return at != files.end() ? std::string(at->text) : read_file(path);
}

/// Name of the transformation at a path that is compiled in, or empty.
std::string_view name_of_transform(std::string_view path) {
    if (!path.ends_with(extension)) return {};
    path.remove_prefix(folder_of(path).size());
    return path.substr(0, path.size() - extension.size());
}

/// Path of the transformation compiled in under `name`, or empty; `names` are all there are.
std::string embedded_path(std::string_view name, std::string& names) {
    std::string path;
    for (const auto& file : embedded_models()) {
        const std::string_view known = name_of_transform(file.path);
        if (known.empty()) continue;
        names += (names.empty() ? "" : ", ") + std::string(known);
        if (known == name) path = file.path;
    }
    return path;
}

}  // namespace

const TransformSource& TransformSet::get(std::string_view name) {
    std::string names;
    const std::string embedded = embedded_path(name, names);
    const std::string path = embedded.empty() ? std::string(name) : embedded;
    if (embedded.empty() && !path.ends_with(extension)) {
        throw Error{
            ErrorKind::usage,
            "変換「" + path + "」はありません。.gift ファイルのパスか、次の名前を指定してください: " + names,
            "there is no transformation '" + path + "'; give the path of a .gift file or one of: " + names};
    }
    if (const auto known = sources_.find(path); known != sources_.end()) return *known->second;
    auto source = std::make_unique<TransformSource>();
    source->path = path;
    source->text = embedded.empty() ? read_file(path) : embedded_text(path);
    source->tree = parse_transform(source->text, path);
    const bool is_embedded = !embedded.empty();
    source->read_file = [folder = folder_of(path), is_embedded](const std::string& file) {
        return is_embedded ? embedded_text(folder + file) : read_file(folder + file);
    };
    return *sources_.emplace(path, std::move(source)).first->second;
}

std::vector<std::string> TransformSet::names() {
    std::vector<std::string> names;
    for (const auto& file : embedded_models()) {
        if (const auto name = name_of_transform(file.path); !name.empty()) names.emplace_back(name);
    }
    return names;
}

const Model& target_of(const TransformSource& transform, ModelSet& models) {
    const auto& target = transform.tree.target;
    return models.get(transform.tree.target_is_path ? folder_of(transform.path) + target.text : target.text);
}

}  // namespace daicho
