#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "grammars/base/sorted_records.hpp"
#include "registries/corporations/corporation_rows.hpp"
#include "registries/corporations/corporation_store.hpp"
#include "registries/corporations/prefecture_counts.hpp"
#include "registries/corporations/published_days.hpp"
#include "registries/loading/loader.hpp"
#include "registries/loading/registry_table.hpp"

namespace daicho {

/// Loads the register of corporations with its history. Files are read one after the other into one sorted
/// heap; then each number is settled once, from all its rows, stored and new (replay.hpp). So rows go into
/// the table in the order of its key, and it makes no difference in which order, or in how many updates,
/// files come.
class CorporationLoader final : public Loader {
 public:
    /// With `refuse_gaps`, a difference file is refused while one of a working day before it is missing.
    CorporationLoader(Database& database, const RegistryTable& table, Changed changed, bool refuse_gaps);
    ~CorporationLoader() override;

    std::optional<Note> refusal(const LoadedFile& file) override;
    CountChanges load(RecordStream& records, const LoadedFile& file, const Rejected& rejected) override;
    std::string newest_row() const override { return newest_row_; }
    void accept() override;
    void forget() override;
    CountChanges finish(const Rejected& rejected) override;

 private:
    class Files;

    void take(const Batch& batch, CheckedCorporationRows& read, const Rejected& rejected);
    void settle(std::uint64_t number, std::vector<PublishedState>& rows, const Rejected& rejected);
    void count(const std::vector<PublishedState>& rows, std::size_t present, const Rejected& rejected);
    void tell(const PublishedState* before, const PublishedState& after);

    Database& database_;
    const RegistryTable& table_;
    Changed changed_;
    bool refuse_gaps_;
    CorporationStore store_;
    PublishedDays days_;
    SortedRecords records_;
    std::unique_ptr<Files> files_;
    std::set<std::int64_t> forgotten_;
    CountChanges counts_;
    std::vector<std::uint64_t>
        changed_numbers_;  ///< of corporations that were there before, or are new to them

    // Of the file that is being loaded.
    LoadedFile file_;
    CountChanges loaded_;
    PrefectureCounts prefectures_;
    std::string newest_row_;
    std::string stored_texts_;
};

}  // namespace daicho
