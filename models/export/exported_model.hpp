#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/engine/model_set.hpp"

namespace daicho {

/// An item with what it names looked up. Numbers are those of `ExportedModel`.
struct ExportedItem {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    const syntax::Item* tree = nullptr;
    std::string name;                  ///< in the language of the names that were asked for
    const ValueType* kind = nullptr;   ///< of an item that is a value
    std::size_t codes = none;          ///< of an item that is a code
    std::vector<std::size_t> classes;  ///< of an item that is an object: one, or one of several

    bool repeats() const { return tree->cardinality.maximum > 1; }
    bool required() const {
        return tree->requirement == syntax::Requirement::required && !tree->for_exchange;
    }
};

/// A class with the items of those that it extends.
struct ExportedClass {
    FoundClass found;
    std::string name;         ///< English name; with a number where two classes share one, or it is not ASCII
    std::string prefix, uri;  ///< of the namespace of its items, or empty
    std::vector<ExportedItem> items;
    std::vector<const syntax::Pattern*> patterns;
    std::vector<std::pair<const syntax::Class*, const syntax::Rule*>> rules;
    std::vector<const syntax::Unique*> uniques;
    std::vector<const syntax::Reference*> references;

    const ExportedItem* find(std::string_view english_name) const;
};

/// A class with all classes and code lists that it needs, as other notations want it. Points into the
/// `ModelSet` that it was made from.
struct ExportedModel {
    std::vector<ExportedClass> classes;  ///< the class that was asked for first, others as they are met
    std::vector<FoundCodes> codes;
    bool japanese = false;  ///< names of items are their labels

    const ExportedClass& root() const { return classes.front(); }
};

/// Throws Error where a model names what is not there.
ExportedModel exported_model(ModelSet& models, const FoundClass& found, bool japanese_names);

/// The items on the way of a path of English names, from `from` down; empty where there is no such way. Of a
/// union the first class that has the item is gone into.
std::vector<const ExportedItem*> way_of(const ExportedModel& model, const ExportedClass& from,
                                        std::string_view path);

}  // namespace daicho
