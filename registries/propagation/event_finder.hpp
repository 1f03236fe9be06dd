#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "registries/propagation/corporation_event.hpp"
#include "registries/propagation/publication_rows.hpp"

namespace daicho {

/// What became of the corporations between two states of the register.
struct CorporationEvents {
    std::vector<CorporationEvent> events;  ///< by publication day, number and order of the rows
    /// The states that a corporation went through, the oldest known one first, for the corporations that were
    /// asked for.
    std::map<std::uint64_t, std::vector<PublishedCorporation>> states;
};

/// Where the events are to be found.
struct EventSources {
    const PublicationRows* before = nullptr;   ///< null: nothing is known of before
    const PublicationRows* after = nullptr;    ///< a complete publication, or
    const PublicationRows* changes = nullptr;  ///< difference files
};

/// Finds the events that lead from `before` to `after`, or that the rows of `changes` make, in their order.
///
/// A row is a whole state (リソース定義書; several rows for one number on one day are several states in
/// order). Rows of a correction (訂正区分 1) are the history of the number, sent again: the last of them is
/// the state, the ones in front are states that were, and no events. A row with process 99 withdraws the
/// number. What publications of some prefectures do not have moved out of them or came from elsewhere
/// ("leave", "arrive").
///
/// `wanted`: corporations whose states are to be kept; null: none.
CorporationEvents find_corporation_events(const EventSources& sources,
                                          const std::function<bool(std::uint64_t number)>& wanted = nullptr);

}  // namespace daicho
