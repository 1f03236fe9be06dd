#include "registries/loading/replacement.hpp"

#include <algorithm>

#include "registries/loading/change_pairs.hpp"

namespace daicho {

namespace {

std::string history(const RegistryTable& table) {
    return quoted_name(table.name() + "_history");
}

}  // namespace

Replacement::Replacement(Database& database, const RegistryTable& table)
    : database_(database), table_(table) {}

std::map<std::int64_t, std::int64_t> Replacement::merge(const std::string& staging,
                                                        const std::string& edition,
                                                        const std::string& evidence, const Changed& changed) {
    if (changed) report(staging, edition, evidence, changed);
    const std::string main = quoted_name(table_.name());
    const std::string covered =
        table_.coverage("m.") + " in (select distinct " + table_.coverage("i.") + " from " + staging + " i)";
    std::map<std::int64_t, std::int64_t> gone;
    Statement owners =
        database_.prepare("select file, count(*) from " + main + " m where " + covered + " group by 1");
    while (owners.step()) gone[owners.integer(0)] = owners.integer(1);
    owners = {};
    database_.run("insert into " + history(table_) + "(" + table_.list() + ", until) select " +
                  table_.list("m.") + ", " + quoted_text(edition) + " from " + main + " m where " + covered +
                  " and not exists (select 1 from " + staging + " i where " + table_.same_key("i", "m") +
                  " and " + table_.same_content("i", "m") + ")");
    database_.run("delete from " + main + " as m where " + covered);
    database_.run("insert into " + main + "(" + table_.list() + ") select " + table_.list() + " from " +
                  staging);
    database_.run("drop table " + staging);
    return gone;
}

/// Rows of both sides that have no equal on the other, side by side where their keys meet.
void Replacement::report(const std::string& staging, const std::string& edition, const std::string& evidence,
                         const Changed& changed) {
    const std::string main = quoted_name(table_.name());
    const std::string covered =
        table_.coverage("m.") + " in (select distinct " + table_.coverage("i.") + " from " + staging + " i)";
    const std::string old = ", (select edition from file where id = m.file)";
    ChangePairs pairs(table_, edition, evidence);
    Statement both = database_.prepare(
        "select " + table_.list("m.") + old + ", " + table_.list("i.") + " from " + staging + " i join " +
        main + " m on " + table_.same_key("i", "m") + " where not (" + table_.same_content("i", "m") + ")");
    while (both.step()) pairs.add_both(both);
    Statement gone = database_.prepare("select " + table_.list("m.") + old + " from " + main + " m where " +
                                       covered + " and not exists (select 1 from " + staging + " i where " +
                                       table_.same_key("i", "m") + ")");
    while (gone.step()) pairs.add_gone(gone);
    Statement come = database_.prepare("select " + table_.list("i.") + " from " + staging +
                                       " i where not exists (select 1 from " + main + " m where " +
                                       table_.same_key("i", "m") + ")");
    while (come.step()) pairs.add_come(come);
    for (const Change& change : pairs.changes()) changed(change);
}

}  // namespace daicho
