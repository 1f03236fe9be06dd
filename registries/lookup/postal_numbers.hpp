#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "registries/lookup/postal_place.hpp"

namespace daicho {

inline Belongs operator!(Belongs b) {
    return static_cast<Belongs>(2 - static_cast<int>(b));
}

/// Whether `number` lies within `step`. A number of fewer parts than a bound it begins like cannot be told
/// (67 of 67-4～113-7), nor a branch of a single lot (400-2 of 400).
Belongs within(const PostalStep& step, std::span<const std::uint32_t> number);

/// Whether a place lies within all of `steps`: `units` are those that its town names (3丁目, 15地割), `lot`
/// is its number.
Belongs within(const std::vector<PostalStep>& steps, const std::vector<PostalStep>& units,
               std::span<const std::uint32_t> lot);

}  // namespace daicho
