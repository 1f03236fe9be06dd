#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "registries/propagation/corporation_event.hpp"

namespace daicho {

/// One step of a corporation from state to state, as a row of the register says it.
struct CorporationStep {
    std::uint64_t number = 0;
    const PublishedCorporation* before = nullptr;  ///< null: not known, or there was none
    const PublishedCorporation* after = nullptr;   ///< never null, but where the corporation left
    bool first = false;                            ///< what was before is known: nothing
    bool elsewhere =
        false;  ///< `first`, but the number is older: what was before does not cover the corporation
    bool correction = false;  ///< the register was wrong before
    CorporationEvidence evidence;
};

/// The events of a step, in a fixed order: name, kind, reading, seat, closing, merger. None where the states
/// say the same. Seats of which the numbers are the same and the names are not are taken for moves (see
/// `renaming_key`).
std::vector<CorporationEvent> events_of(const CorporationStep& step);

/// Gives the event its id: to be called when all else is settled.
void settle_id(CorporationEvent& event);

/// The numbers of thirteen digits in a text, in order, each once: "…（4400002004153）に合併し解散".
std::vector<std::uint64_t> numbers_in(std::string_view text);

}  // namespace daicho
