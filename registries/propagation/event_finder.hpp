#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "registries/propagation/body_event.hpp"
#include "registries/propagation/body_rows.hpp"

namespace daicho {

/// What became of the bodies between two states of the register.
struct BodyEvents {
    std::vector<BodyEvent> events;  ///< by publication day, number and order of the rows
    /// The states that a body went through, the oldest known one first, for the bodies that were asked for.
    std::map<std::uint64_t, std::vector<BodyState>> states;
};

/// Where the events are to be found.
struct EventSources {
    const BodyRows* before = nullptr;   ///< null: nothing is known of before
    const BodyRows* after = nullptr;    ///< a complete publication, or
    const BodyRows* changes = nullptr;  ///< difference files
};

/// Finds the events that lead from `before` to `after`, or that the rows of `changes` make, in their order.
///
/// A row is a whole state (リソース定義書; several rows for one number on one day are several states in
/// order). Rows of a correction (訂正区分 1) are the history of the number, sent again: the last of them is
/// the state, the ones in front are states that were, and no events. A row with process 99 withdraws the
/// number. What publications of some prefectures do not have moved out of them or came from elsewhere
/// ("leave", "arrive").
///
/// `wanted`: bodies whose states are to be kept; null: none.
BodyEvents find_body_events(const EventSources& sources,
                            const std::function<bool(std::uint64_t number)>& wanted = nullptr);

}  // namespace daicho
