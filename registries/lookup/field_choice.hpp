#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "registries/lookup/answer_field.hpp"

namespace daicho {

/// Which fields of answers are wanted, by their keys or labels; `forms.english` is one of a nested record.
class FieldChoice {
 public:
    FieldChoice() = default;  ///< all
    /// `titles`: those by which people know a thing as well.
    explicit FieldChoice(std::vector<std::string> names, bool titles = false);

    bool all() const { return names_.empty() && !titles_; }
    std::size_t size() const { return names_.size(); }
    bool wants(const FieldName& field) const;

 private:
    std::vector<std::string> names_;
    std::uint64_t marks_ = 0;  ///< a bit of each name: what has none of them is not among them
    bool titles_ = false;
};

/// Whether `name` means the field.
bool is_named(const FieldName& field, std::string_view name);

}  // namespace daicho
