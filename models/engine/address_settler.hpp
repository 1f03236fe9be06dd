#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/engine/inspection_plan.hpp"
#include "models/engine/record_values.hpp"

namespace daicho {

/// Settles by a registry what the grammar of addresses had to leave open (T250, T258, T260, T263): in
/// the municipality that the record has by code or by name, else in the area that the table is of. What it is
/// made of must outlive it.
class AddressSettler {
 public:
    /// `area` as `area_of` gives it. `names` may be null: no name of a municipality is settled then.
    AddressSettler(const Model& model, const InspectionPlan& plan, const FindingMaker& findings,
                   const AddressReference* addresses, const AddressResolver* names, std::string area);

    /// Whether there is a column that it may have something to say of.
    bool has_columns() const { return !columns_.empty(); }
    /// Amends the findings about the record, which are those from `first` on: with the full address as a
    /// proposal, with the places that may be meant, or takes them away where nothing is wrong.
    void settle(const Batch& batch, std::size_t record, const RecordValues& values,
                std::vector<Finding>& findings, std::size_t first) const;

 private:
    /// A column of addresses or of municipalities, and what tells the municipality of its record.
    struct Column {
        std::uint32_t number = 0;  // as in findings, 1-based
        const AddressPlan* plan = nullptr;
        bool of_municipalities = false;
    };
    std::string municipality(const Column& column, const RecordValues& values) const;
    std::string named_municipality(const AddressPlan& plan, const RecordValues& values) const;
    /// False where nothing is left of the finding.
    bool amend(Finding& finding, const LocatedAddress& found, std::string_view municipality) const;
    void settle_municipality(Finding& finding, const Column& column, const Batch& batch, std::size_t record,
                             const RecordValues& values) const;
    std::string municipality_of_addresses(const Batch& batch, std::size_t record,
                                          const RecordValues& values) const;
    void propose(Finding& finding, RuleId rule, std::string text) const;

    const FindingMaker& findings_;
    const AddressReference* addresses_;
    const AddressResolver* names_;
    std::string area_;
    std::vector<Column> columns_;
};

}  // namespace daicho
