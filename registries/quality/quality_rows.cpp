#include "registries/quality/quality_rows.hpp"

#include <algorithm>
#include <cstdio>

namespace daicho {

namespace {

bool has_column(const Registry& registry, std::string_view table, std::string_view column) {
    return registry.database().number("select count(*) from pragma_table_info(" + quoted_text(table) +
                                      ") where name = " + quoted_text(column)) > 0;
}

}  // namespace

std::vector<const Layout*> layouts_with(const Registry& registry,
                                        std::initializer_list<std::string_view> columns) {
    std::vector<const Layout*> found;
    for (const Source& source : sources()) {
        for (const Layout& layout : source.layouts) {
            const bool whole = registry.has(layout.table) &&
                               std::all_of(columns.begin(), columns.end(), [&](std::string_view column) {
                                   return has_column(registry, layout.table, column);
                               });
            if (whole) found.push_back(&layout);
        }
    }
    return found;
}

std::string key_sql(const Layout& layout, std::string_view row) {
    std::string sql;
    for (const std::string_view item : layout.key) {
        sql += (sql.empty() ? "" : " || '/' || ") + std::string(row) + "." + quoted_name(item);
    }
    return sql;
}

std::string town_name_sql(std::string_view row) {
    std::string sql;
    for (const std::string_view item : {"oaza_cho", "chome", "koaza"}) {
        sql += (sql.empty() ? "coalesce(" : " || coalesce(") + std::string(row) + "." + std::string(item) +
               ", '')";
    }
    return sql;
}

std::string kilometres(double metres) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", metres / 1000);
    return text;
}

std::string point_text(double latitude, double longitude) {
    char text[64];
    std::snprintf(text, sizeof text, "%.6f,%.6f", latitude, longitude);
    return text;
}

}  // namespace daicho
