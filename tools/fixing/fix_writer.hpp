#pragma once

#include <string>

#include "models/dataset/fix.hpp"

namespace daicho {

/// Where a fix is written.
struct FixTarget {
    std::string output;  ///< empty: nowhere, or in place
    std::string record;  ///< of what takes it back; empty: beside the file, where it is fixed in place
    bool in_place = false;
};

/// Throws Error where the record beside `file`, which is about to be fixed in place, would overwrite that of
/// an earlier fix.
void require_no_record(const FixTarget& target, const std::string& file, bool json);

/// Writes the fixed table, and before it the record that takes the fix back.
void write_fix(const FixTarget& target, const std::string& file, const FixOutcome& outcome);

}  // namespace daicho
