#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/engine/transformer.hpp"

namespace daicho {

/// One record on its way.
struct Transformer::Row {
    const Batch& batch;
    std::size_t record;
    Transformed& out;
    std::span<std::string_view> cells;
    std::span<const Finding> findings;        // of this record
    std::vector<std::optional<Parts>> parts;  // of each split of the model, made when first needed

    void write(std::size_t target, std::uint64_t line, std::string_view before, std::string after,
               RuleId rule, RepairKind kind, std::string note = {}) {
        out.edits.push_back({batch.record_number(record), line, target, rule, kind, std::string(before),
                             after, std::move(note)});
        cells[target] = out.texts_.emplace_back(std::move(after));
        out.touched_[record] = true;
    }
};

}  // namespace daicho
