#pragma once

#include <optional>
#include <span>
#include <vector>

namespace daicho {

/// A point of a drawing: x to the right, y upwards.
struct DrawnPoint {
    double x = 0;
    double y = 0;

    friend bool operator==(const DrawnPoint&, const DrawnPoint&) = default;
};

/// A closed line; its last point is joined to its first and is not the same.
using Ring = std::vector<DrawnPoint>;

/// Joins lines, given in order, to a ring, each in the direction in which it meets the one before it.
struct JoinedRing {
    Ring points;
    bool closed = true;  ///< each line meets the next, and the last the first, in the very same point
};
JoinedRing join_lines(std::span<const std::span<const DrawnPoint>> lines);

/// The area within a ring, whatever its direction. Parts that a line cuts off and comes back to along itself
/// (as maps draw holes) count as they should.
double area_of(const Ring& ring);

/// A point that is well inside: in the middle of the widest piece that the inside has on the horizontal line
/// half way between those corners that are next to the middle of the height. Inside is what an odd number of
/// rings surrounds, so that holes are rings like others. Nothing where there is no inside (a line, a point).
/// The Address Base Registry takes the same point of a parcel to stand for it.
std::optional<DrawnPoint> point_inside(std::span<const Ring> rings);

}  // namespace daicho
