#pragma once

#include <vector>

#include "models/dataset/transform_listener.hpp"
#include "models/engine/transformer.hpp"

namespace daicho {

/// Tells of the batches of a transformation, in their order, and adds up what it comes to.
class TransformTally {
 public:
    TransformTally(const Transformer& transformer, const Model& model, TransformListener& listener);

    void add(const Transformed& batch);
    /// What is left of the table around its records.
    void tell(LeftOver kind, const std::vector<Finding>& findings);
    /// What was added up; levels and records of the source are for others to fill in.
    const TransformOutcome& outcome() const { return outcome_; }

 private:
    void tell_changes(const Transformed& batch);
    void tell_findings(const Transformed& batch);

    const Transformer& transformer_;
    const Model& model_;
    TransformListener& listener_;
    TransformOutcome outcome_;
};

}  // namespace daicho
