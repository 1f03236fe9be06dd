#include "registries/builder/place_columns.hpp"

namespace daicho {

std::string place_key(const RegistryTable& table) {
    std::string sql;
    for (const std::size_t number : table.keys()) {
        const auto& column = table.columns()[number];
        if (column.real) continue;
        sql += (sql.empty() ? "" : " || '/' || ") + quoted_name(column.name);
    }
    return sql;
}

std::string place_name(const RegistryTable& table) {
    std::string sql;
    for (const std::string_view item : table.layout().place_name) {
        sql += (sql.empty() ? "" : " || ") + ("coalesce(" + quoted_name(item) + ", '')");
    }
    return sql.empty() ? "null" : sql;
}

std::string place_condition(const RegistryTable& table) {
    const std::string_view sql = table.layout().place_condition;
    return sql.empty() ? "" : " and (" + std::string(sql) + ")";
}

bool is_there(const Database& database, const RegistryTable& table) {
    return database.number("select count(*) from sqlite_master where name = " + quoted_text(table.name())) >
           0;
}

}  // namespace daicho
