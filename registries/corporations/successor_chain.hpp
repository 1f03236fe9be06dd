#pragma once

#include <set>
#include <utility>
#include <vector>

namespace daicho {

/// The way from a corporation to the one that took over at last: every hop, in order. `hop_from(number)`
/// gives the next hop or nothing, `survivor_of(hop)` the number that it leads to. A corporation that the way
/// comes back to is the last hop.
template <class Number, class HopFrom, class SurvivorOf>
auto successor_chain(Number number, const HopFrom& hop_from, const SurvivorOf& survivor_of) {
    std::vector<typename decltype(hop_from(number))::value_type> chain;
    std::set<Number> seen{number};
    while (auto hop = hop_from(number)) {
        number = survivor_of(*hop);
        chain.push_back(std::move(*hop));
        if (!seen.insert(number).second) break;
    }
    return chain;
}

}  // namespace daicho
