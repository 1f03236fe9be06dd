#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/os.hpp"
#include "grammars/values/plane_coordinates.hpp"

namespace daicho {

/// What a lot is called on a map: codes and names as they are written there, empty where they are not.
struct LandMapPlace {
    std::string oaza_code, chome_code, koaza_code, spare_code;
    std::string oaza_name, chome_name, koaza_name, spare_name;
    std::string lot_number;  ///< 地番: "2740-1", "地区外-43774", "道-1"
};

struct LandMapRing {
    bool hole = false;
    std::vector<PlanePoint> points;  ///< at least three; the last is joined to the first and is not the same
};

enum class LotShape : std::uint8_t {
    closed,
    open,  ///< its lines do not meet, or not all of them are there; what there is was joined
    none,  ///< no outline, or one that names what is not there
};

/// 筆: a piece of land, or what else the map gives an outline and a number in the same way.
struct LandMapLot : LandMapPlace {
    std::string brush_id;         ///< 筆id, "H000000001": tells the lots of one map
    std::string accuracy;         ///< 精度区分
    std::string coordinate_kind;  ///< 座標値種別
    /// 筆界未定構成筆: lots with no boundary known between them, drawn as this one.
    std::vector<LandMapPlace> undetermined;
    std::vector<std::uint32_t> sheets;  ///< of LandMap::sheets, those that it lies on
    std::uint64_t line = 0;             ///< where it begins in the file

    LotShape shape = LotShape::none;
    std::vector<LandMapRing> rings;
    double area = 0;                          ///< m² on the plane, holes taken off
    std::optional<PlanePoint> point;          ///< well inside; see `point_inside`
    std::optional<GeographicPoint> position;  ///< the same in degrees, where the map says where it lies
};

/// 図郭: one sheet of paper. Dates are as exact as they are given: YYYY-MM-DD, YYYY-MM or YYYY.
struct LandMapSheet {
    std::string number, scale;           ///< 地図番号, 縮尺分母
    std::string kind, standing, medium;  ///< 地図種類, 地図分類, 地図材質
    std::string made, deposited;         ///< 地図作成年月日, 備付地図年月日
    bool orientation_unknown = false;    ///< 方位不明フラグ
    std::vector<PlanePoint> corners;     ///< bottom left, top left, bottom right, top right
};

/// One map of a land registry office as the Ministry of Justice publishes it: 登記所備付地図データ, 地図XML.
struct LandMap {
    std::string version, name;                         ///< 地図名
    std::string municipality_code, municipality_name;  ///< five digits; with county or city and ward
    std::string coordinate_system;                     ///< 座標系: "公共座標9系", "任意座標系"
    std::string datum_judgement;                       ///< 測地系判別: "測量", "変換", or empty
    std::string conversion, conversion_version, conversion_parameters;  ///< 変換プログラム, …
    /// The zone of its coordinates. Null: they are of this map alone (任意座標系), and nothing tells where it
    /// lies.
    const PlaneZone* zone = nullptr;
    /// What its coordinates rest on, where the map says it. By its specification a map in a zone is in
    /// JGD2000 or JGD2011, and one that was surveyed does not say in which.
    std::optional<Datum> datum;
    std::vector<LandMapSheet> sheets;
    std::vector<LandMapLot> lots;

    /// The points of a ring in degrees, in the datum of the map; only where it has a zone.
    std::vector<GeographicPoint> geographic(const LandMapRing& ring) const;
};

/// Reads a map. What is wrong with single lots is told by their `shape`. Throws Error where the file is no
/// map.
LandMap read_land_map(ByteSource& file);

/// Whether a file that begins so is a map.
bool is_land_map(std::string_view head);

/// What a lot number stands for: "lot" for a piece of land with a number of its own, else an id of
/// land_map_lots.tsv ("outside", "road", …).
std::string_view lot_kind(std::string_view lot_number);

}  // namespace daicho
