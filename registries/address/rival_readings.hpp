#pragma once

#include <span>
#include <string_view>

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

/// 大字磯鶏3-119, of which the best candidate is 磯鶏三丁目, where there is a 大字磯鶏 as well: of two
/// numbers none need be a 丁目. `changes` are those of the name, in `source`.
bool may_be_in_oaza(const IndexView& index, std::span<const TownCandidate> towns,
                    std::span<const AddressChange> changes, std::string_view source);

}  // namespace daicho
