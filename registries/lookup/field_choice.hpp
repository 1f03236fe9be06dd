#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "registries/lookup/answer_field.hpp"

namespace daicho {

/// Which fields of answers are wanted, by their keys or labels; `forms.english` is one of a nested record.
/// Copies share their names.
class FieldChoice {
 public:
    FieldChoice() = default;  ///< all
    /// `titles`: those by which people know a thing as well.
    explicit FieldChoice(std::vector<std::string> names, bool titles = false);

    bool all() const { return size() == 0 && !titles_; }
    std::size_t size() const { return names_ ? names_->texts.size() : 0; }
    bool wants(const FieldName& field) const;

 private:
    struct Names {
        std::vector<std::string> texts;
        std::vector<std::uint32_t> table;  ///< open addressing: a text by its number from 1; 0: free

        bool contains(std::string_view name) const;
    };

    std::shared_ptr<const Names> names_;
    bool titles_ = false;
};

/// Whether `name` means the field.
bool is_named(const FieldName& field, std::string_view name);

}  // namespace daicho
