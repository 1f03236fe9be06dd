#include "registries/builder/place_index.hpp"

#include "registries/builder/outline_index.hpp"
#include "registries/builder/place_columns.hpp"
#include "registries/builder/place_spacing.hpp"
#include "registries/store/grid.hpp"

namespace daicho {

namespace {

/// The item of degrees whose kind is named `kind`.
std::string degrees_expression(const RegistryTable& table, std::string_view kind) {
    for (const Slot& slot : table.model().slots) {
        if (slot.kind && slot.kind->name == kind) return quoted_name(slot.path);
    }
    return {};
}

std::string insert_places(const RegistryTable& table) {
    const std::string latitude = degrees_expression(table, "latitude"),
                      longitude = degrees_expression(table, "longitude");
    return "insert or ignore into place select " + quoted_text(table.layout().place) + ", " +
           grid_cell_sql(latitude, longitude) + " as cell, " + place_key(table) + " as key, " + latitude +
           ", " + longitude + ", " + quoted_name(table.layout().place_code) + ", " + place_name(table) +
           ", " + quoted_text(table.name()) + " from " + quoted_name(table.name()) + " where " + latitude +
           " between 20 and 46 and " + longitude + " between 122 and 155" + place_condition(table) +
           " order by cell, key";
}

}  // namespace

void make_place_index(Database& database, const std::vector<RegistryTable>& tables) {
    database.run(R"(
        drop table if exists place;
        create table place(
            kind text not null,
            cell integer not null,
            key text not null,        -- items of the key of the row, with / between them
            latitude real not null,
            longitude real not null,
            lg_code text,             -- 全国地方公共団体コード; null: not known
            name text,                -- null: the address base registry has it, by the key
            "table" text not null,    -- the row that says so
            primary key(kind, cell, key, latitude, longitude)
        ) strict, without rowid;
        create index place_of_towns on place(lg_code) where kind = 'town';
    )");
    for (const RegistryTable& table : tables) {
        if (table.layout().place.empty()) continue;
        if (is_there(database, table)) database.run(insert_places(table));
    }
    make_place_spacing(database);
    make_outline_index(database, tables);
}

}  // namespace daicho
