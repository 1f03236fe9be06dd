#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "registries/lookup/answer_field.hpp"

namespace daicho {

/// Which fields of answers are wanted, by their keys or labels; `forms.english` is one of a nested record.
class FieldChoice {
 public:
    FieldChoice() = default;  ///< all
    explicit FieldChoice(std::vector<std::string> names) : names_(std::move(names)) {}

    bool all() const { return names_.empty(); }
    const std::vector<std::string>& names() const { return names_; }
    bool wants(const FieldName& field) const;

 private:
    std::vector<std::string> names_;
};

/// Whether `name` means the field.
bool is_named(const FieldName& field, std::string_view name);

}  // namespace daicho
