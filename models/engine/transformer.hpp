#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "models/engine/target_row.hpp"
#include "models/engine/transform_plan.hpp"
#include "models/engine/transformed.hpp"

namespace daicho {

/// Rewrites records to the shape of a class: checking with the repairs kept. Safe repairs are applied,
/// guesses only when asked; what cannot be read stays as it was written and keeps its finding, so nothing is
/// lost. May be used from several threads at once.
class Transformer {
 public:
    Transformer(const Inspector& inspector, const TransformOptions& options);

    const std::vector<TargetColumn>& columns() const { return plan_.columns; }
    const TransformOptions& options() const { return options_; }
    /// Columns of the source that the result does not hold, from 0.
    const std::vector<std::uint32_t>& dropped() const { return plan_.dropped; }
    /// Whether the result has the columns of the source in their order, under whatever headers.
    bool same_columns() const;
    /// Items of the required pattern that nothing fills, as slots.
    const std::vector<std::size_t>& unfilled() const { return plan_.unfilled; }

    /// `batch` must live as long as the cells of `out` are looked at. `out.mapped` may be what made it; its
    /// changes are told among the edits.
    void transform(const Batch& batch, Transformed& out) const;

 private:
    void take_over(const Batch& batch, std::size_t record, const MappedBatch::Change& change,
                   Transformed& out) const;
    void transform_record(TargetRow& row) const;
    void fill_from_others(TargetRow& row, std::size_t first_edit) const;
    std::vector<const Finding*> repairs_of(std::span<const Finding> findings) const;
    void fill_from_source(TargetRow& row, std::size_t target, std::uint32_t column) const;
    void fill_list(TargetRow& row, std::size_t target) const;
    Parts take_apart(TargetRow& row, const SplitPlan& plan, std::string_view text) const;
    void fill_from_split(TargetRow& row, std::size_t target) const;
    void fill_from_readings(TargetRow& row) const;
    void fill_from_join(TargetRow& row, std::size_t target) const;

    const Inspector& inspector_;
    TransformOptions options_;
    TransformPlan plan_;
};

}  // namespace daicho
