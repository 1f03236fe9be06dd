#include "models/export/exported_model.hpp"

#include <algorithm>

#include "models/dictionary/class_sheet.hpp"
#include "models/engine/compile_names.hpp"

namespace daicho {

namespace {

class Maker {
 public:
    Maker(ModelSet& models, bool japanese) : models_(models) { out_.japanese = japanese; }

    ExportedModel make(const FoundClass& found) {
        number_of(found);
        for (std::size_t i = 0; i < out_.classes.size(); ++i) fill(i);  // grows while it is filled
        return std::move(out_);
    }

 private:
    std::size_t number_of(const FoundClass& found) {
        const auto same = [&](const ExportedClass& one) { return one.found.tree == found.tree; };
        const auto known = std::ranges::find_if(out_.classes, same);
        if (known != out_.classes.end()) return static_cast<std::size_t>(known - out_.classes.begin());
        ExportedClass made;
        made.found = found;
        made.name = free_name(found);
        out_.classes.push_back(std::move(made));
        return out_.classes.size() - 1;
    }

    std::string free_name(const FoundClass& found) const {
        const std::string& name = found.tree->name.text;
        const bool plain = std::ranges::all_of(name, [](char c) { return c > 0; });
        if (!plain) return "Class_" + std::to_string(out_.classes.size() + 1);
        if (std::ranges::find(out_.classes, name, &ExportedClass::name) == out_.classes.end()) return name;
        return name + "_" + std::to_string(out_.classes.size() + 1);
    }

    void fill(std::size_t number) {
        ExportedClass made = out_.classes[number];
        add_items(made, made.found);
        made.prefix = made.found.tree->prefix.text;
        for (const auto& space : made.found.source->tree.namespaces) {
            if (space.prefix.text == made.prefix) made.uri = space.uri;
        }
        for (const auto& pattern : made.found.tree->patterns) made.patterns.push_back(&pattern);
        out_.classes[number] = std::move(made);
    }

    void add_items(ExportedClass& made, const FoundClass& found) {
        if (found.tree->extends) add_items(made, base_of(models_, found));
        for (const auto& item : found.tree->items) made.items.push_back(item_of(*found.source, item));
        for (const auto& rule : found.tree->rules) made.rules.emplace_back(found.tree, &rule);
        for (const auto& unique : found.tree->uniques) made.uniques.push_back(&unique);
        for (const auto& one : found.tree->references) made.references.push_back(&one);
    }

    ExportedItem item_of(const ModelSource& source, const syntax::Item& item) {
        ExportedItem made;
        made.tree = &item;
        made.name = out_.japanese && !item.label.ja.empty() ? item.label.ja : item.name.text;
        const syntax::Name& type = item.type.names.front();
        switch (item.type.kind) {
            case syntax::TypeKind::value:
                made.kind = find_value_type(type.text);
                break;
            case syntax::TypeKind::code:
                made.codes = code_list(source, type);
                break;
            case syntax::TypeKind::reference:
            case syntax::TypeKind::one_of:
                for (const auto& name : item.type.names)
                    made.classes.push_back(number_of(found_class(source, name)));
                break;
        }
        return made;
    }

    FoundClass found_class(const ModelSource& source, const syntax::Name& name) {
        const FoundClass found = models_.find_class(source, name.text);
        if (found.tree) return found;
        fail(source, name.where, "クラス「" + name.text + "」がありません。",
             "there is no class '" + name.text + "'");
    }

    std::size_t code_list(const ModelSource& source, const syntax::Name& name) {
        FoundCodes found = models_.find_codes(source, name.text);
        if (!found.tree) {
            fail(source, name.where, "コード一覧「" + name.text + "」がありません。",
                 "there is no code list '" + name.text + "'");
        }
        const auto known = std::ranges::find(out_.codes, found.tree, &FoundCodes::tree);
        if (known != out_.codes.end()) return static_cast<std::size_t>(known - out_.codes.begin());
        out_.codes.push_back(std::move(found));
        return out_.codes.size() - 1;
    }

    ModelSet& models_;
    ExportedModel out_;
};

}  // namespace

const ExportedItem* ExportedClass::find(std::string_view english_name) const {
    const auto same = [&](const ExportedItem& item) { return item.tree->name.text == english_name; };
    const auto item = std::ranges::find_if(items, same);
    return item == items.end() ? nullptr : &*item;
}

ExportedModel exported_model(ModelSet& models, const FoundClass& found, bool japanese_names) {
    models.get(found);  // what is wrong with the class is told here
    return Maker(models, japanese_names).make(found);
}

std::vector<const ExportedItem*> way_of(const ExportedModel& model, const ExportedClass& from,
                                        std::string_view path) {
    const std::size_t dot = path.find('.');
    const ExportedItem* item = from.find(path.substr(0, dot));
    if (!item) return {};
    if (dot == std::string_view::npos) return {item};
    for (const std::size_t number : item->classes) {
        auto way = way_of(model, model.classes[number], path.substr(dot + 1));
        if (way.empty()) continue;
        way.insert(way.begin(), item);
        return way;
    }
    return {};
}

}  // namespace daicho
