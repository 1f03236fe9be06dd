#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/comparison/comparison.hpp"
#include "models/merging/change_applier.hpp"

namespace daicho {

/// Who wins where both sides changed one thing.
enum class MergePolicy : std::uint8_t {
    neither,  ///< ours stays, and it is told
    ours,
    theirs,
    newest,  ///< the side whose record has the later date in a column
    valid,   ///< the side whose value the check takes
};

struct MergeRequest {
    ComparisonRequest comparison;  ///< key, model, knowledge, scratch: as two tables are compared
    MergePolicy policy = MergePolicy::neither;
    std::string newest_by;  ///< header of the column of dates
};

struct MergeOutcome {
    ApplyOutcome applied;
    TableChanges theirs;                                 ///< what `applied` speaks of
    std::vector<std::string> key;                        ///< headers by which records were told apart
    std::uint64_t ours_changed = 0, theirs_changed = 0;  ///< records that each side changed, added or removed
};

/// Makes of two tables that were made of one a table with the changes of both: cell by cell, records told
/// apart by a key. The result is `ours` with the changes of `theirs` made in it, so that its other bytes
/// stay. Throws Error where no columns tell the records apart, and as `compare_tables` and `apply_changes`
/// do.
MergeOutcome merge_tables(const ComparedTable& base, const ComparedTable& ours, const ComparedTable& theirs,
                          const MergeRequest& request, Models& models, const MakeWriter& make);

}  // namespace daicho
