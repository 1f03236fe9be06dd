#pragma once

#include <optional>
#include <string>
#include <vector>

#include "registries/store/registry.hpp"

namespace daicho {

/// Something that stands somewhere.
struct NearPlace {
    std::string kind;     ///< "town", "block", "residence", "parcel"
    std::string key;      ///< items of the key of its row, with / between them
    std::string table;    ///< of the row
    std::string lg_code;  ///< 全国地方公共団体コード; empty: not known
    std::string name;     ///< empty: the address base registry has it, by the key
    double latitude = 0;
    double longitude = 0;
    double metres = 0;  ///< from the place that was asked for
};

/// The places of a kind nearest to a point, nearest first, `count` at most, none farther than `metres` (50 km
/// at most); with a `municipality` (6 digits; of a designated city or prefecture as well) only those in it.
/// Nothing where the registry has no such places.
std::vector<NearPlace> nearest_places(const Registry& registry, std::string_view kind, double latitude,
                                      double longitude, std::size_t count, double metres,
                                      std::string_view municipality = {});

}  // namespace daicho
