#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// 経度 in decimal degrees, GIF 444.
struct Longitude {
    std::string degrees;  ///< as text, so that no digit is lost or invented
};

/// Reads a longitude: decimal degrees (canonical with as many decimals as are given; GIF has six in principle
/// and does not cut more), or degrees, minutes and seconds in any notation (`read_angle`), converted with
/// enough decimals to come back to the same seconds. Refuses what lies outside -180 .. 180, and an angle of
/// the other axis as T261.
Result<Longitude> parse_longitude(std::string_view text, const Reading& reading = {});

std::string to_string(const Longitude& value);

extern const ValueType longitude_type;

}  // namespace daicho
