#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/engine/model_set.hpp"

namespace daicho {

/// What a required pattern (or the class, where it has none) wants of an item.
enum class Demand : unsigned char { none, required, may_be_empty, recommended, when_assigned, forbidden };

std::string_view sign_of(Demand demand);  ///< ● ○ △ ◇ ×, or empty

/// A line of the item table of a class.
struct SheetItem {
    const syntax::Item* item = nullptr;
    std::string number;  ///< of the source, else counted: "16", "16.2"
    std::string path;    ///< address.fullAddress
    std::string header;  ///< of a flat table: 住所_連結表記
    std::size_t depth = 0;
    std::vector<Demand> demands;         ///< one a column of `ClassSheet::columns`
    std::vector<syntax::Alias> aliases;  ///< those of the class that nests it included
    FoundClass nested;                   ///< of an item that is an object
    bool laid_out = false;               ///< the items of `nested` follow
    std::size_t left_out = 0;            ///< extension items of `nested` that do not follow
};

/// A class as a specification shows it. Points into the `ModelSet` that it was made from.
struct ClassSheet {
    FoundClass found;
    std::vector<const syntax::Pattern*> patterns;
    std::vector<std::string> columns;  ///< names of the patterns; one empty name where there are none
    std::vector<SheetItem> items;
    std::vector<std::pair<const syntax::Class*, const syntax::Rule*>> rules;
    std::vector<const syntax::Unique*> uniques;
    std::vector<const syntax::Reference*> references;
    std::vector<FoundCodes> code_lists;  ///< in the order of the items
};

struct SheetOptions {
    std::size_t depth = 1;    ///< levels of nested classes that are laid out
    bool extensions = false;  ///< those of nested classes too
};

/// The class that `derived`, which extends one, extends. Throws Error where classes extend each other in a
/// circle.
FoundClass base_of(ModelSet& models, const FoundClass& derived);

/// `found` with the items of the classes that it extends and nests.
ClassSheet class_sheet(ModelSet& models, const FoundClass& found, const SheetOptions& options);

}  // namespace daicho
