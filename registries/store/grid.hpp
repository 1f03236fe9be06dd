#pragma once

#include <cmath>
#include <cstdint>
#include <string>

namespace daicho {

/// Places are found through a grid of cells of 0.01 degrees (about 1.1 km by 0.9 km in Japan): the table
/// `place` is sorted by kind and cell.
constexpr double grid_cells_per_degree = 100;
constexpr std::int64_t grid_row = 100'000;  ///< cell = row of latitude * grid_row + column of longitude

inline std::int64_t grid_line(double degrees) {
    return static_cast<std::int64_t>(std::floor(degrees * grid_cells_per_degree));
}
inline std::int64_t grid_cell(double latitude, double longitude) {
    return grid_line(latitude) * grid_row + grid_line(longitude);
}
/// The same in SQL, for places north and east of 0, 0.
inline std::string grid_cell_sql(const std::string& latitude, const std::string& longitude) {
    return "cast(" + latitude + " * 100 as integer) * 100000 + cast(" + longitude + " * 100 as integer)";
}

}  // namespace daicho
