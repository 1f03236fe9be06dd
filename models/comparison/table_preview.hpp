#pragma once

#include <string>
#include <vector>

#include "grammars/formats/batch.hpp"
#include "grammars/formats/table_form.hpp"
#include "models/comparison/compared_table.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/column_profile.hpp"

namespace daicho {

/// What the top of a table shows: its columns, how it is written, its first records.
struct TablePreview {
    std::vector<std::string> headers;
    TableForm form;
    Batch first;

    /// The kinds of value that the columns show, one a column.
    std::vector<ColumnEvidence> evidence(const Reading& reading) const;
};

/// Throws Error where the table cannot be read.
TablePreview preview(const ComparedTable& table);

}  // namespace daicho
