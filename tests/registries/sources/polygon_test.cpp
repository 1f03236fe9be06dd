#include "registries/sources/polygon.hpp"

#include <catch2/catch.hpp>

using daicho::area_of;
using daicho::DrawnPoint;
using daicho::join_lines;
using daicho::point_inside;
using daicho::Ring;

namespace {

/// Whether an odd number of edges lies to the right of the point.
bool is_inside(const DrawnPoint& point, const std::vector<Ring>& rings) {
    bool inside = false;
    for (const Ring& ring : rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const DrawnPoint &a = ring[i], &b = ring[(i + 1) % ring.size()];
            if ((a.y > point.y) == (b.y > point.y)) continue;
            inside ^= point.x < a.x + (point.y - a.y) * (b.x - a.x) / (b.y - a.y);
        }
    }
    return inside;
}

const Ring square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};

}  // namespace

TEST_CASE("lines are joined to a ring in whatever direction each is given") {
    const Ring a{{0, 0}, {1, 0}}, b{{1, 1}, {1, 0}}, c{{1, 1}, {0.5, 2}, {0, 1}}, d{{0, 0}, {0, 1}};
    const std::span<const DrawnPoint> lines[] = {a, b, c, d};
    const auto ring = join_lines(lines);
    CHECK(ring.closed);
    CHECK(ring.points == Ring{{0, 0}, {1, 0}, {1, 1}, {0.5, 2}, {0, 1}});
    const std::span<const DrawnPoint> from_b[] = {b, c, d, a};
    CHECK(join_lines(from_b).points == Ring{{1, 0}, {1, 1}, {0.5, 2}, {0, 1}, {0, 0}});
    const Ring turned{{1, 0}, {0, 0}};
    const std::span<const DrawnPoint> from_turned[] = {turned, b, c, d};
    CHECK(join_lines(from_turned).points == ring.points);
}

TEST_CASE("lines that do not meet make an open ring") {
    const Ring a{{0, 0}, {1, 0}}, b{{1, 1}, {0, 1}}, c{{0, 1}, {0, 0}};
    const std::span<const DrawnPoint> gap[] = {a, b, c};
    CHECK(!join_lines(gap).closed);
    CHECK(join_lines(gap).points == Ring{{0, 0}, {1, 0}, {1, 1}, {0, 1}});
    const std::span<const DrawnPoint> no_end[] = {a, b};
    CHECK(!join_lines(no_end).closed);
    CHECK(!join_lines({}).closed);
    CHECK(join_lines({}).points.empty());
}

TEST_CASE("an area does not depend on direction or place, and holes that lines are drawn to count") {
    CHECK(area_of(square) == 100);
    CHECK(area_of({{0, 10}, {10, 10}, {10, 0}, {0, 0}}) == 100);
    const double far = 300'000;
    CHECK(area_of({{far, far}, {far + 0.001, far}, {far + 0.001, far + 0.001}, {far, far + 0.001}}) ==
          Approx(0.000001));
    CHECK(area_of({{0, 0},
                   {10, 0},
                   {10, 10},
                   {0, 10},
                   {0, 5},
                   {4, 5},
                   {4, 6},
                   {6, 6},
                   {6, 4},
                   {4, 4},
                   {4, 5},
                   {0, 5}}) == 96);
    CHECK(area_of({}) == 0);
}

TEST_CASE("the point inside is inside where the centre of gravity is not") {
    const std::vector<std::vector<Ring>> shapes{
        {square},
        {{{0, 0}, {10, 0}, {10, 10}, {9, 10}, {9, 1}, {1, 1}, {1, 10}, {0, 10}}},  // U
        {square, {{1, 1}, {9, 1}, {9, 9}, {1, 9}}},                                // with a hole
        {{{0, 0},
          {10, 0},
          {10, 10},
          {0, 10},
          {0, 5},
          {2, 5},
          {2, 8},
          {8, 8},
          {8, 2},
          {2, 2},
          {2, 5},
          {0, 5}}},
        {{{0, 0}, {5, 0.001}, {10, 0}, {5, 0.002}}},
        {square, {{20, 0}, {40, 0}, {40, 10}, {20, 10}}},
    };
    for (const auto& rings : shapes) {
        const auto point = point_inside(rings);
        REQUIRE(point);
        CHECK(is_inside(*point, rings));
    }
    CHECK(*point_inside(shapes[0]) == DrawnPoint{5, 5});
    CHECK(point_inside(shapes[5])->x == 30);  // the widest piece
}

TEST_CASE("a line or a point has no inside") {
    CHECK(!point_inside({}));
    const Ring flat{{0, 0}, {5, 0}, {10, 0}}, there_and_back{{0, 0}, {1, 1}, {2, 2}, {1, 1}}, point{{1, 1}};
    for (const Ring& ring : {flat, there_and_back, point}) CHECK(!point_inside({&ring, 1}));
}
