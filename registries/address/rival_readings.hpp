#pragma once

#include "registries/address/address_search.hpp"
#include "registries/address/index_view.hpp"

namespace daicho {

/// Whether another reading of the text leaves the best one in doubt.
class RivalReadings {
 public:
    /// `wildcard`: a letter of the name was read as any.
    RivalReadings(const IndexView& index, bool wildcard) : index_(index), wildcard_(wildcard) {}

    /// Whether it is good enough to stand beside the best one.
    bool is_near(const TownCandidate& best, const TownCandidate& other) const;
    /// Of one that is near.
    bool leaves_in_doubt(const TownCandidate& best, const TownCandidate& other) const;

 private:
    const address_format::RegionEntry* region_of(const TownCandidate& candidate) const;
    bool is_elsewhere(const TownCandidate& best, const TownCandidate& other) const;
    bool is_of_namesake(const TownCandidate& best, const TownCandidate& other) const;

    const IndexView& index_;
    bool wildcard_;
};

}  // namespace daicho
