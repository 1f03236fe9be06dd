#pragma once

#include "models/engine/inspection_plan.hpp"
#include "models/engine/record_values.hpp"

namespace daicho {

/// Checks what the model asks of a record as a whole: rules, required groups, alternatives; and makes the
/// keys by which records of a table are compared. What it is made of must outlive it.
class RecordRules {
 public:
    RecordRules(const Model& model, const InspectionPlan& plan, const FindingMaker& findings,
                const InspectionOptions& options)
        : model_(model), plan_(plan), findings_(findings), options_(options) {}

    /// A nested class that is required, and of which no item has a value.
    void check_groups(const Batch& batch, std::size_t record, const RecordValues& values,
                      Inspection& out) const;
    /// The rules that the model file brings. Sets up `values.evaluation` for whoever evaluates more.
    void check_rules(const Batch& batch, std::size_t record, RecordValues& values, Inspection& out) const;
    /// Items of which a record may have those of one alternative only.
    void check_unions(const Batch& batch, std::size_t record, const RecordValues& values,
                      Inspection& out) const;
    /// Hashes of unique keys and of references, for those who watch the whole table.
    void add_keys(const RecordValues& values, Inspection& out) const;
    /// For a record that has none.
    void skip_keys(Inspection& out) const;

 private:
    void tell_values(const ModelRule& rule, const RecordValues& values, Finding& finding) const;

    const Model& model_;
    const InspectionPlan& plan_;
    const FindingMaker& findings_;
    const InspectionOptions& options_;
};

}  // namespace daicho
