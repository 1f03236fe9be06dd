#include "registries/builder/outline_index.hpp"

#include <cstdint>

#include "registries/builder/outline_pieces.hpp"
#include "registries/builder/outline_text.hpp"
#include "registries/builder/place_columns.hpp"

namespace daicho {

namespace {

std::vector<GridRing> in_units(const std::vector<Ring>& rings) {
    std::vector<GridRing> all;
    for (const Ring& ring : rings) {
        GridRing& units = all.emplace_back();
        for (const DrawnPoint& corner : ring) units.push_back(grid_point(corner.y, corner.x));
    }
    return all;
}

/// Writes the outlines of one table after the other.
class OutlineWriter {
 public:
    explicit OutlineWriter(Database& database)
        : database_(database),
          outline_(database.prepare("insert into outline values (?, ?, ?, ?, ?, ?, ?, ?)")),
          piece_(database.prepare("insert into outline_piece values (?, ?, ?, ?)")) {}

    void add(const RegistryTable& table) {
        kind_ = table.layout().outline;
        table_ = table.layout().table;
        Statement rows = database_.prepare(
            "select outline, " + place_key(table) + " as key, " + quoted_name(table.layout().place_code) +
            ", " + place_name(table) + " from " + quoted_name(table.name()) + " where outline is not null" +
            place_condition(table) + " order by key");
        while (rows.step()) add_row(rows);
    }

 private:
    void add_row(const Statement& row) {
        const std::vector<Ring> rings = read_outline(row.text(0));
        const auto inside = point_inside(rings);
        if (!inside) return;
        outline_.bind(0, ++id_);
        outline_.bind(1, kind_);
        outline_.bind(2, row.text(1));
        outline_.bind(3, table_);
        outline_.bind(4, row.text(2));
        outline_.bind(5, row.text(3));
        outline_.bind(6, inside->y);
        outline_.bind(7, inside->x);
        outline_.run();
        cut_outline(in_units(rings), [&](const OutlinePiece& piece) { add_piece(piece); });
    }

    void add_piece(const OutlinePiece& piece) {
        const std::string bytes = piece_bytes(piece);
        piece_.bind(0, kind_);
        piece_.bind(1, piece.cell);
        piece_.bind(2, id_);
        piece_.bind_blob(3, bytes);
        piece_.run();
    }

    Database& database_;
    Statement outline_, piece_;
    std::string_view kind_, table_;
    std::int64_t id_ = 0;
};

}  // namespace

void make_outline_index(Database& database, const std::vector<RegistryTable>& tables) {
    database.run(R"(
        drop table if exists outline_piece;
        drop table if exists outline;
        create table outline(
            id integer primary key,
            kind text not null,       -- municipality, town, lot
            key text not null,        -- items of the key of the row, with / between them
            "table" text not null,    -- the row that has it
            lg_code text not null,    -- 全国地方公共団体コード as published; empty: not known
            name text not null,
            latitude real not null,   -- of a point inside
            longitude real not null
        ) strict;
        create index outline_of_municipality on outline(kind, lg_code);
        create table outline_piece(
            kind text not null,
            cell integer not null,
            outline integer not null references outline(id),
            rings blob not null,      -- empty: the whole cell
            primary key(kind, cell, outline)
        ) strict, without rowid;
    )");
    OutlineWriter writer(database);
    for (const RegistryTable& table : tables) {
        if (!table.layout().outline.empty() && is_there(database, table)) writer.add(table);
    }
}

}  // namespace daicho
