#pragma once

#include <string>
#include <vector>

#include "models/engine/model.hpp"
#include "registries/sources/source.hpp"

namespace daicho {

/// A layout with the class of the models that it names: the table as it stands in the database. Its columns
/// are the items of the class, then the derived ones, then `file`.
class RegistryTable {
 public:
    struct Column {
        std::string name;
        bool real = false;  ///< a number with a fraction (degrees); all else is text, as published
        bool key = false;
        bool compared = true;  ///< a difference in it is a difference of the row
    };

    /// `model` is that of `layout.model`; both must outlive this.
    RegistryTable(const Source& source, const Layout& layout, const Model& model);

    const Source& source() const { return source_; }
    const Layout& layout() const { return layout_; }
    const Model& model() const { return model_; }
    std::string name() const { return std::string(layout_.table); }

    const std::vector<Column>& columns() const { return columns_; }
    /// Columns that are items of the class: the first ones.
    std::size_t items() const { return model_.slots.size(); }
    /// Number of an item among the columns. Asserts that there is such an item.
    std::size_t item(std::string_view name) const;
    std::vector<std::size_t> keys() const;

    /// "town", "town_history", "incoming".
    std::string create(const std::string& name) const;
    /// The table of rows that a newer edition changed or no longer had; `until` is that edition's date.
    std::string create_history() const;
    /// Those of the layout, for `table`: the table itself or its history.
    std::string create_indexes(const std::string& table) const;
    /// insert into NAME values (?, …), one parameter a column, `file` last; does nothing where the key is
    /// there.
    std::string insert(const std::string& name) const;
    /// The columns, quoted, with commas between them; `prefix` is put before each: "m.".
    std::string list(const std::string& prefix = {}) const;
    /// Whether rows `a` and `b` have the same key; the same content.
    std::string same_key(const std::string& a, const std::string& b) const;
    std::string same_content(const std::string& a, const std::string& b) const;
    /// What tells the coverage of a row.
    std::string coverage(const std::string& prefix = {}) const;

 private:
    std::string column_definitions() const;

    const Source& source_;
    const Layout& layout_;
    const Model& model_;
    std::vector<Column> columns_;
};

}  // namespace daicho
