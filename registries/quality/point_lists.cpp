#include <unordered_map>

#include "grammars/values/earth_distance.hpp"
#include "registries/quality/quality_checks.hpp"
#include "registries/quality/quality_rows.hpp"

namespace daicho {

namespace {

constexpr double far_from_list = 5'000;

struct OtherList {
    const char* table;
    const char* points;  ///< SQL: lg_code, name_key, latitude, longitude
};
constexpr OtherList other_lists[] = {
    {"nationwide_town", "select lg_code, name_key, lat, lng from nationwide_town where lat is not null"},
    {"mlit_town", "select lg_code, name_key, latitude, longitude from mlit_town where latitude is not null"},
};

struct ListedPoint {
    double latitude;
    double longitude;
};
using ListedPoints = std::unordered_multimap<std::string, ListedPoint>;

ListedPoints read_listed_points(const Registry& registry, const char* sql) {
    ListedPoints points;
    Statement rows = registry.database().prepare(sql);
    while (rows.step()) {
        if (rows.is_null(0) || rows.is_null(1)) continue;
        points.emplace(std::string(rows.text(0)).append(rows.text(1)),
                       ListedPoint{rows.real(2), rows.real(3)});
    }
    return points;
}

}  // namespace

void find_town_points_that_differ(const Registry& registry, QualityRemarks& remarks) {
    for (const OtherList& list : other_lists) {
        if (!registry.has(list.table)) continue;
        const ListedPoints points = read_listed_points(registry, list.points);
        Statement rows = registry.database().prepare(
            "select p.lg_code || '/' || p.machiaza_id, max(t.lg_code || t.name_key), p.rep_lat, p.rep_lon, "
            "max(" +
            town_name_sql("t") +
            ") from town_position p join town t on t.lg_code = p.lg_code and t.machiaza_id = p.machiaza_id "
            "group by "
            "p.lg_code, p.machiaza_id order by p.lg_code, p.machiaza_id");
        while (rows.step()) {
            const auto [begin, end] = points.equal_range(std::string(rows.text(1)));
            if (begin == end) continue;
            remarks.look_at(1);
            const double latitude = rows.real(2), longitude = rows.real(3);
            double nearest =
                metres_between(latitude, longitude, begin->second.latitude, begin->second.longitude);
            for (auto at = begin; at != end; ++at) {
                nearest = std::min(
                    nearest, metres_between(latitude, longitude, at->second.latitude, at->second.longitude));
            }
            if (nearest <= far_from_list) continue;
            const std::string name(rows.text(4)), apart = kilometres(nearest), table(list.table);
            remarks.add({std::string(rows.text(0)), name + "：" + table + " の位置から " + apart + " km",
                         name + ": " + apart + " km from the point of " + table});
        }
    }
}

}  // namespace daicho
