#include "models/revision/compared_model.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "models/export/exported_model.hpp"

namespace daicho {

namespace {

/// A path of a model file without a class behind it, or the name of a model that is compiled in.
const ModelSource* whole_model(ModelSet& models, const std::string& name) {
    if (name.ends_with(".gifm")) return &models.read(name);
    for (const ModelSource* source : models.sources()) {
        if (source->tree.name.text == name) return source;
    }
    return nullptr;
}

ComparedClass as_written(const ModelSource& source, const syntax::Class& tree) {
    ComparedClass made;
    made.found = {&source, &tree};
    for (const auto& item : tree.items) made.items.push_back(&item);
    for (const auto& rule : tree.rules) made.rules.emplace_back(&tree, &rule);
    for (const auto& unique : tree.uniques) made.uniques.push_back(&unique);
    for (const auto& reference : tree.references) made.references.push_back(&reference);
    return made;
}

ComparedModel with_nested(ModelSet& models, const FoundClass& found) {
    ComparedModel made;
    made.name = found.source->tree.name.text + "/" + found.tree->name.text;
    ExportedModel all = exported_model(models, found, false);
    for (ExportedClass& one : all.classes) {
        ComparedClass compared;
        compared.found = one.found;
        for (const ExportedItem& item : one.items) compared.items.push_back(item.tree);
        compared.rules = std::move(one.rules);
        compared.uniques = std::move(one.uniques);
        compared.references = std::move(one.references);
        made.classes.push_back(std::move(compared));
    }
    made.codes = std::move(all.codes);
    return made;
}

}  // namespace

ComparedModel compared_model(ModelSet& models, const std::string& name) {
    const ModelSource* source = whole_model(models, name);
    if (!source) return with_nested(models, models.find(name));
    ComparedModel made;
    made.name = name;
    made.whole = source;
    for (const auto& tree : source->tree.classes) made.classes.push_back(as_written(*source, tree));
    for (const auto& list : source->tree.code_lists)
        made.codes.push_back(models.find_codes(*source, list.name.text));
    return made;
}

ComparedModel class_like(ModelSet& models, const ComparedModel& model, const ComparedModel& other) {
    const std::string& name = other.classes.front().found.tree->name.text;
    for (const ComparedClass& one : model.classes) {
        if (one.found.tree->name.text == name) return with_nested(models, one.found);
    }
    throw Error{ErrorKind::usage, model.name + ": クラス「" + name + "」がありません。",
                model.name + ": there is no class '" + name + "'"};
}

}  // namespace daicho
