#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "registries/store/grid.hpp"

namespace daicho {

/// Outlines (of municipalities, towns, lots) are found by cells of the grid: the table `outline_piece` has of
/// each what lies in a cell, so that a question costs what is drawn in one cell, however long the outline is.

/// Degrees in whole units of 1e-7 (a centimetre); x is the longitude.
struct GridPoint {
    std::int64_t x = 0, y = 0;

    friend bool operator==(const GridPoint&, const GridPoint&) = default;
};
constexpr double outline_units_per_degree = 1e7;
constexpr std::int64_t outline_cell_side = 100'000;
static_assert(static_cast<double>(outline_cell_side) * grid_cells_per_degree == outline_units_per_degree);

GridPoint grid_point(double latitude, double longitude);
/// The cell of a point north and east of 0, 0.
inline std::int64_t outline_cell(const GridPoint& point) {
    return point.y / outline_cell_side * grid_row + point.x / outline_cell_side;
}
/// The south-western corner of a cell.
inline GridPoint outline_corner(std::int64_t cell) {
    return {cell % grid_row * outline_cell_side, cell / grid_row * outline_cell_side};
}

/// A closed line; its last point is joined to its first and is not the same.
using GridRing = std::vector<GridPoint>;

/// What of an outline lies in one cell. Inside is what an odd number of rings surrounds.
struct OutlinePiece {
    std::int64_t cell = 0;
    std::vector<GridRing> rings;  ///< empty: the whole cell

    bool holds(const GridPoint& point) const;
    /// How far a point that it does not hold is away.
    double metres_to(const GridPoint& point) const;
};

/// The bytes of the rings: of each the number of its points, then theirs from the corner of the cell, all
/// numbers of four bytes, the lowest first.
std::string piece_bytes(const OutlinePiece& piece);
/// Bytes that are damaged give what can be read of them.
OutlinePiece read_piece(std::int64_t cell, std::string_view bytes);

}  // namespace daicho
