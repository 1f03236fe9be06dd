#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "grammars/base/finding.hpp"
#include "grammars/formats/batch.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/column_check.hpp"
#include "models/engine/model.hpp"
#include "models/rules/rule.hpp"

namespace daicho {

/// Makes findings about the records of a table: with the weight of their rule, their place and what their
/// column is. Constant once made; what it is made of must outlive it and its findings.
class FindingMaker {
 public:
    FindingMaker(const Model& model, const Binding& binding, std::span<const std::string> headers);

    /// About a table as a whole.
    Finding of_table(RuleId id) const;
    /// About a record as a whole.
    Finding of_record(RuleId id, const Batch& batch, std::size_t record) const;
    /// About a cell; its value and span are the caller's to fill in.
    Finding of_cell(RuleId id, const Batch& batch, std::size_t record, const ColumnCheck& check) const;
    /// About several items of a record, see `point_at`.
    Finding of_items(RuleId id, const Batch& batch, std::size_t record,
                     std::span<const std::size_t> slots) const;
    /// Puts a finding on the cell of the first of `slots` that has a column; leaves it where none has.
    void point_at(Finding& finding, const Batch& batch, std::size_t record,
                  std::span<const std::size_t> slots) const;

 private:
    const Model& model_;
    const Binding& binding_;
    std::span<const std::string> headers_;
    std::unordered_map<std::string_view, const Rule*> rules_;
};

}  // namespace daicho
