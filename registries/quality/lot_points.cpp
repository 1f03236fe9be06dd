#include <algorithm>

#include "grammars/values/earth_distance.hpp"
#include "registries/quality/quality_checks.hpp"
#include "registries/quality/quality_rows.hpp"

namespace daicho {

namespace {

/// Lots are far off where nothing of their town lies between them and the rest for 3 km, measured from the
/// middle: a town of forests may reach over 10 km, but without a gap.
constexpr double gap = 3'000;
constexpr std::size_t fewest = 10;

struct LotPoint {
    std::string key;
    double latitude;
    double longitude;
    double metres = 0;  ///< from the middle
};
using LotPoints = std::vector<LotPoint>;

double median(const LotPoints& lots, double LotPoint::*value) {
    std::vector<double> values;
    for (const LotPoint& lot : lots) values.push_back(lot.*value);
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void judge_lot_points(LotPoints& lots, QualityRemarks& remarks) {
    if (lots.size() < fewest) return;
    const double latitude = median(lots, &LotPoint::latitude);
    const double longitude = median(lots, &LotPoint::longitude);
    for (LotPoint& lot : lots) lot.metres = metres_between(latitude, longitude, lot.latitude, lot.longitude);
    std::ranges::stable_sort(lots, {}, &LotPoint::metres);
    const auto last = std::adjacent_find(
        lots.begin(), lots.end(),
        [](const LotPoint& near, const LotPoint& next) { return next.metres - near.metres > gap; });
    if (last == lots.end()) return;
    for (auto lot = last + 1; lot != lots.end(); ++lot) {
        const std::string point = point_text(lot->latitude, lot->longitude), off = kilometres(lot->metres),
                          others = kilometres(last->metres);
        remarks.add({std::move(lot->key),
                     point + "：町字の中央から " + off + " km（近い方の " +
                         std::to_string(last - lots.begin() + 1) + " 件は " + others + " km まで）",
                     point + ": " + off + " km from the middle of its town (the nearer " +
                         std::to_string(last - lots.begin() + 1) + " are within " + others + " km)"});
    }
}

/// Lots are sorted by town.
void look_at_lots(const Registry& registry, const std::string& table, const std::string& id,
                  QualityRemarks& remarks) {
    Statement rows = registry.database().prepare(
        "select lg_code, machiaza_id, " + id + ", rep_lat, rep_lon from " + table +
        " where rep_lat is not null and rep_lon is not null order by lg_code, machiaza_id");
    std::string town;
    LotPoints lots;
    while (rows.step()) {
        remarks.look_at(1);
        const std::string of = std::string(rows.text(0)).append("/").append(rows.text(1));
        if (of != town) {
            judge_lot_points(lots, remarks);
            lots.clear();
            town = of;
        }
        lots.push_back({of + "/" + std::string(rows.text(2)), rows.real(3), rows.real(4)});
    }
    judge_lot_points(lots, remarks);
}

}  // namespace

void find_block_points_far_off(const Registry& registry, QualityRemarks& remarks) {
    look_at_lots(registry, "block_position", "blk_id", remarks);
}

void find_residence_points_far_off(const Registry& registry, QualityRemarks& remarks) {
    look_at_lots(registry, "residence_position", "blk_id || '/' || rsdt_id || '/' || rsdt2_id", remarks);
}

void find_parcel_points_far_off(const Registry& registry, QualityRemarks& remarks) {
    look_at_lots(registry, "parcel_position", "prc_id", remarks);
}

}  // namespace daicho
