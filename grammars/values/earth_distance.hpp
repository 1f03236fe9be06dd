#pragma once

namespace daicho {

/// Metres between two places in degrees, on a sphere of the Earth's mean radius (0.3 % of error).
double metres_between(double latitude, double longitude, double other_latitude, double other_longitude);

}  // namespace daicho
