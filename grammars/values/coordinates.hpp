#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// A place on the earth in one text. GIF 444 keeps latitude, longitude, height and reference system in items
/// of their own; `parts` gives them.
struct Coordinates {
    std::string latitude;          ///< decimal degrees
    std::string longitude;         ///< decimal degrees
    std::string height;            ///< metres; empty where none is given
    std::string reference_system;  ///< as the text names it: WGS_84, EPSG:6668; empty where none is named
};

/// Reads a pair of coordinates: "35.676097,139.744879", in brackets, with spaces, with 北緯 and 東経, in
/// degrees, minutes and seconds, ISO 6709 (+35.658581+139.745433+351CRSWGS_84/), WKT (POINT(139.7 35.6)).
///
/// A pair that begins with a number no latitude can be (139.7,35.6) has one reading: T261, provable. "0,0" is
/// what a missing position leaves and is refused as T255. A height or a named reference system has no place
/// in the canonical pair, so the repair that drops it is a guess.
Result<Coordinates> parse_coordinates(std::string_view text, const Reading& reading = {});

/// "latitude,longitude".
std::string to_string(const Coordinates& value);

extern const ValueType coordinates_type;

}  // namespace daicho
