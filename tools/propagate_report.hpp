#pragma once

#include <string>
#include <vector>

#include "registries/propagation/agency_actions.hpp"
#include "registries/propagation/corporation_event.hpp"
#include "tools/session.hpp"

namespace daicho {

// What `propagate` says on standard output.
enum class PropagateForm : unsigned char { text, csv, json };

/// How many events of which type; CSV: one line each.
std::string event_report(const std::vector<CorporationEvent>& events, PropagateForm form,
                         const Session& session);

/// What is to be done with the table. Text: counts, and all that a person has to look at; CSV and JSON: every
/// action, one line each.
std::string action_report(const std::vector<CorporationEvent>& events,
                          const std::vector<AgencyAction>& actions, PropagateForm form,
                          const Session& session);

/// Whether a person has to settle something.
bool leaves_conflicts(const std::vector<AgencyAction>& actions);

}  // namespace daicho
