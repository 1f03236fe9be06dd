#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/engine/transform_plan.hpp"
#include "models/engine/transformed.hpp"

namespace daicho {

/// One record on its way into the result.
struct TargetRow {
    const Batch& batch;
    std::size_t record;
    Transformed& out;
    std::span<std::string_view> cells;
    std::span<const Finding> findings;        ///< of this record
    std::vector<std::optional<Parts>> parts;  ///< of each split of the model, made when first needed
    std::vector<std::size_t> located =
        {};  ///< slots of the addresses that the registry took apart for certain

    std::vector<const Finding*> repairs = {};  ///< those that are taken, in order of column

    void write(std::size_t target, std::uint64_t line, std::string_view before, std::string after,
               RuleId rule, RepairKind kind, std::string note = {}) {
        out.write(record, {batch.record_number(record), line, target, rule, kind, std::string(before),
                           std::move(after), std::move(note)});
    }
    /// The cell of an item; empty where the result has no column of it.
    std::string_view cell_of(const TransformPlan& plan, std::optional<std::size_t> slot) const {
        return slot && plan.target_of_slot[*slot] != TransformPlan::npos ? cells[plan.target_of_slot[*slot]]
                                                                         : std::string_view{};
    }
    /// The cells of all items, by slot.
    std::vector<std::string_view> values(const TransformPlan& plan) const {
        std::vector<std::string_view> all(plan.target_of_slot.size());
        for (std::size_t slot = 0; slot < all.size(); ++slot) all[slot] = cell_of(plan, slot);
        return all;
    }
};

/// The finding that an item was not filled, and why.
Finding left_empty(const Inspector& inspector, const TargetRow& row, RuleId rule, std::size_t slot,
                   std::string_view value, std::string_view reason);

}  // namespace daicho
