#include "registries/audit/registry_verifier.hpp"

#include "models/engine/model_set.hpp"
#include "registries/address/index_finder.hpp"
#include "registries/corporations/corporation_store.hpp"
#include "registries/loading/registry_table.hpp"
#include "registries/store/table_digest.hpp"

namespace daicho {

namespace {

constexpr std::size_t shown = 5;

void take_examples(Verification& found, Statement& rows) {
    while (rows.step()) {
        ++found.wrong;
        if (found.examples.size() < shown) found.examples.emplace_back(rows.text(0));
    }
}

Verification integrity(const Registry& registry) {
    Verification found{
        "integrity", "", "ファイルの構造", "structure of the file", Verification::Kind::error, 1, 0, {}};
    if (const std::string damage = registry.database().damage(); !damage.empty()) {
        found.wrong = 1;
        found.examples.push_back(damage);
    }
    return found;
}

/// Rows of each file, as they are and as they were written down.
void counts(const Registry& registry, const std::string& table, std::vector<Verification>& all) {
    Verification found{
        "counts", table, "ファイルごとの行数", "rows of each file", Verification::Kind::error, 0, 0, {}};
    const Database& database = registry.database();
    found.looked_at = database.number("select count(*) from file where \"table\" = " + quoted_text(table));
    Statement rows = database.prepare(
        "select f.name from file f left join (select file, count(*) as n from " + quoted_name(table) +
        " group by file) t on t.file = f.id where f.\"table\" = " + quoted_text(table) +
        " and (coalesce(t.n, 0) <> f.stored or f.records <> f.stored + f.duplicate + f.superseded + "
        "f.rejected)");
    take_examples(found, rows);
    Statement orphans = database.prepare("select file from " + quoted_name(table) +
                                         " where file not in (select id from file) group by file");
    take_examples(found, orphans);
    all.push_back(std::move(found));
}

/// What the table says, against what it said when it was written.
void digests(const Registry& registry, const std::string& table, std::vector<Verification>& all) {
    Verification found{"digests",
                       table,
                       "書いたときの内容との一致",
                       "content as it was written",
                       Verification::Kind::error,
                       1,
                       0,
                       {}};
    const std::string digest = table == "corporation" ? corporation_digest(registry.database())
                                                      : table_digest(registry.database(), table);
    if (digest != written_digest(registry.database(), table)) {
        found.wrong = 1;
        found.examples.push_back(digest);
    }
    all.push_back(std::move(found));
}

/// The other tables, against what they were when they were written.
void seals(const Registry& registry, std::vector<Verification>& all) {
    BrokenSeals broken = find_broken_seals(registry.database());
    if (broken.looked_at == 0) return;
    Verification found{"seals",
                       "",
                       "履歴・検索用の表・取り込みの記録の内容",
                       "content of histories, tables to search by and the log of files",
                       Verification::Kind::error,
                       broken.looked_at,
                       static_cast<std::int64_t>(broken.tables.size()),
                       std::move(broken.tables)};
    if (found.examples.size() > shown) found.examples.resize(shown);
    all.push_back(std::move(found));
}

std::string key_text(const RegistryTable& table, Statement& row) {
    std::string text;
    for (std::size_t i = 0; i < table.keys().size(); ++i) {
        text += (i == 0 ? "" : "/") + std::string(row.text(static_cast<int>(i)));
    }
    return text;
}

/// Keys in their canonical form: check digits are part of it.
void keys(const Registry& registry, const RegistryTable& table, std::vector<Verification>& all) {
    Verification found{"keys",
                       table.name(),
                       "キーの書式と検査用数字",
                       "form and check digits of keys",
                       Verification::Kind::error,
                       0,
                       0,
                       {}};
    std::string columns;
    for (const std::size_t key : table.keys()) {
        columns += (columns.empty() ? "" : ", ") + quoted_name(table.columns()[key].name);
    }
    Statement rows = registry.database().prepare("select " + columns + " from " + quoted_name(table.name()));
    const Reading reading;
    while (rows.step()) {
        ++found.looked_at;
        bool good = true;
        for (std::size_t i = 0; i < table.keys().size(); ++i) {
            const std::size_t number = table.keys()[i];
            const Slot& slot = table.model().slots[number];
            const std::string_view text = rows.text(static_cast<int>(i));
            if (table.columns()[number].real || text.empty() || !slot.is_simple()) continue;
            good = good && slot.is_canonical(text, reading);
        }
        if (good) continue;
        ++found.wrong;
        if (found.examples.size() < shown) found.examples.push_back(key_text(table, rows));
    }
    all.push_back(std::move(found));
}

/// How a row that names one of `table` says what of its coverage it is.
std::string coverage_of(std::string_view table) {
    for (const Source& source : sources()) {
        for (const Layout& layout : source.layouts) {
            if (layout.table != table) continue;
            const std::string item = "f." + quoted_name(layout.coverage);
            return layout.coverage_size == 0
                       ? item
                       : "substr(" + item + ", 1, " + std::to_string(layout.coverage_size) + ")";
        }
    }
    return "''";
}

/// Rows that name others. Only where the other table speaks of the municipality.
void references_of(const Registry& registry, const Layout& layout, const TableReference& reference,
                   std::vector<Verification>& all) {
    if (!registry.has(reference.table)) return;
    const std::string to(reference.table);
    Verification found{"references",
                       std::string(layout.table),
                       "行が指す " + to + " の行",
                       "the rows of " + to + " that rows name",
                       Verification::Kind::warning,
                       0,
                       0,
                       {}};
    const Database& database = registry.database();
    const std::string from = quoted_name(layout.table);
    found.looked_at = database.number("select count(*) from " + from);
    std::string same, key;
    for (const std::string_view item : reference.items) {
        same += (same.empty() ? "" : " and ") + std::string("t.") + quoted_name(item) + " = f." +
                quoted_name(item);
    }
    for (const std::string_view item : layout.key) {
        key += (key.empty() ? "" : " || '/' || ") + std::string("f.") + quoted_name(item);
    }
    const std::string covered = coverage_of(to);
    Statement rows = database.prepare(
        "select " + key + " from " + from + " f where not exists (select 1 from " + quoted_name(to) +
        " t where " + same + ") and exists (select 1 from coverage c where c.\"table\" = " + quoted_text(to) +
        " and c.value = " + covered + ")");
    take_examples(found, rows);
    all.push_back(std::move(found));
}

void indexes(const Registry& registry, std::vector<Verification>& all) {
    Verification found{
        "index", "", "住所の索引の全体", "the whole index of addresses", Verification::Kind::error, 0, 0, {}};
    for (const ExaminedIndex& index : examine_address_indexes(registry)) {
        ++found.looked_at;
        if (!index.wrong) continue;
        ++found.wrong;
        found.ja = index.wrong->ja();
        found.en = index.wrong->en();
        found.examples.push_back(index.path);
    }
    all.push_back(std::move(found));
}

}  // namespace

std::vector<Verification> verify_registry(const Registry& registry) {
    std::vector<Verification> all{integrity(registry)};
    ModelSet models;
    for (const Source& source : sources()) {
        for (const Layout& layout : source.layouts) {
            if (!registry.has(layout.table)) continue;
            const RegistryTable table(source, layout, models.get(layout.model));
            counts(registry, table.name(), all);
            digests(registry, table.name(), all);
            keys(registry, table, all);
            for (const TableReference& reference : layout.references) {
                references_of(registry, layout, reference, all);
            }
        }
    }
    seals(registry, all);
    if (has_addresses(registry)) indexes(registry, all);
    return all;
}

}  // namespace daicho
