#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registries/corporations/replay.hpp"
#include "registries/corporations/row_sum.hpp"
#include "registries/store/database.hpp"

namespace daicho {

/// The tables that keep the register of corporations; all texts are as published, NULL where a cell is empty:
///   corporation          the present state of each number: the 30 columns, `file`. A number that was
///   withdrawn
///                        has its row of process 99
///   corporation_history  every other state: the 30 columns, `file`, `state` (1, 2 … among all states of the
///                        number, in the order of publication; the present one leaves a gap), and, where the
///                        register took it back, `recorded_until` and `ended_by` (StateEnd)
///   corporation_merger   absorbed corporation to survivor, one row for each corporation that states it
class CorporationStore {
 public:
    /// Creates the tables where they are missing. `columns`: names of the items, in order.
    CorporationStore(Database& database, const std::vector<std::string>& columns);

    /// There were no rows before: nothing need be looked for.
    bool was_empty() const { return was_empty_; }

    /// The rows of a number that are there, in their order. Their texts live in `texts`.
    void read(std::uint64_t number, std::vector<PublishedState>& rows, std::string& texts);
    /// Puts `rows`, as `replay` left them, in the place of those that were read last.
    void write(std::uint64_t number, const std::vector<PublishedState>& rows, std::size_t present);
    /// A number that was not there, with one state only.
    void write_first(std::uint64_t number, const PublishedState& row);
    /// The digest of both tables as it is now; `finish` writes it down.
    void finish();

 private:
    void insert(Statement& statement, std::uint64_t number, const PublishedState& row);
    void write_past(std::uint64_t number, std::int64_t state, const PublishedState& row);
    void write_mergers(std::uint64_t number, const PublishedState& row);

    Database& database_;
    bool was_empty_;
    RowSum sum_, read_;
    bool was_past_ = false,
         stated_merger_ = false;  // whether the rows that were read are in the other tables
    Statement insert_present_, insert_past_, delete_present_, delete_past_, read_present_, read_past_;
    Statement insert_merger_, delete_merger_;
};

/// The digest of what the tables say, as `CorporationStore` writes it down under the name of the table
/// `corporation`.
std::string corporation_digest(const Database& database);

}  // namespace daicho
