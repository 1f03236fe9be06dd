#include "grammars/values/plane_coordinates.hpp"

#include <charconv>
#include <cmath>
#include <numbers>
#include <vector>

#include "grammars/base/embedded_file.hpp"
#include "grammars/base/table_rows.hpp"

namespace daicho {

std::span<const EmbeddedFile> plane_zone_table();

namespace {

// GRS80 (測量法施行令 3条) and the scale on the central meridian.
constexpr double major_axis = 6378137;
constexpr double inverse_flattening = 298.257222101;
constexpr double scale = 0.9999;

constexpr double radian = std::numbers::pi / 180;
constexpr double n = 1 / (2 * inverse_flattening - 1);  // third flattening
constexpr double n2 = n * n, n3 = n2 * n, n4 = n3 * n, n5 = n4 * n, n6 = n5 * n;

/// Scaled radius of the circle as long as a meridian.
constexpr double radius = scale * major_axis / (1 + n) * (1 + n2 / 4 + n4 / 64);

// The coefficients as 国土地理院 prints them; their index is from 1.
constexpr double alpha[] = {
    n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180 - 127 * n5 / 288,
    13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440 + 281 * n5 / 630,
    61 * n3 / 240 - 103 * n4 / 140 + 15061 * n5 / 26880,
    49561 * n4 / 161280 - 179 * n5 / 168,
    34729 * n5 / 80640,
};
constexpr double beta[] = {
    n / 2 - 2 * n2 / 3 + 37 * n3 / 96 - n4 / 360 - 81 * n5 / 512,
    n2 / 48 + n3 / 15 - 437 * n4 / 1440 + 46 * n5 / 105,
    17 * n3 / 480 - 37 * n4 / 840 - 209 * n5 / 4480,
    4397 * n4 / 161280 - 11 * n5 / 504,
    4583 * n5 / 161280,
};
constexpr double delta[] = {
    2 * n - 2 * n2 / 3 - 2 * n3 + 116 * n4 / 45 + 26 * n5 / 45 - 2854 * n6 / 675,
    7 * n2 / 3 - 8 * n3 / 5 - 227 * n4 / 45 + 2704 * n5 / 315 + 2323 * n6 / 945,
    56 * n3 / 15 - 136 * n4 / 35 - 1262 * n5 / 105 + 73814 * n6 / 2835,
    4279 * n4 / 630 - 332 * n5 / 35 - 399572 * n6 / 14175,
    4174 * n5 / 315 - 144838 * n6 / 6237,
    601676 * n6 / 22275,
};

/// The complex sine series of the projection: `xi` and `eta` plus, or with sign -1 minus, the sum of
/// c[j] sin 2j(xi + i eta).
struct Grid {
    double xi, eta;
};
Grid with_series(const Grid& at, std::span<const double> c, double sign) {
    Grid sum = at;
    for (std::size_t i = 0; i < c.size(); ++i) {
        const double k = 2 * static_cast<double>(i + 1);
        sum.xi += sign * c[i] * std::sin(k * at.xi) * std::cosh(k * at.eta);
        sum.eta += sign * c[i] * std::cos(k * at.xi) * std::sinh(k * at.eta);
    }
    return sum;
}

/// Scaled length of the meridian from the equator to a latitude in radians.
double meridian_arc(double latitude) {
    constexpr double a0 = 1 + n2 / 4 + n4 / 64;
    constexpr double a[] = {-3.0 / 2 * (n - n3 / 8 - n5 / 64), 15.0 / 16 * (n2 - n4 / 4),
                            -35.0 / 48 * (n3 - 5 * n5 / 16), 315 * n4 / 512, -693 * n5 / 1280};
    double sum = a0 * latitude;
    for (std::size_t j = 0; j < std::size(a); ++j) {
        sum += a[j] * std::sin(2 * static_cast<double>(j + 1) * latitude);
    }
    return scale * major_axis / (1 + n) * sum;
}

/// "129 30" -> 129.5
double degrees(std::string_view text) {
    double whole = 0, minutes = 0;
    const auto rest = std::from_chars(text.data(), text.data() + text.size(), whole).ptr;
    std::from_chars(rest + 1, text.data() + text.size(), minutes);
    return whole + minutes / 60;
}

unsigned number_in(std::string_view text) {
    unsigned number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string_view take_cell(std::string_view& row) {
    const auto cell = row.substr(0, row.find('\t'));
    row.remove_prefix(std::min(row.size(), cell.size() + 1));
    return cell;
}

}  // namespace

std::string_view to_string(Datum datum) {
    return datum == Datum::jgd2000 ? "JGD2000" : "JGD2011";
}

PlaneZone::PlaneZone(std::string_view row) {
    number_ = number_in(take_cell(row));
    origin_.latitude = degrees(take_cell(row));
    origin_.longitude = degrees(take_cell(row));
    for (unsigned& code : epsg_) code = number_in(take_cell(row));
    arc_ = meridian_arc(origin_.latitude * radian);
}

std::span<const PlaneZone> PlaneZone::all() {
    static const std::vector<PlaneZone> zones = [] {
        std::vector<PlaneZone> all;
        for_each_row(plane_zone_table().front().text, [&](std::string_view row) { all.emplace_back(row); });
        return all;
    }();
    return zones;
}

const PlaneZone* PlaneZone::find(unsigned number) {
    return number >= 1 && number <= all().size() ? &all()[number - 1] : nullptr;
}

PlanePoint PlaneZone::to_plane(const GeographicPoint& point) const {
    const double sine = std::sin(point.latitude * radian);
    const double lambda = (point.longitude - origin_.longitude) * radian;
    const double e = 2 * std::sqrt(n) / (1 + n);
    const double t = std::sinh(std::atanh(sine) - e * std::atanh(e * sine));
    const Grid sphere{std::atan(t / std::cos(lambda)), std::atanh(std::sin(lambda) / std::sqrt(1 + t * t))};
    const Grid grid = with_series(sphere, alpha, 1);
    return {radius * grid.xi - arc_, radius * grid.eta};
}

GeographicPoint PlaneZone::to_geographic(const PlanePoint& point) const {
    const Grid sphere = with_series({(point.x + arc_) / radius, point.y / radius}, beta, -1);
    const double conformal = std::asin(std::sin(sphere.xi) / std::cosh(sphere.eta));
    double latitude = conformal;
    for (std::size_t i = 0; i < std::size(delta); ++i) {
        latitude += delta[i] * std::sin(2 * static_cast<double>(i + 1) * conformal);
    }
    const double lambda = std::atan(std::sinh(sphere.eta) / std::cos(sphere.xi));
    return {latitude / radian, origin_.longitude + lambda / radian};
}

}  // namespace daicho
