#pragma once

#include <string>
#include <string_view>

#include "models/engine/transform_plan.hpp"
#include "models/engine/transformed.hpp"

namespace daicho {

/// Writes characters outside a set by others in the cells of a result, and keeps the original where an item
/// is there for it. What it is made of must outlive it.
class ItemShrinker {
 public:
    ItemShrinker(const Inspector& inspector, const TransformPlan& plan, const ItemShrinking& shrinking)
        : inspector_(inspector), plan_(plan), shrinking_(shrinking) {}

    void shrink(const Batch& batch, Transformed& out) const;

 private:
    void shrink_cell(const Batch& batch, std::size_t record, std::size_t target, Transformed& out) const;
    bool keep_original(const Batch& batch, std::size_t record, std::size_t target, Transformed& out) const;
    RecordPlace place_of(const Batch& batch, std::size_t record, std::size_t target) const;
    Finding finding_of(const Batch& batch, std::size_t record, std::size_t target,
                       std::string_view value) const;
    void put(const Batch& batch, std::size_t record, std::size_t target, std::string text, RuleId rule,
             Transformed& out) const;

    const Inspector& inspector_;
    const TransformPlan& plan_;
    const ItemShrinking& shrinking_;
};

}  // namespace daicho
