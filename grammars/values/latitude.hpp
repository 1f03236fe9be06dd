#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// 緯度 in decimal degrees, GIF 444.
struct Latitude {
    std::string degrees;  ///< as text, so that no digit is lost or invented
};

/// Reads a latitude: decimal degrees (canonical with as many decimals as are given; GIF has six in principle
/// and does not cut more), or degrees, minutes and seconds in any notation (`read_angle`), converted with
/// enough decimals to come back to the same seconds. Refuses what lies outside -90 .. 90, and an angle of the
/// other axis as T261.
Result<Latitude> parse_latitude(std::string_view text, const Reading& reading = {});

std::string to_string(const Latitude& value);

extern const ValueType latitude_type;

}  // namespace daicho
