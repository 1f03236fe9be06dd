#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/finding.hpp"
#include "models/engine/column_habit.hpp"
#include "models/engine/column_profile.hpp"
#include "models/engine/model.hpp"

namespace daicho {

/// Why a column was mapped to an item, surest first.
enum class BoundBy : unsigned char {
    label,
    english,
    alias,
    legacy,
    typo,
    content,
    position,
    mapping,
    nothing
};

std::string_view to_string(
    BoundBy how);  ///< "name" "english" "alias" "legacy" "typo" "content" "position" "map" ""

struct ColumnBinding {
    std::optional<std::size_t> slot;  ///< of the model; none: an own column
    BoundBy how = BoundBy::nothing;
    std::uint32_t repetition = 0;     ///< of an item that repeats: 1, 2 …; 0 where the header has no number
    const ValueType* kind = nullptr;  ///< of an own column: what its values are, where they tell
    std::string suggestion;           ///< of an own column: the header that was perhaps meant
    ColumnHabit habit;                ///< of its values
};

/// Which column of a table is which item of a model. Columns are numbered from 0.
struct Binding {
    std::vector<ColumnBinding> columns;
    std::vector<std::optional<std::uint32_t>> column_of_slot;  ///< of an item that repeats its first column
    /// What a reader should know about it: misspelt, repeated and own headers, columns bound by content. The
    /// views in them live as long as the headers and the model.
    std::vector<Finding> findings;

    std::size_t bound() const;
};

/// What a look at the values of a column says.
struct ColumnEvidence {
    const ValueType* kind =
        nullptr;          ///< the most specific kind that nearly all values can be read as, or null
    bool filled = false;  ///< the column has values
    /// `kind` is what the header says, and the values are not: no content to bind by.
    bool by_header = false;
};

ColumnEvidence evidence_of(const ColumnKind& kind, bool filled);

/// Binds by header first, then by content what is left over and unmistakable. `evidence` (one a column) may
/// be empty: then headers alone decide.
Binding bind_columns(const Model& model, std::span<const std::string> headers,
                     std::span<const ColumnEvidence> evidence);

/// The same without findings and suggestions, which take most of the time.
Binding match_columns(const Model& model, std::span<const std::string> headers,
                      std::span<const ColumnEvidence> evidence);

/// Adds to `binding` a finding for each column whose values are hardly ever what its header promises:
/// columns that slid to the side, or that were exchanged. `samples` are those of the table.
void compare_contents(const Model& model, std::span<const std::string> headers, const ColumnSamples& samples,
                      const Reading& reading, Binding& binding);

}  // namespace daicho
