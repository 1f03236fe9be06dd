#include "registries/lookup/field_choice.hpp"

#include <algorithm>

namespace daicho {

bool is_named(const FieldName& field, std::string_view name) {
    return name == field.key || name == field.label.ja || name == field.label.en;
}

bool FieldChoice::wants(const FieldName& field) const {
    return all() || std::ranges::any_of(names_, [&](std::string_view name) {
               return is_named(field, name.substr(0, name.find('.')));
           });
}

}  // namespace daicho
