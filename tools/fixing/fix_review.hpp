#pragma once

#include <string>

#include "tools/fixing/fix_run.hpp"
#include "tools/fixing/fix_writer.hpp"
#include "tools/fixing/review_dialog.hpp"
#include "tools/fixing/reviewed_table.hpp"
#include "tools/session.hpp"

namespace daicho {

/// How a table is reviewed.
struct ReviewRequest {
    FixTarget target;
    bool show_values = false;
    bool with_baseline = true;  ///< what is in the baseline is not asked about
    ReviewedTable::Wanted wanted{};
    ReviewDialog::NextLine next_line{};
};

/// What a review came to.
struct ReviewOutcome {
    bool written = false;  ///< else it is to be gone on with
    bool clean = false;    ///< no errors are left
};

/// Asks a person about each finding of the table at `path` and writes what was decided, once that is asked
/// for: the table with its new cells, the record that takes them back, what was accepted.
ReviewOutcome review_table(FixRun& run, const std::string& path, const ReviewRequest& request,
                           const Session& session);

}  // namespace daicho
