#include "models/engine/model_set.hpp"

#include <algorithm>
#include <set>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/model_language/parse_model.hpp"
#include "grammars/text/nearest.hpp"
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

/// Whether a class or a code list goes by `name`.
template <class Tree>
bool is_named(const Tree& tree, std::string_view name) {
    return tree.name.text == name || tree.label.ja == name;
}

[[noreturn]] void refuse_unknown(std::string_view name, std::string_view class_name,
                                 const std::vector<std::string>& names) {
    const std::string near(nearest(class_name, std::vector<std::string_view>(names.begin(), names.end())));
    throw Error{"モデル「" + std::string(name) + "」はありません。" +
                    (near.empty() ? "" : "「" + near + "」ではありませんか。") + "一覧: daicho models list",
                "there is no model '" + std::string(name) + "'" +
                    (near.empty() ? "" : "; did you mean '" + near + "'?") + " (list: daicho models list)"};
}

}  // namespace

/// The text of the file of `list`, or empty.
std::string ModelSet::text_of(const File& file, const syntax::CodeList& list) {
    if (list.file.empty()) return {};
    const std::string path = file.folder + list.file;
    const auto files = embedded_models();
    const auto at = std::ranges::find(files, path, &EmbeddedFile::path);
    return file.embedded && at != files.end() ? std::string(at->text) : read_file(path);
}

ModelSet::ModelSet() = default;
ModelSet::~ModelSet() = default;

ModelSet::File& ModelSet::load(std::string_view path, std::string_view text, bool embedded) {
    const auto key = std::pair(embedded, std::string(path));
    if (const auto known = files_.find(key); known != files_.end()) return *known->second;
    auto file = std::make_unique<File>();
    file->source = {std::string(path), std::string(text), parse_model(text, path)};
    file->folder = folder_of(path);
    file->embedded = embedded;
    return *files_.emplace(key, std::move(file)).first->second;
}

void ModelSet::load_embedded() {
    if (!embedded_.empty()) return;
    for (const auto& file : embedded_models()) {
        if (file.path.ends_with(".gifm")) embedded_.push_back(&load(file.path, file.text, true));
    }
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

std::vector<const ModelSource*> ModelSet::sources() {
    load_embedded();
    std::vector<const ModelSource*> all;
    for (const File* file : embedded_) all.push_back(&file->source);
    return all;
}

const ModelSource& ModelSet::read(const std::string& path) {
    return load(path, read_file(path), false).source;
}

bool ModelSet::knows(std::string_view model) {
    load_embedded();
    return std::ranges::any_of(files_,
                               [&](const auto& one) { return one.second->source.tree.name.text == model; });
}

FoundClass ModelSet::find(std::string_view name) {
    const auto hash = name.find('#');
    const std::string_view path = name.substr(0, hash);
    if (path.ends_with(".gifm")) {
        const ModelSource& source = read(std::string(path));
        const auto& classes = source.tree.classes;
        const auto found = hash == std::string_view::npos
                               ? classes.begin()
                               : std::ranges::find_if(classes, [&](const auto& tree) {
                                     return is_named(tree, name.substr(hash + 1));
                                 });
        if (found != classes.end()) return {&source, &*found};
        throw Error{std::string(name) + ": このファイルにそのクラスはありません",
                    std::string(name) + ": this file has no such class"};
    }
    load_embedded();
    const auto [model, class_name] = qualified(name);
    std::vector<FoundClass> found;
    std::vector<std::string> names;
    for (const File* file : embedded_) {
        const auto& tree = file->source.tree;
        for (const auto& candidate : tree.classes) {
            names.push_back(candidate.name.text);
            names.push_back(candidate.label.ja);
            if (!is_named(candidate, class_name) || (!model.empty() && tree.name.text != model)) continue;
            found.push_back({&file->source, &candidate});
        }
    }
    if (found.size() == 1) return found.front();
    if (found.empty()) refuse_unknown(name, class_name, names);
    names.clear();
    for (const auto& one : found) names.push_back(one.source->tree.name.text + "/" + one.tree->name.text);
    throw Error{
        "「" + std::string(name) + "」はいくつもあります。どれかを指定してください: " + join_names(names),
        "there are several models '" + std::string(name) + "'; name one of: " + join_names(names)};
}

const Model& ModelSet::get(std::string_view name) {
    return get(find(name));
}

const Model& ModelSet::get(const FoundClass& found) {
    if (const auto known = models_.find(found.tree); known != models_.end()) return *known->second;
    auto model = compile_model(
        *found.source, *found.tree,
        {[this](const ModelSource& source, std::string_view name) { return find_class(source, name); },
         [this](const ModelSource& source, std::string_view name) { return compiled_codes(source, name); }});
    return *models_.emplace(found.tree, std::move(model)).first->second;
}

/// The file itself first, then those that it uses; a file that was named goes before one compiled in.
std::vector<ModelSet::File*> ModelSet::files_seen_by(const ModelSource& source) {
    load_embedded();
    std::vector<File*> seen;
    for (const auto& [key, file] : files_) {
        if (&file->source == &source) seen.push_back(file.get());
    }
    for (const auto& use : source.tree.uses) {
        for (const auto& [key, file] : files_) {
            if (&file->source != &source && file->source.tree.name.text == use.text)
                seen.push_back(file.get());
        }
    }
    return seen;
}

FoundClass ModelSet::find_class(const ModelSource& source, std::string_view name) {
    const auto [model, class_name] = qualified(name);
    for (const File* file : files_seen_by(source)) {
        if (!model.empty() && file->source.tree.name.text != model) continue;
        for (const auto& tree : file->source.tree.classes) {
            if (is_named(tree, class_name)) return {&file->source, &tree};
        }
    }
    return {};
}

FoundCodes ModelSet::find_codes(const ModelSource& source, std::string_view name) {
    const auto [model, list_name] = qualified(name);
    for (const File* file : files_seen_by(source)) {
        if (!model.empty() && file->source.tree.name.text != model) continue;
        for (const auto& list : file->source.tree.code_lists) {
            if (is_named(list, list_name))
                return {&file->source, &list, codes_of(list, text_of(*file, list))};
        }
    }
    return {};
}

std::vector<FoundCodes> ModelSet::code_lists(std::string_view name) {
    load_embedded();
    const auto [model, list_name] = qualified(name);
    std::vector<FoundCodes> found;
    for (const File* file : embedded_) {
        if (!model.empty() && file->source.tree.name.text != model) continue;
        for (const auto& list : file->source.tree.code_lists) {
            if (!is_named(list, list_name)) continue;
            found.push_back({&file->source, &list, codes_of(list, text_of(*file, list))});
        }
    }
    return found;
}

const CodeList* ModelSet::compiled_codes(const ModelSource& source, std::string_view name) {
    const auto [model, list_name] = qualified(name);
    for (File* file : files_seen_by(source)) {
        if (!model.empty() && file->source.tree.name.text != model) continue;
        for (const auto& list : file->source.tree.code_lists) {
            if (!is_named(list, list_name)) continue;
            auto& compiled = file->codes[list.name.text];
            if (!compiled) compiled = std::make_unique<CodeList>(list, text_of(*file, list));
            return compiled.get();
        }
    }
    return nullptr;
}

}  // namespace daicho
