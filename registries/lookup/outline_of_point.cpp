#include "registries/lookup/outline_of_point.hpp"

#include <algorithm>
#include <cstdint>

#include "registries/store/outline_piece.hpp"

namespace daicho {

namespace {

class Search {
 public:
    Search(const Registry& registry, std::string_view kind, const GridPoint& point,
           std::string_view municipality)
        : pieces_(registry.prepared("select p.outline, p.rings, o.lg_code from outline_piece p join outline "
                                    "o on o.id = p.outline where p.kind = ? and p.cell = ?")),
          kind_(kind),
          point_(point),
          municipality_(municipality) {}

    /// The outline that holds the point; 0: none.
    std::int64_t around() {
        std::int64_t found = 0;
        look(outline_cell(point_), [&](std::int64_t outline, const OutlinePiece& piece) {
            if (piece.holds(point_) && (found == 0 || outline < found)) found = outline;
        });
        return found;
    }

    struct Nearest {
        std::int64_t outline = 0;
        double metres = 0;
    };
    /// The nearest one that is less than `metres` away.
    Nearest nearest(double metres) {
        Nearest best{0, metres};
        const std::int64_t middle = outline_cell(point_);
        for (const std::int64_t row : {-grid_row, std::int64_t{0}, grid_row}) {
            for (std::int64_t column = -1; column <= 1; ++column) {
                look(middle + row + column, [&](std::int64_t outline, const OutlinePiece& piece) {
                    const double away = piece.metres_to(point_);
                    if (away < best.metres) best = {outline, away};
                });
            }
        }
        return best;
    }

 private:
    template <class Use>
    void look(std::int64_t cell, Use&& use) {
        pieces_.reset();
        pieces_.bind(0, kind_);
        pieces_.bind(1, cell);
        while (pieces_.step()) {
            if (municipality_.empty() || pieces_.text(2) == municipality_)
                use(pieces_.integer(0), read_piece(cell, pieces_.blob(1)));
        }
        pieces_.reset();
    }

    Statement& pieces_;
    std::string_view kind_;
    GridPoint point_;
    std::string_view municipality_;
};

NearPlace place_of(const Registry& registry, std::string_view kind, std::int64_t outline, double metres) {
    Statement& row = registry.prepared(
        "select key, \"table\", lg_code, name, latitude, longitude from outline where id = ?");
    row.bind(0, outline);
    row.step();
    const auto text = [&](int column) { return std::string(row.text(column)); };
    NearPlace place{std::string(kind), text(0), text(1), text(2), text(3), row.real(4), row.real(5), metres};
    row.reset();
    return place;
}

}  // namespace

std::optional<NearPlace> outline_of_point(const Registry& registry, std::string_view kind, double latitude,
                                          double longitude, double metres, std::string_view municipality) {
    if (!registry.has("outline_piece")) return std::nullopt;
    Search search(registry, kind, grid_point(latitude, longitude), municipality);
    if (const std::int64_t around = search.around(); around != 0) return place_of(registry, kind, around, 0);
    if (metres <= 0) return std::nullopt;
    const auto nearest = search.nearest(std::min(metres, farthest_outline));
    if (nearest.outline == 0) return std::nullopt;
    return place_of(registry, kind, nearest.outline, nearest.metres);
}

bool has_outline(const Registry& registry, std::string_view kind, std::string_view municipality) {
    if (!registry.has("outline")) return false;
    Statement& row = registry.prepared("select 1 from outline where kind = ? and lg_code = ? limit 1");
    row.bind(0, kind);
    row.bind(1, municipality);
    const bool found = row.step();
    row.reset();
    return found;
}

}  // namespace daicho
