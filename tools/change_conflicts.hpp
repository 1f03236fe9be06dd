#pragma once

#include <string>

#include "models/merging/change_applier.hpp"
#include "tools/session.hpp"

namespace daicho {

/// A conflict as a line for people, with the three values.
std::string conflict_text(const ChangeConflict& conflict, const TableChanges& changes, const Session& session,
                          bool show_values);

/// The conflicts as a table: record,key,column,why,base,ours,theirs,taken.
std::string conflicts_csv(const ApplyOutcome& outcome, const TableChanges& changes, bool show_values);

/// The changes that were not made, as `patch` takes them: JSON Lines.
std::string rejected_changes(const ApplyOutcome& outcome, const TableChanges& changes);

/// Tells the conflicts that nobody settled, the first ones in full.
void tell_conflicts(const ApplyOutcome& outcome, const TableChanges& changes, const Session& session,
                    bool show_values);

}  // namespace daicho
