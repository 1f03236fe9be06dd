#include "registries/store/table_digest.hpp"

#include "grammars/base/digest.hpp"

namespace daicho {

namespace {

constexpr std::size_t block = 64 << 10;

std::string fact_name(const std::string& table) {
    return "digest of " + table;
}

}  // namespace

std::string table_digest(const Database& database, const std::string& table) {
    Statement columns = database.prepare("select name from pragma_table_info(" + quoted_text(table) + ")");
    std::string list;
    while (columns.step()) {
        if (columns.text(0) == "file") continue;
        list += (list.empty() ? "" : ", ") + quoted_name(columns.text(0));
    }
    // The primary key of a table without rowid is the order of its rows.
    Statement rows = database.prepare("select " + list + " from " + quoted_name(table));
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

void write_digest(Database& database, const std::string& table) {
    write_digest(database, table, table_digest(database, table));
}

void write_digest(Database& database, const std::string& table, const std::string& digest) {
    Statement write = database.prepare("insert or replace into fact(name, value) values (?, ?)");
    const std::string name = fact_name(table);
    write.bind(0, std::string_view(name));
    write.bind(1, std::string_view(digest));
    write.run();
}

std::string written_digest(const Database& database, const std::string& table) {
    Statement read = database.prepare("select value from fact where name = " + quoted_text(fact_name(table)));
    return read.step() ? std::string(read.text(0)) : std::string();
}

}  // namespace daicho
