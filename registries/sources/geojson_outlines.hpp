#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "registries/sources/record_stream.hpp"

namespace daicho {

/// Whether a file that begins so is GeoJSON whose features have this property.
bool is_geojson_with(std::string_view head, std::string_view property);

/// The features of GeoJSON (RFC 7946) with polygons as records: `properties`, then "part", the number of the
/// feature among those of the file that have the same `key` (one of the properties), then "outline", its
/// polygons as well-known text with seven decimals (a centimetre). A feature without polygons has no outline.
std::unique_ptr<RecordStream> open_geojson_outlines(std::unique_ptr<ByteSource> file,
                                                    std::vector<std::string> properties, std::string key);

}  // namespace daicho
