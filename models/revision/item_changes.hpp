#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/model_language/syntax.hpp"
#include "models/revision/model_change.hpp"

namespace daicho {

/// Whether files that call the item so are still read: `text` is its name, a label or another header of it.
bool accepts_header(const syntax::Item& item, std::string_view text);

/// Adds what changes from item `old` to `now`, its name apart.
void compare_items(const syntax::Item& old, const syntax::Item& now, const std::string& place,
                   ModelChanges& changes);

/// Whether every value of kind `narrow` is one of `wide`, as the model language names them.
bool is_wider_kind(const std::string& narrow, const std::string& wide);

/// Adds those of two lists of texts that only one has, as `removed` and `added`.
struct ListChange {
    Impact impact_removed = Impact::breaking;
    std::string_view removed;
    Impact impact_added = Impact::compatible;
    std::string_view added;
};
void compare_lists(const std::vector<std::string>& old, const std::vector<std::string>& now,
                   const ListChange& what, const std::string& place, ModelChanges& changes);

}  // namespace daicho
