#include "grammars/values/earth_distance.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace daicho {

namespace {

constexpr double earth_radius = 6'371'008.8;  // metres

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

}  // namespace

double metres_between(double latitude, double longitude, double other_latitude, double other_longitude) {
    const double north = radians(other_latitude - latitude), east = radians(other_longitude - longitude);
    const double a = std::pow(std::sin(north / 2), 2) + std::cos(radians(latitude)) *
                                                            std::cos(radians(other_latitude)) *
                                                            std::pow(std::sin(east / 2), 2);
    return 2 * earth_radius * std::asin(std::min(1.0, std::sqrt(a)));
}

}  // namespace daicho
