#include "registries/quality/quality_checks.hpp"
#include "registries/quality/quality_rows.hpp"

namespace daicho {

namespace {

// 沖ノ鳥島 20.42, 択捉島 45.56; 与那国島 122.93, 南鳥島 153.99.
constexpr double south = 20.4, north = 45.6, west = 122.9, east = 154.0;

bool is_in_japan(double latitude, double longitude) {
    return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}

/// What the publications call their degrees.
struct DegreeColumns {
    const char* latitude;
    const char* longitude;
};
constexpr DegreeColumns degree_columns[] = {
    {"rep_lat", "rep_lon"}, {"lat", "lng"}, {"latitude", "longitude"}};

void look_at_points(const Registry& registry, const Layout& layout, const DegreeColumns& degrees,
                    QualityRemarks& remarks) {
    const std::string latitude_of = std::string("r.") + degrees.latitude;
    const std::string longitude_of = std::string("r.") + degrees.longitude;
    const std::string table(layout.table);
    Statement rows = registry.database().prepare("select " + latitude_of + ", " + longitude_of + ", " +
                                                 key_sql(layout, "r") + " from " + quoted_name(table) +
                                                 " r where " + latitude_of + " is not null and " +
                                                 longitude_of + " is not null order by 3");
    while (rows.step()) {
        remarks.look_at(1);
        const double latitude = rows.real(0), longitude = rows.real(1);
        if (is_in_japan(latitude, longitude)) continue;
        const std::string point = point_text(latitude, longitude);
        const bool swapped = is_in_japan(longitude, latitude);
        remarks.add({table + "/" + std::string(rows.text(2)), point + (swapped ? "（緯度と経度が逆）" : ""),
                     point + (swapped ? " (latitude and longitude are swapped)" : "")});
    }
}

}  // namespace

/// Of everything that is found by its place.
void find_points_outside(const Registry& registry, QualityRemarks& remarks) {
    for (const DegreeColumns& degrees : degree_columns) {
        for (const Layout* layout : layouts_with(registry, {degrees.latitude, degrees.longitude})) {
            if (!layout->place.empty()) look_at_points(registry, *layout, degrees, remarks);
        }
    }
}

}  // namespace daicho
