#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "models/engine/inspection_plan.hpp"
#include "models/engine/record_values.hpp"

namespace daicho {

/// A cell that needs more than a glance.
struct Doubt {
    std::uint32_t record = 0;  ///< of the batch, from 0
    std::uint32_t check = 0;   ///< of `InspectionPlan::columns`
};
using Doubts = std::span<const Doubt>;

/// Reads cells as the plan says: most are known to be clean at a glance, the others are read in full. May be
/// used from several threads at once; what it is made of must outlive it.
class CellReader {
 public:
    CellReader(const InspectionPlan& plan, const FindingMaker& findings, const Reading& reading)
        : plan_(plan), findings_(findings), reading_(reading) {}

    /// The cells that are not plainly clean, in order of record and column. Marks that are written with one
    /// of two codes are added to `pairs`.
    std::vector<Doubt> doubts(const Batch& batch, PairSightings& pairs) const;
    /// Reads a doubtful cell and adds what is wrong with it to `out`.
    SeenValue read(const ColumnCheck& check, const Batch& batch, std::size_t record,
                   std::vector<Finding>& out) const;
    /// Fills in what rules see of a record, whose doubtful cells were read into `values.seen`.
    void see(const Batch& batch, std::size_t record, Doubts doubts, RecordValues& values) const;

 private:
    void look_through(const Batch& batch, std::uint32_t number, std::vector<Doubt>& doubts,
                      PairSightings& pairs) const;
    bool is_evident_text(const ColumnCheck& check, std::string_view text) const;
    bool is_right_value(const ColumnCheck& check, std::string_view text) const;
    std::vector<CharacterProblem> character_problems(const ColumnCheck& check, std::string_view text) const;
    SeenValue read_value(const ColumnCheck& check, std::string_view text, Finding& finding) const;

    const InspectionPlan& plan_;
    const FindingMaker& findings_;
    const Reading& reading_;
};

}  // namespace daicho
