#include "registries/builder/outline_pieces.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <numbers>
#include <random>

using namespace daicho;

namespace {

/// A ring around a point whose corners are nearer and farther at random.
GridRing star(std::mt19937_64& random, const GridPoint& middle, double widest, std::size_t corners) {
    std::uniform_real_distribution<double> share(0.2, 1);
    GridRing ring;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
        const double far = widest * share(random);
        ring.push_back(
            {middle.x + std::llround(far * std::cos(angle)), middle.y + std::llround(far * std::sin(angle))});
    }
    return ring;
}

using Pieces = std::map<std::int64_t, OutlinePiece>;

Pieces pieces_of(const std::vector<GridRing>& rings) {
    Pieces pieces;
    cut_outline(rings, [&](const OutlinePiece& piece) {
        CHECK(pieces.emplace(piece.cell, read_piece(piece.cell, piece_bytes(piece))).second);
    });
    return pieces;
}

bool hold(const Pieces& pieces, const GridPoint& point) {
    const auto found = pieces.find(outline_cell(point));
    return found != pieces.end() && found->second.holds(point);
}

}  // namespace

TEST_CASE("a piece holds what the outline holds of its cell") {
    std::mt19937_64 random(1);
    const GridPoint middle = grid_point(34.2, 135.3);
    std::size_t whole = 0, inside = 0, wrong = 0;
    for (int round = 0; round < 30; ++round) {
        std::vector<GridRing> rings{star(random, middle, 700'000, 40), star(random, middle, 130'000, 7)};
        const OutlinePiece outline{0, rings};
        const Pieces pieces = pieces_of(rings);
        for (const auto& [cell, piece] : pieces) whole += piece.rings.empty();
        std::uniform_int_distribution<std::int64_t> away(-800'000, 800'000);
        for (int i = 0; i < 1'000; ++i) {
            const GridPoint point{middle.x + away(random), middle.y + away(random)};
            inside += outline.holds(point);
            wrong += outline.holds(point) != hold(pieces, point);
        }
    }
    CHECK(wrong == 0);
    CHECK(whole > 300);
    CHECK(inside > 3'000);
}

TEST_CASE("neighbours with the same border share every point between them") {
    std::mt19937_64 random(2);
    const GridPoint middle = grid_point(34.0, 135.0);  // a corner of cells
    const GridRing inner = star(random, middle, 400'000, 30);
    const std::int64_t side = 500'000;
    const GridRing frame{{middle.x - side, middle.y - side},
                         {middle.x + side, middle.y - side},
                         {middle.x + side, middle.y + side},
                         {middle.x - side, middle.y + side}};
    const GridRing turned(inner.rbegin(), inner.rend());
    const Pieces one = pieces_of({inner}), other = pieces_of({frame, turned});
    std::uniform_int_distribution<std::int64_t> away(-side, side - 1), cells(-4, 4);
    for (int i = 0; i < 5'000; ++i) {
        const bool on_line = i % 5 == 0;
        const GridPoint point{
            on_line ? middle.x + cells(random) * outline_cell_side : middle.x + away(random),
            middle.y + away(random)};
        CHECK(hold(one, point) != hold(other, point));
    }
}

TEST_CASE("the distance to a piece is that to its nearest edge, over all its cells") {
    const GridPoint corner = grid_point(35.0, 135.0);
    const Pieces pieces = pieces_of({{corner,
                                      {corner.x + 150'000, corner.y},
                                      {corner.x + 150'000, corner.y + 50'000},
                                      {corner.x, corner.y + 50'000}}});
    REQUIRE(pieces.size() == 2);
    const GridPoint south{corner.x + 50'000, corner.y - 10'000};
    CHECK(pieces.begin()->second.metres_to(south) == Approx(111.2).epsilon(0.01));
    const GridPoint west{corner.x - 10'000, corner.y + 20'000};
    CHECK(pieces.begin()->second.metres_to(west) == Approx(91.1).epsilon(0.01));
}

TEST_CASE("an outline that is none, or too wide, costs no more than its cells") {
    CHECK(pieces_of({}).empty());
    CHECK(pieces_of({{{0, 0}, {10, 0}, {10, 10}}}).empty());  // off Africa
    const auto at = [](double latitude, double longitude) { return grid_point(latitude, longitude); };
    CHECK(pieces_of({{at(24, 123), at(24, 153), at(45, 153), at(45, 123)}}).size() == most_outline_cells);
    CHECK(pieces_of({{at(35, 135), at(35.5, 135.5), at(35, 135)}}).empty());
}

TEST_CASE("damaged bytes of a piece are read to their end and no farther") {
    const OutlinePiece piece{
        350'013'500,
        {{outline_corner(350'013'500), {1'350'000'500, 350'000'000}, {1'350'000'500, 350'000'500}}}};
    const std::string bytes = piece_bytes(piece);
    CHECK(read_piece(piece.cell, bytes).rings == piece.rings);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK(read_piece(piece.cell, std::string_view(bytes).substr(0, size)).rings.size() <= 1);
    CHECK(read_piece(piece.cell, std::string(4, '\xFF')).rings.front().empty());
}
