#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/table_writer.hpp"
#include "models/comparison/compared_table.hpp"
#include "models/comparison/table_changes.hpp"

namespace daicho {

enum class Side : std::uint8_t { neither, ours, theirs };

/// A change that does not meet what it was made for. "Ours" is the table, "theirs" the change.
struct ChangeConflict {
    enum class Why : std::uint8_t {
        cell,            ///< the cell says neither what it said nor what it is to say
        no_record,       ///< the record that changes is not there
        record_changed,  ///< the record that goes says other things by now
        record_there,    ///< a record that comes is there, and no two records may have its key
        no_column,       ///< the table lacks the column
        column_used,     ///< the column that goes says other things by now
        header,          ///< the column has another name by now
        unwritable,      ///< bytes of the cell are no characters
    };
    Why why = Why::cell;
    std::size_t change = 0;               ///< of `TableChanges::records`, where it is about a record
    std::uint64_t record = 0;             ///< of the table; 0: none
    std::optional<std::size_t> column{};  ///< of `TableChanges::columns`; nothing: the record as a whole
    std::string base{}, ours{}, theirs{};
    Side taken = Side::neither;
};
std::string_view to_string(ChangeConflict::Why why);  ///< "cell" "no-record" ...

/// A conflict as who settles it sees it. Views live for the call.
struct OpenConflict {
    const ChangeConflict& conflict;
    /// The text of a column (of the changes) in the record as it is on either side.
    std::function<std::string_view(std::size_t)> ours, theirs;
};

struct ApplyRequest {
    bool three_way = false;  ///< what can be made is made; otherwise all or nothing
    /// Who wins; empty: neither, and the table stays as it is.
    std::function<Side(const OpenConflict&)> settle{};
    /// Where the columns of the changes are in the table; empty: found by their headers.
    std::vector<std::optional<std::size_t>> places{};
    /// Records of the table that its own side added; null: not known.
    const std::set<std::uint64_t>* own = nullptr;
};

struct ApplyOutcome {
    std::uint64_t cells = 0, added = 0, removed = 0;  ///< that were made
    std::uint64_t already = 0;                        ///< changes of cells and records that were there before
    std::vector<ChangeConflict> conflicts;            ///< settled ones too
    bool written = false;

    std::uint64_t open() const;  ///< conflicts that nobody settled
};

/// Makes the writer of the result once it is known how the table is written.
using MakeWriter = std::function<std::unique_ptr<TableWriter>(const Dialect&)>;

/// Makes changes in a table of text: every byte that no change touches stays. Records are found by their
/// keys, without a key by their numbers. Throws Error where the table is no text, or, unless `three_way`,
/// where it lacks a column.
ApplyOutcome apply_changes(const ComparedTable& table, const TableChanges& changes,
                           const ApplyRequest& request, const MakeWriter& make);

}  // namespace daicho
