#include "registries/builder/outline_pieces.hpp"

#include <algorithm>
#include <cstdint>

namespace daicho {

namespace {

using Axis = std::int64_t GridPoint::*;

/// Where the edge meets the line on which `axis` is `line`: the same point whichever way the edge is given,
/// so that neighbours stay neighbours.
GridPoint meeting(GridPoint from, GridPoint to, Axis axis, Axis other, std::int64_t line) {
    if (from.*axis > to.*axis) std::swap(from, to);
    GridPoint point;
    point.*axis = line;
    point.*other = from.*other + (to.*other - from.*other) * (line - from.*axis) / (to.*axis - from.*axis);
    return point;
}

/// Twice the area, exact where the ring runs round it once.
std::int64_t area_of(const GridRing& ring) {
    std::uint64_t twice = 0;  // a ring that runs round and round may exceed it, and is none
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const GridPoint &from = ring[i], &to = ring[i + 1 == ring.size() ? 0 : i + 1];
        const GridPoint& base = ring.front();
        twice += static_cast<std::uint64_t>((from.x - base.x) * (to.y - base.y) -
                                            (to.x - base.x) * (from.y - base.y));
    }
    const auto area = static_cast<std::int64_t>(twice);
    return area < 0 ? -area : area;
}

/// The part of a ring on one side of a line (Sutherland and Hodgman). Where it leaves and comes back, it runs
/// along the line there and back, which surrounds nothing.
GridRing side_of(const GridRing& ring, Axis axis, Axis other, std::int64_t line, bool below) {
    GridRing part;
    const auto add = [&](const GridPoint& point) {
        if (part.empty() || part.back() != point) part.push_back(point);
    };
    const auto within = [&](const GridPoint& point) {
        return below ? point.*axis <= line : point.*axis >= line;
    };
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const GridPoint &from = ring[i], &to = ring[i + 1 == ring.size() ? 0 : i + 1];
        if (within(from)) add(from);
        if (within(from) != within(to)) add(meeting(from, to, axis, other, line));
    }
    while (part.size() > 1 && part.front() == part.back()) part.pop_back();
    return part;
}

/// Rows and columns of cells, the last ones excluded.
struct Block {
    std::int64_t west, south, east, north;

    std::int64_t columns() const { return east - west; }
    std::int64_t rows() const { return north - south; }
    std::int64_t area() const { return 2 * columns() * rows() * outline_cell_side * outline_cell_side; }
};

constexpr Block japan{12'200, 2'000, 15'500, 4'600};

class Cutter {
 public:
    explicit Cutter(const std::function<void(const OutlinePiece&)>& use) : use_(use) {}

    void cut(const std::vector<GridRing>& rings, const Block& block) {
        if (rings.empty() || cells_ == most_outline_cells) return;
        const bool whole = std::all_of(rings.begin(), rings.end(),
                                       [&](const GridRing& ring) { return area_of(ring) == block.area(); });
        if (whole) return rings.size() % 2 == 1 ? fill(block) : void();
        if (block.columns() == 1 && block.rows() == 1) return give(block, rings);
        Block low = block, high = block;
        const bool wide = block.columns() >= block.rows();
        const std::int64_t middle = wide ? (block.west + block.east) / 2 : (block.south + block.north) / 2;
        (wide ? low.east : low.north) = middle;
        (wide ? high.west : high.south) = middle;
        cut(half(rings, wide, middle, true), low);
        cut(half(rings, wide, middle, false), high);
    }

    /// What lies on one side of a line between cells.
    static std::vector<GridRing> half(const std::vector<GridRing>& rings, bool wide, std::int64_t middle,
                                      bool below) {
        const Axis x = &GridPoint::x, y = &GridPoint::y;
        std::vector<GridRing> parts;
        for (const GridRing& ring : rings) {
            GridRing part = side_of(ring, wide ? x : y, wide ? y : x, middle * outline_cell_side, below);
            if (area_of(part) > 0) parts.push_back(std::move(part));
        }
        return parts;
    }

 private:
    void give(const Block& block, std::vector<GridRing> rings) {
        if (cells_ == most_outline_cells) return;
        ++cells_;
        use_({block.south * grid_row + block.west, std::move(rings)});
    }
    void fill(const Block& block) {
        for (std::int64_t row = block.south; row < block.north; ++row)
            for (std::int64_t column = block.west; column < block.east; ++column)
                give({column, row, column + 1, row + 1}, {});
    }

    const std::function<void(const OutlinePiece&)>& use_;
    std::size_t cells_ = 0;
};

/// The cells around all rings.
Block block_around(const std::vector<GridRing>& rings) {
    Block block{japan.east, japan.north, japan.west, japan.south};
    for (const GridRing& ring : rings) {
        for (const GridPoint& point : ring) {
            const std::int64_t column = point.x / outline_cell_side, row = point.y / outline_cell_side;
            block = {std::min(block.west, column), std::min(block.south, row),
                     std::max(block.east, column + 1), std::max(block.north, row + 1)};
        }
    }
    return block;
}

bool is_in_japan(const GridPoint& point) {
    const std::int64_t side = outline_cell_side;
    return point.x >= japan.west * side && point.x <= japan.east * side && point.y >= japan.south * side &&
           point.y <= japan.north * side;
}

}  // namespace

void cut_outline(std::vector<GridRing> rings, const std::function<void(const OutlinePiece&)>& use) {
    std::erase_if(rings, [](const GridRing& ring) {
        return !std::all_of(ring.begin(), ring.end(), is_in_japan) || area_of(ring) == 0;
    });
    if (!rings.empty()) Cutter(use).cut(rings, block_around(rings));
}

}  // namespace daicho
