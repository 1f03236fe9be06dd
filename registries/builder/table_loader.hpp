#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "models/engine/change.hpp"
#include "registries/builder/replacement.hpp"
#include "registries/builder/row_check.hpp"
#include "registries/store/database.hpp"

namespace daicho {

/// Where rows of a file went. records = stored + duplicate + superseded + rejected.
struct RowCounts {
    std::int64_t records = 0;
    std::int64_t stored = 0;
    std::int64_t duplicate = 0;  ///< there already, the same in every column
    std::int64_t superseded =
        0;  ///< a newer edition speaks of what they cover; differing ones are in the history
    std::int64_t rejected = 0;
};

/// Puts the rows of files of one layout into the tables of a registry. Editions come oldest first; an edition
/// that is older than what the registry has of the same coverage adds nothing.
class TableLoader {
 public:
    using Rejected = std::function<void(std::uint64_t record, std::uint64_t line, const RowRefusal&)>;
    using Changed = std::function<void(const Change&)>;

    /// Creates the tables where they are missing. `changed` may be empty.
    TableLoader(Database& database, const RegistryTable& table, Changed changed);

    struct File {
        std::int64_t id = 0;
        std::string name;
        std::string edition;
    };
    /// Reads `records` to their end. Gives the counts of every file whose counts changed, this one's
    /// included.
    std::map<std::int64_t, RowCounts> load(RecordStream& records, const File& file, const Rejected& rejected);
    /// The newest date in the column of row dates in the last file; empty where there is none.
    const std::string& newest_row() const { return newest_row_; }
    /// After the last file: makes the indexes that were not made yet.
    void finish();

 private:
    enum class Way : unsigned char { straight, staged, outdated };
    /// A record of the batch at hand.
    struct Row {
        const Batch& batch;
        std::size_t record;
        const RowCheck& check;
        const CheckedRows& rows;

        std::string_view text(std::size_t column) const { return check.text(batch, record, column); }
    };

    void store(const Batch& batch, const RowCheck& check, const CheckedRows& rows);
    void store_row(const Row& row);
    bool insert(Statement& statement, const Row& row);
    Way way_of(std::string_view coverage);
    Way new_way_of(const std::string& coverage);
    void stage(const Row& row);
    void meet(Statement& twin, const Row& row);
    void meet_dated(const Row& row);
    bool is_in_history(const Row& row);
    bool find_twin(Statement& twin, const Row& row) const;
    std::string difference(const Statement& twin, const Row& row) const;
    Change change_of(const Row& row, const Statement* twin) const;
    void reject_twin(const std::string& item, const Row& row);
    void read_coverage();
    void write_coverage();
    void merge_staged();

    Database& database_;
    const RegistryTable& table_;
    Changed changed_;
    bool bare_;  ///< indexes are still missing
    std::vector<std::size_t> keys_;
    std::optional<std::size_t> row_date_, coverage_item_;
    Replacement replacement_;
    Statement insert_, twin_, past_twin_, stage_, staged_twin_;

    // Of the file that is being loaded.
    const File* file_ = nullptr;
    const Rejected* rejected_ = nullptr;
    std::map<std::int64_t, RowCounts> counts_;
    struct Covered {
        std::string edition;
        bool mine = false;  ///< this file speaks of it
    };
    std::unordered_map<std::string, Covered> coverage_;
    std::string last_coverage_;
    Way last_way_ = Way::straight;
    bool asked_ = false;
    bool staged_ = false;
    std::string newest_row_;
};

}  // namespace daicho
