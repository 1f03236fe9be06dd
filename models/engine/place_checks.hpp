#pragma once

#include <string_view>
#include <vector>

#include "models/engine/inspection_plan.hpp"
#include "models/engine/record_values.hpp"

namespace daicho {

/// Compares the addresses of a record with a registry, and what it says of a corporation with the register,
/// and puts what they find on the items that show it. What it is made of must outlive it.
class PlaceChecks {
 public:
    PlaceChecks(const Model& model, const Binding& binding, const InspectionPlan& plan,
                const FindingMaker& findings)
        : model_(model), binding_(binding), plan_(plan), findings_(findings) {}

    /// R410 to R420. A text that cannot be read as an address by itself (白山一丁目2番) may be one in its
    /// municipality.
    void check_addresses(const Batch& batch, std::size_t record, RecordValues& values, Inspection& out) const;
    /// R430 to R449.
    void check_corporations(const Batch& batch, std::size_t record, RecordValues& values,
                            Inspection& out) const;

 private:
    Finding address_finding(const Batch& batch, std::size_t record, const AddressPlan& plan,
                            RecordProblem&& problem) const;
    std::vector<std::size_t> slots_that_show(const CorporationPlan& plan, std::size_t slot) const;
    std::string_view seat_text(const CorporationPlan& plan, RecordValues& values) const;
    void suggest_number(const Batch& batch, std::size_t record, const CorporationCheck& corporation,
                        const RecordValues& values, Inspection& out) const;

    const Model& model_;
    const Binding& binding_;
    const InspectionPlan& plan_;
    const FindingMaker& findings_;
};

}  // namespace daicho
