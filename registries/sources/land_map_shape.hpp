#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "registries/sources/land_map.hpp"
#include "registries/sources/polygon.hpp"

namespace daicho {

/// The points, lines and surfaces of a land registry map (空間属性), found by their ids. What names something
/// that did not come before it names nothing.
class LandMapShapes {
 public:
    struct SurfaceRing {
        bool hole = false;
        std::vector<std::string> lines;
    };
    using Surface = std::vector<SurfaceRing>;

    void add_point(const std::string& id, std::optional<PlanePoint> point);
    std::optional<PlanePoint> point(std::string_view id) const;
    void add_line(const std::string& id, const std::vector<PlanePoint>& points, bool turned);
    void add_turned_line(const std::string& id, std::string_view other, bool turned);
    void add_surface(const std::string& id, Surface surface) { surfaces_.emplace(id, std::move(surface)); }

    /// Gives the lot rings, shape and area.
    void give_outline(std::string_view surface, LandMapLot& lot) const;

 private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    template <class Value>
    using ById = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
    struct Line {
        std::size_t first = 0;  ///< of `points_of_lines_`
        std::size_t count = 0;
    };

    ById<PlanePoint> points_;
    ById<Line> lines_;
    std::vector<DrawnPoint> points_of_lines_;
    ById<Surface> surfaces_;
};

/// Finds the point that stands for the lot: in degrees where the map has a zone.
void locate(const LandMap& map, LandMapLot& lot);

}  // namespace daicho
