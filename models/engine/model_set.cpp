#include "models/engine/model_set.hpp"

#include <algorithm>
#include <set>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/model_language/parse_model.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/model_compiler.hpp"

namespace daicho {

/// A file with its code tables, which are made when they are first named.
struct ModelSet::File {
    ModelSource source;
    std::map<std::string, std::unique_ptr<CodeList>, std::less<>> codes;
    std::string folder;  // with its '/', for the files that code lists name
    bool embedded = false;
};

namespace {

std::string folder_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash + 1));
}

std::string join_names(const std::vector<std::string>& names) {
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

/// "gif.core.person/Person" -> {"gif.core.person", "Person"}; a bare class name has an empty model.
std::pair<std::string_view, std::string_view> qualified(std::string_view name) {
    const auto slash = name.rfind('/');
    if (slash == std::string_view::npos) return {{}, name};
    return {name.substr(0, slash), name.substr(slash + 1)};
}

/// The classes that items of `tree` refer to, other than itself.
void collect_nested(const syntax::Class& tree, std::set<std::string_view>& nested) {
    for (const auto& item : tree.items) {
        if (item.type.kind == syntax::TypeKind::value || item.type.kind == syntax::TypeKind::code) continue;
        for (const auto& name : item.type.names) {
            if (name.text != tree.name.text) nested.insert(name.text);
        }
    }
}

bool is_named(const syntax::Class& tree, std::string_view name) {
    return tree.name.text == name || tree.label.ja == name;
}

}  // namespace

ModelSet::ModelSet() = default;
ModelSet::~ModelSet() = default;

ModelSet::File& ModelSet::load(std::string_view path, std::string_view text) {
    if (const auto known = files_.find(path); known != files_.end()) return *known->second;
    auto file = std::make_unique<File>();
    file->source = {std::string(path), std::string(text), parse_model(text, path)};
    file->folder = folder_of(path);
    return *files_.emplace(std::string(path), std::move(file)).first->second;
}

void ModelSet::load_embedded() {
    if (!embedded_.empty()) return;
    for (const auto& file : embedded_models()) {
        if (!file.path.ends_with(".gifm")) continue;
        File& loaded = load(file.path, file.text);
        loaded.embedded = true;
        embedded_.push_back(&loaded);
    }
}

ModelSet::File& ModelSet::load_path(const std::string& path) {
    return load(path, read_file(path));
}

std::vector<ModelSet::Entry> ModelSet::entries() {
    load_embedded();
    std::set<std::string_view> nested;
    for (const File* file : embedded_) {
        for (const auto& tree : file->source.tree.classes) collect_nested(tree, nested);
    }
    std::vector<Entry> all;
    for (const File* file : embedded_) {
        for (const auto& tree : file->source.tree.classes) {
            const bool part = nested.contains(tree.name.text);
            all.push_back({file->source.tree.name.text, tree.name.text, tree.label, part});
        }
    }
    return all;
}

const Model& ModelSet::get(std::string_view name) {
    const auto hash = name.find('#');
    const std::string_view path = name.substr(0, hash);
    if (path.ends_with(".gifm")) {
        File& file = load_path(std::string(path));
        const auto& classes = file.source.tree.classes;
        const auto found = hash == std::string_view::npos
                               ? classes.begin()
                               : std::ranges::find_if(classes, [&](const auto& tree) {
                                     return is_named(tree, name.substr(hash + 1));
                                 });
        if (found != classes.end()) return compiled(file, *found);
        throw Error{std::string(name) + ": このファイルにそのクラスはありません",
                    std::string(name) + ": this file has no such class"};
    }
    load_embedded();
    const auto [model, class_name] = qualified(name);
    std::vector<std::pair<File*, const syntax::Class*>> found;
    std::vector<std::string> names;
    for (File* file : embedded_) {
        const auto& tree = file->source.tree;
        for (const auto& candidate : tree.classes) {
            names.push_back(candidate.name.text);
            if (!is_named(candidate, class_name) || (!model.empty() && tree.name.text != model)) continue;
            found.emplace_back(file, &candidate);
        }
    }
    if (found.size() == 1) return compiled(*found.front().first, *found.front().second);
    if (found.empty()) {
        throw Error{"モデル「" + std::string(name) + "」はありません。使えるもの: " + join_names(names),
                    "there is no model '" + std::string(name) + "'; there are: " + join_names(names)};
    }
    names.clear();
    for (const auto& [file, tree] : found)
        names.push_back(file->source.tree.name.text + "/" + tree->name.text);
    throw Error{
        "「" + std::string(name) + "」はいくつもあります。どれかを指定してください: " + join_names(names),
        "there are several models '" + std::string(name) + "'; name one of: " + join_names(names)};
}

const Model& ModelSet::compiled(File& file, const syntax::Class& found) {
    const std::string key = file.source.path + "#" + found.name.text;
    if (const auto known = models_.find(key); known != models_.end()) return *known->second;

    const auto files_seen_by = [&](const ModelSource& source) {
        std::vector<File*> seen;
        for (const auto& [path, candidate] : files_) {
            const auto& name = candidate->source.tree.name.text;
            const bool used =
                std::ranges::any_of(source.tree.uses, [&](const auto& use) { return use.text == name; });
            if (&candidate->source == &source) {
                seen.insert(seen.begin(), candidate.get());
            } else if (used) {
                seen.push_back(candidate.get());
            }
        }
        return seen;
    };
    const auto find_class = [&](const ModelSource& source, std::string_view name) -> FoundClass {
        for (const File* candidate : files_seen_by(source)) {
            for (const auto& tree : candidate->source.tree.classes) {
                if (is_named(tree, name)) return {&candidate->source, &tree};
            }
        }
        return {};
    };
    const auto find_codes = [&](const ModelSource& source, std::string_view name) -> const CodeList* {
        for (File* candidate : files_seen_by(source)) {
            if (const CodeList* table = codes_of(*candidate, name)) return table;
        }
        return nullptr;
    };
    load_embedded();
    auto model = compile_model(file.source, found, {find_class, find_codes});
    return *models_.emplace(key, std::move(model)).first->second;
}

const CodeList* ModelSet::codes_of(File& file, std::string_view name) {
    if (const auto known = file.codes.find(name); known != file.codes.end()) return known->second.get();
    for (const auto& list : file.source.tree.code_lists) {
        if (list.name.text != name && list.label.ja != name) continue;
        std::string text;
        if (!list.file.empty()) {
            const std::string path = file.folder + list.file;
            const auto files = embedded_models();
            const auto at = std::ranges::find(files, path, &EmbeddedFile::path);
            text = file.embedded && at != files.end() ? std::string(at->text) : read_file(path);
        }
        return file.codes.emplace(std::string(name), std::make_unique<CodeList>(list, text))
            .first->second.get();
    }
    return nullptr;
}

}  // namespace daicho
