#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registries/sources/record_stream.hpp"

namespace daicho {

/// A table whose columns may stand in any order and among others, as the start of its file shows it: for
/// publications of which some columns are wanted, and for tables that users make.
struct ColumnForm {
    struct Column {
        std::string item;         ///< of the class
        std::string first_value;  ///< in the first record
        std::size_t index = 0;    ///< which column of the table it is
    };
    std::vector<Column> columns;  ///< those that are there; none where the file is no table with a header

    const Column* find(std::string_view item) const;
    bool has(std::string_view item) const { return find(item) != nullptr; }
};

/// Which items of a class of the models compiled in the headers name, by their names and aliases.
ColumnForm columns_of(std::string_view model, std::string_view head);

/// Opens the table as records that have the items of the class as columns, in their order. `named`: the item
/// that the name of the file stands for where the table does not say it; empty: none. Throws Error.
std::unique_ptr<RecordStream> open_columns(std::string_view model, std::unique_ptr<ByteSource> file,
                                           std::string_view named);

}  // namespace daicho
