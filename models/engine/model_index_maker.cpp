#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "grammars/model_language/parse_model.hpp"
#include "models/engine/compile_names.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/model_compiler.hpp"
#include "models/engine/model_index.hpp"
#include "models/engine/model_set.hpp"

namespace daicho {

namespace {

bool is_value(const syntax::Item& item) {
    return item.type.kind == syntax::TypeKind::value || item.type.kind == syntax::TypeKind::code;
}

/// A class without values of its own that does not ask for what it nests either: it only holds others
/// together, and no table has its items.
bool is_container(const syntax::Class& tree) {
    return !tree.extends && std::ranges::none_of(tree.items, [](const syntax::Item& item) {
        return is_value(item) || (item.requirement == syntax::Requirement::required && !item.for_exchange);
    });
}

/// A class whose records are told apart or asked for in full: a dataset by itself, even where others nest it.
bool stands_alone(const syntax::Class& tree) {
    return !tree.uniques.empty() || !tree.patterns.empty();
}

/// Whether `tree` is a part of datasets, not one of its own.
bool is_part(const syntax::Class& tree, const std::set<std::string>& nested) {
    if (is_container(tree)) return !stands_alone(tree);
    const bool below =
        nested.contains(tree.name.text) || (tree.extends && nested.contains(tree.extends->text));
    return below && !stands_alone(tree);
}

/// The classes that items of `tree` refer to, other than itself.
void collect_nested(const syntax::Class& tree, std::set<std::string>& nested) {
    if (is_container(tree) && !stands_alone(tree)) return;
    for (const auto& item : tree.items) {
        if (is_value(item)) continue;
        for (const auto& name : item.type.names) {
            if (name.text != tree.name.text) nested.insert(name.text);
        }
    }
}

/// The beginnings of names of models whose tables are seldom published.
std::vector<std::string_view> rare_models() {
    std::vector<std::string_view> names;
    for (const auto& file : embedded_models()) {
        if (file.path != "models/index/rare.tsv") continue;
        for (std::string_view text = file.text; !text.empty();) {
            const std::string_view line = text.substr(0, text.find('\n'));
            if (!line.empty() && !line.starts_with('#')) names.push_back(line.substr(0, line.find('\t')));
            text.remove_prefix(std::min(text.size(), line.size() + 1));
        }
    }
    return names;
}

std::string line_of(std::string_view what, const syntax::Name& name, const syntax::Text& label) {
    return std::string(what) + "\t" + name.text + "\t" + label.ja + "\t" + label.en;
}

/// Everything but the headers.
std::string outline() {
    std::vector<std::pair<std::string_view, syntax::Model>> trees;
    std::set<std::string> nested;
    for (const auto& file : embedded_models()) {
        if (!file.path.ends_with(".gifm")) continue;
        trees.emplace_back(file.path, parse_model(file.text, file.path));
        for (const auto& tree : trees.back().second.classes) collect_nested(tree, nested);
    }
    const auto rare_names = rare_models();
    std::string out = "# What the models hold, made when the program is built.\n";
    for (const auto& [path, model] : trees) {
        out += "file\t" + std::string(path) + "\t" + model.name.text + "\t" + model.version + "\t" +
               model.label.ja + "\t" + model.label.en + "\t" + model.status + "\n";
        const bool rare = std::ranges::any_of(
            rare_names, [&of = model](std::string_view name) { return of.name.text.starts_with(name); });
        for (const auto& tree : model.classes) {
            out += line_of("class", tree.name, tree.label) + (is_part(tree, nested) ? "\tpart" : "\t") +
                   (rare ? "\trare" : "") + "\n";
        }
        for (const auto& list : model.code_lists) out += line_of("codes", list.name, list.label) + "\n";
    }
    return out;
}

/// Items of a class, those of the classes that it extends included, nested ones not.
std::size_t count_items(const ModelLibrary& library, const ModelSource& source, const syntax::Class& tree) {
    if (!tree.extends) return tree.items.size();
    const FoundClass base = need_base(library, source, tree);
    return tree.items.size() + count_items(library, *base.source, *base.tree);
}

/// The numbers of items of all classes, in the order of the index.
std::string item_counts(ModelSet& models) {
    const ModelLibrary library{
        [&](const ModelSource& source, std::string_view name) { return models.find_class(source, name); },
        {}};
    std::string counts;
    for (const ModelSource* source : models.sources()) {
        for (const auto& tree : source->tree.classes)
            counts += (counts.empty() ? "" : " ") + std::to_string(count_items(library, *source, tree));
    }
    return counts;
}

}  // namespace

std::string make_model_index() {
    std::string out = outline();
    const std::string known = out;
    const ModelIndex index(known);
    ModelSet models(index);
    out += "items\t" + item_counts(models) + "\n";
    std::map<std::string, std::set<std::size_t>> classes_of;
    for (std::size_t number = 0; number < index.classes().size(); ++number) {
        const Model& model = models.get(number);
        if (index.classes()[number].part) continue;
        for (const Slot& slot : model.slots) {
            for (const HeaderName& name : slot.names) classes_of[name.key].insert(number);
        }
    }
    std::vector<std::size_t> counts;
    const auto is_rare = [&](std::size_t number) { return index.classes()[number].rare; };
    for (const auto& [key, numbers] : classes_of) {
        counts.push_back(numbers.size() - std::ranges::count_if(numbers, is_rare));
    }
    std::ranges::sort(counts, std::ranges::greater{});
    constexpr std::size_t tenth = 9;
    if (counts.size() > tenth) out += "common\t" + std::to_string(counts[tenth]) + "\n";
    out += "keys\n";
    for (const auto& [key, numbers] : classes_of) {
        if (key.empty()) continue;
        out += key + "\t";
        for (const std::size_t number : numbers) out += std::to_string(number) + " ";
        out.back() = '\n';
    }
    return out;
}

}  // namespace daicho
