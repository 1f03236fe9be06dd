#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/comparison/difference.hpp"
#include "models/engine/change.hpp"

namespace daicho {

/// A column of a table and of what was made of it.
struct ChangedColumn {
    std::string label;       ///< the header, or what stands for it: no other column has the same
    std::string old_header;  ///< of a column that was added ""
    std::string new_header;  ///< of a column that was removed ""
    std::optional<std::size_t> old_place, new_place;  ///< from 0; nothing: not known, or not there
    bool added = false, removed = false, moved = false;
    bool ignored = false;       ///< was not compared: it stays as it is
    bool confidential = false;  ///< its values are shown only when asked for
    bool masked = false;        ///< its values are not told
};

/// A cell that changes.
struct ChangedCell {
    std::size_t column = 0;  ///< of `TableChanges::columns`
    std::string before, after;
    std::string kind{};  ///< class of the difference, where that is known
};

/// A record that came, went or changed.
struct RecordChange {
    Change::Op op = Change::Op::changed;
    std::string kind{};
    std::uint64_t old_record = 0, new_record = 0;  ///< 0: it is not there
    /// What the key columns say in the old table (of an added record: in the new one).
    std::vector<std::string> key;
    std::vector<ChangedCell> cells;  ///< of a record that came or went: all with a text
    std::vector<std::string> whole;  ///< all cells of the new record, one a column; empty: not known
};

/// What makes a table of another one: what `diff` found, kept or read again.
struct TableChanges {
    std::string name;  ///< of where it was read, for messages
    std::string old_name, new_name, table, model;
    std::string key_source = "none";
    std::vector<ChangedColumn> columns;
    std::vector<std::size_t> key;  ///< of `columns`; empty: records are known by their numbers
    bool unique_keys = false;      ///< no two records of either table have one key
    std::vector<RecordChange> records;
    std::optional<std::uint64_t> old_records{};  ///< of the old table; nothing: not known (CSV)

    /// The text of a cell of a record that came or went, or what a change makes of a cell; "" where none is
    /// told.
    static std::string_view text_of(const RecordChange& record, std::size_t column);
};

/// Keeps what a comparison tells; to be asked for with `whole_columns`.
class ChangeCollector final : public ComparisonListener {
 public:
    void begin(const ComparisonFacts& given) override;
    void add(const RecordDifference& difference) override;
    void end(const ComparisonSummary& summary) override;

    TableChanges changes;
    ComparisonFacts facts;
};

/// What is known of changes before the first record. `masks`: the values of confidential columns are not
/// told.
TableChanges changes_of(const ComparisonFacts& facts, bool masks);

/// The first line of the JSON Lines of changes: op "compare".
std::string comparison_line(const TableChanges& changes);
/// A record as a line of them.
std::string change_line(const RecordChange& record, const TableChanges& changes);

/// Reads what `diff` wrote as JSON Lines or CSV. Throws Error with the line that is not so, or where values
/// were left out of it.
TableChanges read_table_changes(std::string_view text, const std::string& name);
/// Whether the text begins like what `diff` writes.
bool are_table_changes(std::string_view text);

}  // namespace daicho
