#include "models/engine/model_set.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/model_language/parse_model.hpp"
#include "grammars/text/join.hpp"
#include "grammars/text/nearest.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/model_compiler.hpp"

namespace daicho {

/// A file with its code tables, which are made when they are first named.
struct ModelSet::File {
    ModelSource source;
    std::map<std::string, std::unique_ptr<CodeList>, std::less<>> codes;
    bool embedded = false;

    const std::string& model() const { return source.tree.name.text; }
    /// The text of the file of `list`, or empty.
    std::string text_of(const syntax::CodeList& list) const;
};

namespace {

/// Where the file compiled in stands in their table, or its end.
auto embedded_at(std::string_view path) {
    return std::ranges::find(embedded_models(), path, &EmbeddedFile::path);
}

/// "gif.core.person/Person" -> {"gif.core.person", "Person"}; a bare class name has an empty model.
std::pair<std::string_view, std::string_view> qualified(std::string_view name) {
    const auto slash = name.rfind('/');
    if (slash == std::string_view::npos) return {{}, name};
    return {name.substr(0, slash), name.substr(slash + 1)};
}

/// Whether a class or a code list goes by `name`.
template <class Tree>
bool is_named(const Tree& tree, std::string_view name) {
    return tree.name.text == name || tree.label.ja == name;
}

[[noreturn]] void refuse_unknown(std::string_view name, std::string_view class_name,
                                 const ModelIndex& index) {
    const std::string given(name);
    std::vector<std::string_view> names;
    const auto lists = index.code_lists();
    if (std::ranges::any_of(lists, [&](const auto& list) { return list.is_named(class_name); })) {
        throw Error{ErrorKind::usage,
                    "「" + given +
                        "」はコード一覧です。表のモデルではありません（見るには: daicho models show " +
                        std::string(class_name) + "）。",
                    "'" + given + "' is a code list, no model of a table (to see it: daicho models show " +
                        std::string(class_name) + ")"};
    }
    const auto file = std::ranges::find(index.files(), name, &ModelIndex::File::model);
    for (const auto& entry : index.classes()) {
        if (file != index.files().end() && &index.files()[entry.file] == &*file) names.push_back(entry.name);
    }
    if (!names.empty()) {
        throw Error{ErrorKind::usage,
                    "「" + given + "」のどのクラスかを指定してください: " + joined(names, ", "),
                    "name a class of '" + given + "': " + joined(names, ", ")};
    }
    for (const auto& entry : index.classes()) {
        names.push_back(entry.name);
        names.push_back(entry.ja);
    }
    const std::string near(nearest(class_name, names));
    throw Error{ErrorKind::usage,
                "モデル「" + std::string(name) + "」はありません。" +
                    (near.empty() ? "" : "「" + near + "」ではありませんか。") + "一覧: daicho models list",
                "there is no model '" + std::string(name) + "'" +
                    (near.empty() ? "" : "; did you mean '" + near + "'?") + " (list: daicho models list)"};
}

}  // namespace

std::string ModelSet::File::text_of(const syntax::CodeList& list) const {
    if (list.file.empty()) return {};
    const auto slash = source.path.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : source.path.substr(0, slash + 1);
    const auto at = embedded_at(folder + list.file);
    const bool found = embedded && at != embedded_models().end();
    return found ? std::string(at->text) : read_file(folder + list.file);
}

ModelSet::ModelSet(const ModelIndex& index) : index_(index), embedded_(index.files().size()) {}
ModelSet::~ModelSet() = default;

ModelSet::File& ModelSet::embedded_file(std::size_t number) {
    auto& file = embedded_[number];
    if (file) return *file;
    const EmbeddedFile& written = *embedded_at(index_.files()[number].path);
    file = std::make_unique<File>();
    file->source = {std::string(written.path), std::string(written.text),
                    parse_model(written.text, written.path)};
    file->embedded = true;
    return *file;
}

const ModelSource& ModelSet::read(const std::string& path) {
    auto& file = read_[path];
    if (!file) {
        const std::string text = read_file(path);
        auto parsed = std::make_unique<File>();
        parsed->source = {path, text, parse_model(text, path)};
        file = std::move(parsed);
    }
    return file->source;
}

std::vector<const ModelSource*> ModelSet::sources() {
    std::vector<const ModelSource*> all;
    for (std::size_t i = 0; i < embedded_.size(); ++i) all.push_back(&embedded_file(i).source);
    return all;
}

std::vector<ModelSet::Entry> ModelSet::entries() const {
    std::vector<Entry> all;
    for (const auto& entry : index_.classes()) {
        all.push_back({std::string(index_.files()[entry.file].model),
                       std::string(entry.name),
                       {std::string(entry.ja), std::string(entry.en)},
                       entry.part});
    }
    return all;
}

bool ModelSet::knows(std::string_view model) const {
    const auto is_read = [&](const auto& one) { return one.second && one.second->model() == model; };
    return std::ranges::find(index_.files(), model, &ModelIndex::File::model) != index_.files().end() ||
           std::ranges::any_of(read_, is_read);
}

FoundClass ModelSet::find_in(const std::string& path, std::string_view name) {
    const ModelSource& source = read(path);
    for (const auto& tree : source.tree.classes) {
        if (name.empty() || is_named(tree, name)) return {&source, &tree};
    }
    const std::string wanted = path + (name.empty() ? "" : "#" + std::string(name));
    throw Error{ErrorKind::usage, wanted + ": このファイルにそのクラスはありません。",
                wanted + ": this file has no such class"};
}

FoundClass ModelSet::embedded_class(const ModelIndex::Named& entry) {
    const File& file = embedded_file(entry.file);
    const auto& classes = file.source.tree.classes;
    const auto tree = std::ranges::find(classes, entry.name,
                                        [](const auto& one) { return std::string_view(one.name.text); });
    return {&file.source, &*tree};
}

FoundClass ModelSet::find(std::string_view name) {
    const auto hash = name.find('#');
    const std::string_view path = name.substr(0, hash);
    if (path.ends_with(".gifm")) {
        return find_in(std::string(path), hash == std::string_view::npos ? "" : name.substr(hash + 1));
    }
    const auto [model, class_name] = qualified(name);
    std::vector<const ModelIndex::Named*> found;
    for (const auto& entry : index_.classes()) {
        const bool meant = model.empty() || index_.files()[entry.file].model == model;
        if (meant && entry.is_named(class_name)) found.push_back(&entry);
    }
    const auto has_name = [wanted = class_name](const ModelIndex::Named* one) { return one->name == wanted; };
    if (std::ranges::count_if(found, has_name) == 1)  // a name goes before a label
        std::erase_if(found, [&](const ModelIndex::Named* one) { return !has_name(one); });
    if (found.size() == 1) return embedded_class(*found.front());
    if (found.empty()) refuse_unknown(name, class_name, index_);
    std::vector<std::string> names;
    for (const auto* one : found) {
        names.push_back(std::string(index_.files()[one->file].model) + "/" + std::string(one->name));
    }
    throw Error{
        ErrorKind::usage,
        "「" + std::string(name) + "」は複数あります。どれかを指定してください: " + joined(names, ", "),
        "there are several models '" + std::string(name) + "'; name one of: " + joined(names, ", ")};
}

const Model& ModelSet::get(std::string_view name) {
    return get(find(name));
}

const Model& ModelSet::get(std::size_t number) {
    return get(embedded_class(index_.classes()[number]));
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
    std::vector<File*> seen;
    for (const auto& file : embedded_) {
        if (file && &file->source == &source) seen.push_back(file.get());
    }
    for (const auto& [path, file] : read_) {
        if (file && &file->source == &source) seen.push_back(file.get());
    }
    for (const auto& use : source.tree.uses) {
        for (const auto& [path, file] : read_) {
            if (file && &file->source != &source && file->model() == use.text) seen.push_back(file.get());
        }
        for (std::size_t i = 0; i < embedded_.size(); ++i) {
            const bool used = index_.files()[i].model == use.text;
            if (used && seen.front() != embedded_[i].get()) seen.push_back(&embedded_file(i));
        }
    }
    return seen;
}

FoundClass ModelSet::find_class(const ModelSource& source, std::string_view name) {
    const auto [model, class_name] = qualified(name);
    for (const File* file : files_seen_by(source)) {
        if (!model.empty() && file->model() != model) continue;
        for (const auto& tree : file->source.tree.classes) {
            if (is_named(tree, class_name)) return {&file->source, &tree};
        }
    }
    return {};
}

FoundCodes ModelSet::codes_in(const File& file, std::string_view name) const {
    for (const auto& list : file.source.tree.code_lists) {
        if (is_named(list, name)) return {&file.source, &list, codes_of(list, file.text_of(list))};
    }
    return {};
}

FoundCodes ModelSet::find_codes(const ModelSource& source, std::string_view name) {
    const auto [model, list_name] = qualified(name);
    for (const File* file : files_seen_by(source)) {
        if (!model.empty() && file->model() != model) continue;
        if (FoundCodes found = codes_in(*file, list_name); found.tree) return found;
    }
    return {};
}

std::vector<FoundCodes> ModelSet::code_lists(std::string_view name) {
    const auto [model, list_name] = qualified(name);
    std::vector<FoundCodes> found;
    for (const auto& entry : index_.code_lists()) {
        const bool meant = model.empty() || index_.files()[entry.file].model == model;
        if (meant && entry.is_named(list_name))
            found.push_back(codes_in(embedded_file(entry.file), entry.name));
    }
    return found;
}

const CodeList* ModelSet::compiled_codes(const ModelSource& source, std::string_view name) {
    const auto [model, list_name] = qualified(name);
    for (File* file : files_seen_by(source)) {
        if (!model.empty() && file->model() != model) continue;
        for (const auto& list : file->source.tree.code_lists) {
            if (!is_named(list, list_name)) continue;
            auto& compiled = file->codes[list.name.text];
            if (!compiled) compiled = std::make_unique<CodeList>(list, file->text_of(list));
            return compiled.get();
        }
    }
    return nullptr;
}

}  // namespace daicho
