#include <algorithm>
#include <map>
#include <optional>

#include "grammars/values/earth_distance.hpp"
#include "registries/quality/quality_checks.hpp"
#include "registries/quality/quality_rows.hpp"

namespace daicho {

namespace {

/// Farther than this from all other 大字・町 of its municipality a town is looked at: wide municipalities in
/// the mountains have up to 18 km between one and the next.
constexpr double far_from_municipality = 20'000;
/// So near there are towns of another municipality around it; else it is an island or a valley of its own.
constexpr double among = 5'000;

struct PointOfTown {
    std::string key;
    std::string name;
    std::string group;  ///< its 大字・町: all of it may be in the wrong place
    double latitude;
    double longitude;
};
using PointsOfMunicipality = std::map<std::string, std::vector<PointOfTown>, std::less<>>;

struct NearTown {
    const PointOfTown* town = nullptr;
    double metres = 0;
};

PointsOfMunicipality read_town_points(const Registry& registry, const std::string& sql,
                                      QualityRemarks& remarks) {
    PointsOfMunicipality points;
    Statement rows = registry.database().prepare(sql);
    while (rows.step()) {
        remarks.look_at(1);
        points[std::string(rows.text(0))].push_back({std::string(rows.text(1)), std::string(rows.text(2)),
                                                     std::string(rows.text(3)), rows.real(4), rows.real(5)});
    }
    return points;
}

double metres_between(const PointOfTown& a, const PointOfTown& b) {
    return daicho::metres_between(a.latitude, a.longitude, b.latitude, b.longitude);
}

/// The nearest of another group; stops at one that is near enough not to be looked at.
NearTown nearest(const std::vector<PointOfTown>& towns, const PointOfTown& of, double enough) {
    NearTown best;
    for (const PointOfTown& other : towns) {
        if (other.group == of.group) continue;
        const double metres = metres_between(of, other);
        if (best.town == nullptr || metres < best.metres) best = {&other, metres};
        if (best.metres <= enough) break;
    }
    return best;
}

NearTown nearest_elsewhere(const PointsOfMunicipality& points, std::string_view municipality,
                           const PointOfTown& of) {
    NearTown best;
    for (const auto& [code, towns] : points) {
        if (code == municipality) continue;
        const NearTown found = nearest(towns, of, 0);
        if (best.town == nullptr || (found.town != nullptr && found.metres < best.metres)) best = found;
    }
    return best;
}

void compare(const PointsOfMunicipality& points, const std::string& table, bool astray,
             QualityRemarks& remarks) {
    for (const auto& [code, towns] : points) {
        std::string told;  // of a 大字 one 小字 is enough
        for (const PointOfTown& town : towns) {
            if (town.group == told) continue;
            const NearTown own = nearest(towns, town, far_from_municipality);
            if (own.town == nullptr || own.metres <= far_from_municipality) continue;
            const NearTown other = nearest_elsewhere(points, code, town);
            const bool is_astray = other.town != nullptr && other.metres <= among;
            if (is_astray != astray) continue;
            told = town.group;
            std::string ja = town.name + " " + point_text(town.latitude, town.longitude) +
                             "：同じ市区町村の" + own.town->name + "から " + kilometres(own.metres) + " km";
            std::string en = town.name + " " + point_text(town.latitude, town.longitude) + ": " +
                             kilometres(own.metres) + " km from " + own.town->name + " of its municipality";
            if (other.town != nullptr) {
                ja += "、他の " + other.town->key + " から " + kilometres(other.metres) + " km";
                en += ", " + kilometres(other.metres) + " km from " + other.town->key;
            }
            remarks.add({table + "/" + town.key, std::move(ja), std::move(en)});
        }
    }
}

void look_at_towns(const Registry& registry, bool astray, QualityRemarks& remarks) {
    if (registry.has("town_position")) {
        // Numbers of 小字 without 大字 all begin with 0000.
        const std::string sql =
            "select p.lg_code, p.lg_code || '/' || p.machiaza_id, max(" + town_name_sql("t") +
            "), case when substr(p.machiaza_id, 1, 4) = '0000' then p.machiaza_id else substr(p.machiaza_id, "
            "1, "
            "4) end, p.rep_lat, p.rep_lon from town_position p join town t on t.lg_code = p.lg_code and "
            "t.machiaza_id = p.machiaza_id group by p.lg_code, p.machiaza_id order by 1, 2";
        compare(read_town_points(registry, sql, remarks), "town_position", astray, remarks);
    }
    if (registry.has("nationwide_town")) {
        compare(read_town_points(
                    registry,
                    "select lg_code, city || '/' || town || koaza, town || koaza, town, lat, lng from "
                    "nationwide_town where lg_code is not null and lat is not null order by 1, 2",
                    remarks),
                "nationwide_town", astray, remarks);
    }
}

}  // namespace

void find_town_points_astray(const Registry& registry, QualityRemarks& remarks) {
    look_at_towns(registry, true, remarks);
}

void find_town_points_alone(const Registry& registry, QualityRemarks& remarks) {
    look_at_towns(registry, false, remarks);
}

}  // namespace daicho
