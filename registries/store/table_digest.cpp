#include "registries/store/table_digest.hpp"

#include "grammars/base/digest.hpp"

namespace daicho {

namespace {

constexpr std::size_t block = 64 << 10;

std::string fact_name(const std::string& table) {
    return "digest of " + table;
}

const std::string seal_name = "seal of ";

std::string digest_of_columns(const Database& database, const std::string& table, std::string_view without) {
    Statement columns = database.prepare("select name from pragma_table_info(" + quoted_text(table) + ")");
    std::string list;
    while (columns.step()) {
        if (columns.text(0) == without) continue;
        list += (list.empty() ? "" : ", ") + quoted_name(columns.text(0));
    }
    // The order of rows is that of the table, of its primary key where it has no rowid, never that of an
    // index.
    Statement rows = database.prepare("select " + list + " from " + quoted_name(table) + " not indexed");
    const int count = rows.columns();
    Sha256 digest;
    std::string text;
    while (rows.step()) {
        for (int i = 0; i < count; ++i) {
            if (!rows.is_null(i)) text += rows.text(i);
            text += '\x1F';
        }
        text += '\x1E';
        if (text.size() < block) continue;
        digest.add(text);
        text.clear();
    }
    digest.add(text);
    return digest.hex();
}

void write_fact(Database& database, const std::string& name, const std::string& value) {
    Statement write = database.prepare("insert or replace into fact(name, value) values (?, ?)");
    write.bind(0, std::string_view(name));
    write.bind(1, std::string_view(value));
    write.run();
}

std::vector<std::string> texts_of(const Database& database, const std::string& select) {
    std::vector<std::string> texts;
    Statement rows = database.prepare(select);
    while (rows.step()) texts.emplace_back(rows.text(0));
    return texts;
}

}  // namespace

std::string table_digest(const Database& database, const std::string& table) {
    return digest_of_columns(database, table, "file");
}

void write_digest(Database& database, const std::string& table) {
    write_digest(database, table, table_digest(database, table));
}

void write_digest(Database& database, const std::string& table, const std::string& digest) {
    write_fact(database, fact_name(table), digest);
}

std::string written_digest(const Database& database, const std::string& table) {
    Statement read = database.prepare("select value from fact where name = " + quoted_text(fact_name(table)));
    return read.step() ? std::string(read.text(0)) : std::string();
}

void write_seals(Database& database) {
    database.run("delete from fact where name glob '" + seal_name + "*'");
    const auto tables = texts_of(database,
                                 "select name from sqlite_master where type = 'table' and name <> 'fact' and "
                                 "name not glob 'sqlite_*' and 'digest of ' || name not in (select name from "
                                 "fact) order by name");
    for (const std::string& table : tables)
        write_fact(database, seal_name + table, digest_of_columns(database, table, {}));
}

BrokenSeals find_broken_seals(const Database& database) {
    BrokenSeals found;
    Statement seals =
        database.prepare("select substr(name, " + std::to_string(seal_name.size() + 1) +
                         "), value from fact where name glob '" + seal_name + "*' order by name");
    while (seals.step()) {
        ++found.looked_at;
        const std::string table(seals.text(0));
        const bool there =
            database.number("select count(*) from sqlite_master where type = 'table' and name = " +
                            quoted_text(table)) != 0;
        if (!there || digest_of_columns(database, table, {}) != seals.text(1)) found.tables.push_back(table);
    }
    return found;
}

}  // namespace daicho
