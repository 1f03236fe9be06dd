#include "registries/audit/registry_info.hpp"

#include "registries/address/index_finder.hpp"

#include <algorithm>

#include "registries/sources/source.hpp"
#include "registries/store/table_digest.hpp"

namespace daicho {

namespace {

RegistryInfo::Table table_info(const Registry& registry, const Layout& layout) {
    const Database& database = registry.database();
    RegistryInfo::Table table{.name = std::string(layout.table),
                              .note_ja = std::string(layout.note.ja),
                              .note_en = std::string(layout.note.en)};
    Statement totals = database.prepare(
        "select coalesce(sum(stored), 0), min(edition), max(edition) from file where \"table\" = ? and "
        "stored > 0");
    totals.bind(0, layout.table);
    totals.step();
    table.rows = totals.integer(0);
    table.oldest = totals.text(1);
    table.newest = totals.text(2);
    table.history = database.number("select count(*) from " + quoted_name(table.name + "_history"));
    table.covered =
        database.number("select count(*) from coverage where \"table\" = " + quoted_text(layout.table));
    table.digest = written_digest(database, table.name);
    return table;
}

std::vector<RegistryInfo::File> files_of(const Database& database) {
    std::vector<RegistryInfo::File> files;
    Statement rows = database.prepare(
        "select name, source, \"table\", edition, edition_from, sha256, encoding, note_ja, note_en, size, "
        "records, "
        "stored, duplicate, superseded, rejected from file order by id");
    while (rows.step()) {
        const auto text = [&](int column) { return std::string(rows.text(column)); };
        files.push_back({text(0), text(1), text(2), text(3), text(4), text(5), text(6), text(7), text(8),
                         rows.integer(9), rows.integer(10), rows.integer(11), rows.integer(12),
                         rows.integer(13), rows.integer(14)});
    }
    return files;
}

}  // namespace

std::vector<std::string> RegistryInfo::licences() const {
    std::vector<std::string> all;
    for (const Origin& origin : origins) {
        if (std::ranges::find(all, origin.licence) == all.end()) all.push_back(origin.licence);
    }
    return all;
}

bool RegistryInfo::share_alike() const {
    return std::ranges::any_of(origins, &Origin::share_alike);
}

RegistryInfo registry_info(const Registry& registry) {
    RegistryInfo info;
    info.generation = registry.generation();
    if (const auto index = find_address_index(registry)) info.index = index->facts();
    for (const Source& source : sources()) {
        RegistryInfo::Origin origin{
            std::string(source.id),        std::string(source.title.ja), std::string(source.title.en),
            std::string(source.publisher), std::string(source.licence),  std::string(source.credit),
            std::string(source.url),       source.share_alike,           {}};
        for (const Layout& layout : source.layouts) {
            if (registry.has(layout.table)) origin.tables.push_back(table_info(registry, layout));
        }
        if (!origin.tables.empty()) info.origins.push_back(std::move(origin));
    }
    info.files = files_of(registry.database());
    return info;
}

std::vector<RegistryInfo::Rejection> rejections(const Registry& registry) {
    std::vector<RegistryInfo::Rejection> all;
    Statement rows = registry.database().prepare(
        "select f.name, r.record, r.line, r.\"column\", r.value, r.reason_ja, r.reason_en from rejection r "
        "join file f "
        "on f.id = r.file order by r.file, r.rowid");
    while (rows.step()) {
        all.push_back({std::string(rows.text(0)), rows.integer(1), rows.integer(2), std::string(rows.text(3)),
                       std::string(rows.text(4)), std::string(rows.text(5)), std::string(rows.text(6))});
    }
    return all;
}

}  // namespace daicho
