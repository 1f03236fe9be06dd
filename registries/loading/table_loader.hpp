#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "models/engine/change.hpp"
#include "registries/loading/loader.hpp"
#include "registries/loading/replacement.hpp"
#include "registries/loading/row_check.hpp"
#include "registries/store/database.hpp"

namespace daicho {

/// Puts the rows of files of one layout into the tables of a registry. Editions come oldest first; an edition
/// that is older than what the registry has of the same coverage adds nothing.
class TableLoader final : public Loader {
 public:
    /// Creates the tables where they are missing. `changed` may be empty.
    TableLoader(Database& database, const RegistryTable& table, Changed changed);

    CountChanges load(RecordStream& records, const LoadedFile& file, const Rejected& rejected) override;
    CountChanges finish(const Rejected& rejected) override;

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
    std::string_view coverage_of(const Row& row) const;
    bool insert(Statement& statement, const Row& row);
    Way way_of(std::string_view coverage);
    Way new_way_of(const std::string& coverage);
    void stage(const Row& row);
    void meet(Statement& twin, const Row& row);
    bool find_twin(Statement& twin, const Row& row) const;
    std::string difference(const Statement& twin, const Row& row) const;
    void reject_twin(const std::string& item, const Row& row);
    void read_coverage();
    void write_coverages();
    void merge_staged();

    Database& database_;
    const RegistryTable& table_;
    Changed changed_;
    bool bare_;  ///< indexes are still missing
    std::vector<std::size_t> keys_;
    std::optional<std::size_t> coverage_item_;
    Replacement replacement_;
    Statement insert_, twin_, stage_, staged_twin_;

    // Of the file that is being loaded.
    const LoadedFile* file_ = nullptr;
    const Rejected* rejected_ = nullptr;
    CountChanges counts_;
    struct Covered {
        std::string edition;
        bool mine = false;  ///< this file speaks of it
    };
    std::unordered_map<std::string, Covered> coverage_;
    std::string last_coverage_;
    Way last_way_ = Way::straight;
    bool asked_ = false;
    bool staged_ = false;
};

}  // namespace daicho
