#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace daicho {

/// 測地系. Both rest on the ellipsoid GRS80, so that the zones below are the same for both; they differ in
/// what was measured. JGD2011 moved the 20 prefectures from 青森 to 岐阜, by up to 5.9 m (at 江島 in 女川町)
/// after the earthquake of 2011; elsewhere coordinates are the same in both. To go from one to the other
/// needs the parameter files of 国土地理院 (PatchJGD), which are not here: coordinates keep the name of their
/// datum.
enum class Datum : std::uint8_t { jgd2000, jgd2011 };

std::string_view to_string(Datum datum);  ///< "JGD2000" "JGD2011"

/// A point of a plane rectangular coordinate system (平面直角座標系), in metres from the origin of its zone.
struct PlanePoint {
    double x = 0;  ///< to the north
    double y = 0;  ///< to the east

    friend bool operator==(const PlanePoint&, const PlanePoint&) = default;
};

/// Decimal degrees, north and east.
struct GeographicPoint {
    double latitude = 0;
    double longitude = 0;

    friend bool operator==(const GeographicPoint&, const GeographicPoint&) = default;
};

/// One of the 19 zones: the Gauss-Krüger projection of GRS80 with 0.9999 on the central meridian
/// (平成14年国土交通省告示第9号). Computed by the series of 河瀬和重「Gauss-Krüger
/// 投影における経緯度座標及び平面直角座標相互間の座標換算」 (国土地理院時報 121, 2011), as 国土地理院 does:
/// exact to less than 0.01 mm within 350 km of the central meridian, more than twice as far as a zone
/// reaches.
class PlaneZone {
 public:
    /// The zone `number` (1..19), or null.
    static const PlaneZone* find(unsigned number);
    /// All of them, in order.
    static std::span<const PlaneZone> all();

    unsigned number() const { return number_; }
    const GeographicPoint& origin() const { return origin_; }
    /// Its number in the EPSG data set, as in EPSG:6669.
    unsigned epsg(Datum datum) const { return epsg_[static_cast<std::size_t>(datum)]; }

    /// In the datum of the point.
    PlanePoint to_plane(const GeographicPoint& point) const;
    GeographicPoint to_geographic(const PlanePoint& point) const;

    /// A row of the table of zones; for `all`.
    explicit PlaneZone(std::string_view row);

 private:
    unsigned number_ = 0;
    GeographicPoint origin_;
    std::array<unsigned, 2> epsg_{};
    double arc_ = 0;  ///< from the equator to the origin along the meridian, scaled, in metres
};

}  // namespace daicho
