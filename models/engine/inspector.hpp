#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "models/engine/address_settler.hpp"
#include "models/engine/cell_reader.hpp"
#include "models/engine/inspection.hpp"
#include "models/engine/inspection_plan.hpp"
#include "models/engine/place_checks.hpp"
#include "models/engine/record_rules.hpp"
#include "models/engine/record_shape.hpp"

namespace daicho {

/// Checks records against a class. One for a file; may be used from several threads at once. `model`,
/// `binding` and `headers` must outlive it and everything it finds.
class Inspector {
 public:
    Inspector(const Model& model, const Binding& binding, std::span<const std::string> headers,
              const InspectionOptions& options);
    Inspector(const Inspector&) = delete;  // its parts look at each other
    Inspector& operator=(const Inspector&) = delete;

    /// Appends nothing: `out` holds this batch alone afterwards.
    void inspect(const Batch& batch, Inspection& out) const;

    /// The finding that reference number `reference` of a record leads nowhere.
    Finding dangling(const Batch& batch, std::size_t record, std::size_t reference) const;
    /// The finding that the unique key number `unique` of a record is that of record number `first`. Of a key
    /// of several items its value are theirs, joined by " / ", and what is expected are their headers.
    Finding duplicate(const Batch& batch, std::size_t record, std::size_t unique, std::uint64_t first) const;

    /// The finding that the cell of `slot` could not be taken apart in full: `rest` was not understood.
    Finding incomplete_split(const Batch& batch, std::size_t record, std::size_t slot,
                             std::string rest) const;

    /// The required pattern that the columns come nearest to, or the one that was asked for.
    const RequiredPattern& pattern() const { return *plan_.pattern; }
    /// Its items that have no column.
    const std::vector<Finding>& missing_columns() const { return plan_.missing_columns; }
    /// The rules of the model that no record can keep, since none of their items has a column.
    const std::vector<Finding>& broken_rules() const { return plan_.broken_rules; }
    /// The highest level that any record of this file can reach.
    Level ceiling() const { return plan_.ceiling; }

    const Model& model() const { return model_; }
    const Binding& binding() const { return binding_; }
    std::span<const std::string> headers() const { return headers_; }
    /// Readings of texts that have a column.
    const std::vector<ReadingPair>& reading_pairs() const { return plan_.readings; }
    /// Whether addresses of its records are held against a registry.
    bool has_addresses() const { return !plan_.addresses.empty(); }
    const Reading& reading() const { return options_.reading; }
    const ReferenceData* reference() const { return options_.reference; }  ///< may be null

 private:
    Finding structural(const Batch& batch, std::size_t record, const Finding& found) const;
    Finding not_a_record(const Batch& batch, std::size_t record, const RecordShape::Oddity& oddity) const;
    void inspect_record(const Batch& batch, std::size_t record, Doubts doubts, RecordValues& values,
                        Inspection& out) const;
    void offer_readings(const Batch& batch, std::size_t record, std::vector<Finding>& out) const;
    Level level_of(std::span<const Finding> findings) const;

    const Model& model_;
    const Binding& binding_;
    std::span<const std::string> headers_;
    InspectionOptions options_;
    FindingMaker findings_;
    InspectionPlan plan_;
    RecordShape shape_;
    CellReader cells_;
    RecordRules records_;
    PlaceChecks places_;
    AddressSettler settler_;
    std::vector<std::string> key_names_;  // of each unique key: its headers
};

}  // namespace daicho
