#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "grammars/model_language/print_expression.hpp"
#include "grammars/model_language/syntax.hpp"
#include "models/engine/model_set.hpp"

/// The models of the GIF core, to be compared with what was imported from their sources.
namespace core_models {

namespace syntax = daicho::syntax;

/// Class, item and topic of a difference.
using Difference = std::tuple<std::string, std::string, std::string>;

inline std::string text_of(const Difference& one) {
    return std::get<0>(one) + "." + std::get<1>(one) + " " + std::get<2>(one);
}

/// A type as the model language writes it.
inline std::string text_of(const syntax::Type& type) {
    constexpr std::string_view openings[] = {"", "code ", "class ", "one of "};
    constexpr std::string_view forms[] = {"", " as label", " as both"};
    std::string text(openings[static_cast<int>(type.kind)]);
    for (const auto& name : type.names) text += (&name == &type.names.front() ? "" : " | ") + name.text;
    text += forms[static_cast<int>(type.form)];
    if (type.minimum || type.maximum) {
        text += " range " + type.minimum.value_or("") + ".." + type.maximum.value_or("");
    }
    if (!type.matches.empty()) text += " matches " + syntax::print_regex(type.matches);
    return text + (type.pattern.empty() ? "" : " " + type.pattern);
}

template <class T>
const T* named(const std::vector<T>& all, const std::string& name) {
    const auto at = std::ranges::find(all, name, [](const T& one) { return one.name.text; });
    return at == all.end() ? nullptr : &*at;
}

inline std::set<std::string> items_of(const syntax::Pattern& pattern) {
    std::set<std::string> items;
    for (const auto& item : pattern.items) items.insert(item.path.text);
    return items;
}

/// The classes and code lists of models/core.
struct Core {
    daicho::ModelSet models;
    std::vector<const daicho::ModelSource*> sources;

    Core() {
        for (const auto* source : models.sources()) {
            if (source->path.starts_with("models/core/")) sources.push_back(source);
        }
    }
    const syntax::Class* class_named(const std::string& name) const {
        for (const auto* source : sources) {
            if (const auto* tree = named(source->tree.classes, name)) return tree;
        }
        return nullptr;
    }
};

}  // namespace core_models
